import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, resolveDependencies } from './dependency-resolution.ts'
import { compareVersions, satisfies } from './version.ts'

const needs = (dependencies: Record<string, string> = {}): Candidate['dependencies'] =>
  Object.entries(dependencies).map(([name, requirement]) => ({ name, requirement }))

const store: Record<string, Candidate[]> = {
  App: [
    { version: '1.0.0', dependencies: needs({ Lib: '^1.0.0' }) },
    { version: '2.0.0', dependencies: needs({ Lib: '^2.0.0', Extra: '*' }) },
  ],
  Lib: ['1.0.0', '1.9.0', '1.10.0', '2.1.0'].map(version => ({ version, dependencies: [] })),
  Extra: [{ version: '1.0.0', dependencies: needs({ Lib: '<2.1.0' }) }],
  Loop: [{ version: '1.0.0', dependencies: needs({ Pool: '*' }) }],
  Pool: [{ version: '1.0.0', dependencies: needs({ Loop: '*' }) }],
  Windows: [{ version: '1.0.0', dependencies: [], manifests: [{ platform: { os: 'windows' } }] }],
}
const resolve = (...roots: [name: string, requirement: string, requiredBy?: string][]) =>
  resolveDependencies({
    roots: roots.map(([name, requirement, requiredBy = 'thinggroup/A']) => ({
      name,
      requirement,
      requiredBy,
    })),
    candidates: name => store[name] ?? [],
    platform: { os: 'linux' },
  })

test('dependencies come in the newest version that fits', () => {
  const { resolved, problems } = resolve(['App', '==1.0.0'])
  expect(Object.fromEntries(resolved)).toEqual({ App: '1.0.0', Lib: '1.10.0' })
  expect(problems).toEqual([])
})

test('two deployments that contradict each other are both named', () => {
  const { problems } = resolve(['Lib', '==1.0.0', 'thinggroup/North'], ['Lib', '==2.1.0', 'thinggroup/South'])
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ name: 'Lib', kind: 'conflict' })
  expect(problems[0]!.message).toContain('thinggroup/North: ==1.0.0, thinggroup/South: ==2.1.0')
})

test('a dependency can contradict, and both parties are named', () => {
  const { problems } = resolve(['App', '==2.0.0'])
  expect(problems[0]!.constraints).toEqual([
    { by: 'App', requirement: '^2.0.0' },
    { by: 'Extra', requirement: '<2.1.0' },
  ])
})

test('what is missing, circular or for other platforms is told apart', () => {
  expect(resolve(['Nope', '*']).problems[0]).toMatchObject({ name: 'Nope', kind: 'missing' })
  expect(resolve(['Loop', '*']).problems[0]).toMatchObject({ kind: 'circular' })
  expect(resolve(['Loop', '*']).problems[0]!.message).toContain('Loop → Pool → Loop')
  expect(resolve(['Windows', '*']).problems[0]).toMatchObject({ kind: 'platform' })
})

test('whatever is resolved meets all requirements, and nothing newer does', () => {
  const version = fc.constantFrom('1.0.0', '1.1.0', '1.2.0', '2.0.0')
  const name = fc.constantFrom('A', 'B', 'C', 'D')
  const requirement = fc.constantFrom('*', '^1.0.0', '>=1.1.0', '==1.1.0', '^2.0.0')
  const candidate = fc.record({
    version,
    dependencies: fc.array(fc.record({ name, requirement }), { maxLength: 2 }),
  })
  const world = fc.dictionary(name, fc.uniqueArray(candidate, { selector: c => c.version, maxLength: 4 }))
  const roots = fc.array(
    fc.record({ name, requirement, requiredBy: fc.constantFrom('thinggroup/X', 'thinggroup/Y') }),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(world, roots, (components, wanted) => {
      const { resolved, problems } = resolveDependencies({
        roots: wanted,
        candidates: n => components[n] ?? [],
      })
      if (problems.length > 0) return
      const asked = [
        ...wanted,
        ...[...resolved].flatMap(([n, v]) => components[n]!.find(c => c.version === v)!.dependencies),
      ]
      for (const { name: n, requirement: r } of asked) expect(satisfies(resolved.get(n)!, r)).toBe(true)
      for (const [n, v] of resolved) {
        const parties = asked.filter(party => party.name === n)
        expect(parties.length).toBeGreaterThan(0)
        const better = components[n]!.filter(c =>
          parties.every(party => satisfies(c.version, party.requirement)),
        )
        expect(
          better
            .map(c => c.version)
            .sort(compareVersions)
            .at(-1),
        ).toBe(v)
      }
    }),
    { numRuns: 500 },
  )
})

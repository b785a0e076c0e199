import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ForecastQuestion,
  forecastDependencies,
  type KnownRecipe,
  recipeKey,
} from './dependency-forecast.ts'
import { resolveDependencies } from './dependency-resolution.ts'
import { platformsOf } from './device-platforms.ts'
import { nucleusForecast } from './nucleus-forecast.ts'

/** A component store: name to version to recipe. */
type Store = Record<string, Record<string, KnownRecipe>>

const recipe = (dependencies: Record<string, string> = {}, os?: string): KnownRecipe => ({
  dependencies: Object.entries(dependencies).map(([name, requirement]) => ({ name, requirement })),
  ...(os && { manifests: [{ platform: { os } }] }),
})
const root = (name: string, requirement: string, requiredBy = 'thinggroup/Line1') => ({
  name,
  requirement,
  requiredBy,
})

/** Fetches what is asked for, as a page does, and counts the fetches. */
function load(store: Store, question: Omit<ForecastQuestion, 'known'>) {
  const versions = new Map<string, string[]>()
  const recipes = new Map<string, KnownRecipe | null>()
  for (let round = 1; ; round++) {
    if (round > 100) throw new Error('It never ends')
    const asked = { ...question, known: { versions, recipes } }
    const forecast = forecastDependencies(asked)
    if (forecast.complete) return { forecast, nucleus: nucleusForecast(asked, forecast), recipes, versions }
    for (const { name, versions: wanted } of forecast.needs) {
      if (!wanted) versions.set(name, Object.keys(store[name] ?? {}))
      for (const version of wanted ?? []) {
        expect(recipes.has(recipeKey(name, version))).toBe(false)
        recipes.set(recipeKey(name, version), store[name]?.[version] ?? null)
      }
    }
  }
}

const store: Store = {
  App: { '1.0.0': recipe({ Lib: '^1.0.0' }), '2.0.0': recipe({ Lib: '^2.0.0', Log: '*' }) },
  Lib: Object.fromEntries(['1.0.0', '1.9.0', '1.10.0', '2.1.0'].map(version => [version, recipe()])),
  Log: { '1.0.0': recipe({ Lib: '<2.2.0' }), '1.1.0': recipe({}, 'windows') },
}

test('the newest that all accept, with the reasons, and no more recipes than needed', () => {
  const platform = { os: 'linux' }
  const { forecast, recipes } = load(store, { roots: [root('App', '==2.0.0')], platform })
  expect(forecast.problems).toEqual([])
  expect(forecast.components).toEqual([
    {
      name: 'App',
      version: '2.0.0',
      isRoot: true,
      heldBackFrom: null,
      why: [{ by: 'thinggroup/Line1', requirement: '==2.0.0' }],
    },
    {
      name: 'Lib',
      version: '2.1.0',
      isRoot: false,
      heldBackFrom: null,
      why: [
        { by: 'App', requirement: '^2.0.0' },
        { by: 'Log', requirement: '<2.2.0' },
      ],
    },
    {
      name: 'Log',
      version: '1.0.0',
      isRoot: false,
      heldBackFrom: '1.1.0',
      why: [{ by: 'App', requirement: '*' }],
    },
  ])
  expect([...recipes.keys()].sort()).toEqual(['App@2.0.0', 'Lib@2.1.0', 'Log@1.0.0', 'Log@1.1.0'])
})

test('what cannot be resolved', () => {
  const conflict = load(store, { roots: [root('App', '==2.0.0'), root('Lib', '==1.0.0', 'thing/core-1')] })
  expect(conflict.forecast.problems).toMatchObject([
    { name: 'Lib', kind: 'conflict', message: expect.stringContaining('thing/core-1: ==1.0.0, App: ^2.0.0') },
  ])
  const missing = load(store, { roots: [root('Nowhere', '==1.0.0')] })
  expect(missing.forecast.problems).toMatchObject([{ name: 'Nowhere', kind: 'missing' }])
})

test('a recipe that cannot be read is named', () => {
  const { forecast } = load({ App: store.App!, Lib: store.Lib! }, { roots: [root('App', '==9.9.9')] })
  expect(forecast.problems).toHaveLength(1)
  const known = { versions: new Map([['App', ['1.0.0']]]), recipes: new Map([['App@1.0.0', null]]) }
  expect(forecastDependencies({ roots: [root('App', '==1.0.0')], known }).unread).toEqual(['App@1.0.0'])
})

test('loading step by step ends where knowing everything does', () => {
  const names = ['A', 'B', 'C', 'D']
  const version = fc.constantFrom('1.0.0', '1.1.0', '2.0.0')
  const requirement = fc.constantFrom('*', '^1.0.0', '>=1.1.0', '==2.0.0', '<2.0.0')
  const known = fc
    .tuple(
      fc.dictionary(fc.constantFrom(...names, 'Nowhere'), requirement, { maxKeys: 2 }),
      fc.constantFrom(undefined, 'linux', 'windows'),
    )
    .map(([dependencies, os]) => recipe(dependencies, os))
  const stores = fc.dictionary(fc.constantFrom(...names), fc.dictionary(version, known, { maxKeys: 3 }))
  const roots = fc.array(fc.tuple(fc.constantFrom(...names), requirement), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(stores, roots, fc.boolean(), (all, asked, onLinux) => {
      const question = {
        roots: asked.map(([name, wanted]) => root(name, wanted)),
        ...(onLinux && { platform: { os: 'linux' } }),
      }
      const { forecast } = load(all, question)
      const whole = resolveDependencies({
        ...question,
        candidates: name => Object.entries(all[name] ?? {}).map(([v, r]) => ({ version: v, ...r })),
      })
      expect(new Map(forecast.components.map(one => [one.name, one.version]))).toEqual(
        new Map([...whole.resolved].sort()),
      )
      expect(forecast.problems).toEqual(whole.problems)
    }),
    { numRuns: 300 },
  )
})

describe('the nucleus', () => {
  const Nucleus = 'aws.greengrass.Nucleus'
  const versions = (...list: string[]) => Object.fromEntries(list.map(version => [version, recipe()]))
  const withNucleus: Store = {
    [Nucleus]: versions('2.12.0', '2.12.6', '2.13.0'),
    Logs: { '1.0.0': recipe({ [Nucleus]: '>=2.1.0 <2.14.0' }), '2.0.0': recipe({ [Nucleus]: '>=2.13.0' }) },
  }
  const ask = (installed: string | null, ...roots: ReturnType<typeof root>[]) =>
    load(withNucleus, { roots, ...(installed && { installed: new Map([[Nucleus, installed]]) }) }).nucleus

  test('nothing asks for it', () => {
    expect(load(store, { roots: [root('Lib', '*')] }).nucleus).toMatchObject({ kind: 'unasked', to: null })
  })

  test('a patch comes unasked where it is not pinned, and restarts devices', () => {
    const nucleus = ask('2.12.0', root('Logs', '==1.0.0'))
    expect(nucleus).toMatchObject({ kind: 'restarts', from: '2.12.0', to: '2.12.6', pinned: false })
    expect(nucleus.message).toMatch(/Greengrass restarts on every device\. No deployment names/)
  })

  test('pinned, it stays', () => {
    const nucleus = ask('2.12.0', root('Logs', '==1.0.0'), root(Nucleus, '==2.12.0'))
    expect(nucleus).toMatchObject({ kind: 'stays', pinned: true, message: 'The nucleus stays at 2.12.0.' })
  })

  test('another minor version is refused unless a deployment names it', () => {
    expect(ask('2.12.6', root('Logs', '==2.0.0'))).toMatchObject({
      kind: 'refused',
      to: '2.13.0',
      errorCode: 'UNAUTHORIZED_NUCLEUS_MINOR_VERSION_UPDATE',
    })
    const named = ask('2.12.6', root('Logs', '==2.0.0'), root(Nucleus, '==2.13.0'))
    expect(named).toMatchObject({ kind: 'restarts', to: '2.13.0', errorCode: null })
  })

  test('a version that the service no longer has still counts where it is installed', () => {
    expect(ask('2.11.9', root('Logs', '==1.0.0'))).toMatchObject({ kind: 'stays', to: '2.11.9' })
  })

  test('what devices have is not known; a downgrade; two kinds at once', () => {
    expect(ask(null, root('Logs', '==1.0.0'))).toMatchObject({ kind: 'unknown', from: null, to: '2.13.0' })
    expect(ask('2.13.0', root(Nucleus, '==2.12.0')).message).toContain('downgraded from 2.13.0 to 2.12.0')
    const both = { ...withNucleus, 'aws.greengrass.NucleusLite': versions('2.0.0') }
    const roots = [root(Nucleus, '==2.12.0'), root('aws.greengrass.NucleusLite', '==2.0.0')]
    expect(load(both, { roots }).nucleus.errorCode).toBe('MULTIPLE_NUCLEUS_RESOLVED_ERROR')
  })

  test('nucleus lite stands in for the classic one', () => {
    const platform = { os: 'linux', runtime: 'aws_nucleus_lite' }
    const { forecast } = load(withNucleus, { roots: [root('Logs', '==2.0.0')], platform })
    expect(forecast.components.map(({ name }) => name)).toEqual(['Logs'])
  })
})

test('platforms of devices, the commonest first', () => {
  const device = (name: string, platform: string, architecture: string, runtime = 'aws_nucleus_classic') => ({
    name,
    platform,
    architecture,
    runtime,
  })
  const devices = [
    device('a', 'linux', 'amd64'),
    device('b', 'linux', 'aarch64'),
    device('c', 'linux', 'aarch64', ''),
    device('d', 'linux', 'aarch64', 'aws_nucleus_lite'),
  ]
  expect(platformsOf(devices).map(({ label, devices: of }) => [label, of.join()])).toEqual([
    ['linux aarch64', 'b,c'],
    ['linux aarch64 nucleus lite', 'd'],
    ['linux amd64', 'a'],
  ])
  expect(platformsOf(devices)[0]?.attributes).toEqual({
    os: 'linux',
    architecture: 'aarch64',
    runtime: 'aws_nucleus_classic',
  })
})

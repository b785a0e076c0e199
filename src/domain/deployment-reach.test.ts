import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contributionsOf, deploymentsReaching, type ReachFacts } from './deployment-reach.ts'

const arn = (target: string) => `arn:aws:iot:us-east-1:123456789012:${target}`
const deployment = (id: string, target: string, created: number, over: Partial<ReachFacts> = {}) => ({
  id,
  targetArn: arn(target),
  parentTargetArn: null,
  created,
  status: 'ACTIVE',
  isLatestForTarget: true,
  components: {},
  ...over,
})
const device = { name: 'core-1', groups: ['Line1', 'Plant', 'Canary'] }
const reach = (...deployments: ReturnType<typeof deployment>[]) =>
  deploymentsReaching(device, deployments).map(one => `${one.deployment.id} ${one.state} ${one.requiredBy}`)

test('groups and the thing itself, in the order of creation', () => {
  expect(
    reach(
      deployment('own', 'thing/core-1', 3),
      deployment('plant', 'thinggroup/Plant', 1),
      deployment('other', 'thinggroup/Line2', 2),
      deployment('line', 'thinggroup/Line1', 2),
      deployment('old', 'thinggroup/Line1', 0, { isLatestForTarget: false }),
    ),
  ).toEqual(['plant applies thinggroup/Plant', 'line applies thinggroup/Line1', 'own applies thing/core-1'])
})

test('a sub-deployment takes the place of its parent until that is revised', () => {
  const sub = (created: number, over: Partial<ReachFacts> = {}) =>
    deployment('sub', 'thinggroup/Canary', created, { parentTargetArn: arn('thinggroup/Line1'), ...over })
  const parent = deployment('parent', 'thinggroup/Line1', 5)
  expect(reach(parent, sub(6))).toEqual(['parent replaced thinggroup/Line1', 'sub applies thinggroup/Line1'])
  expect(reach(parent, sub(4))).toEqual(['sub replaced thinggroup/Line1', 'parent applies thinggroup/Line1'])
  expect(reach(parent, sub(6, { status: 'CANCELED' }))).toEqual([
    'parent applies thinggroup/Line1',
    'sub cancelled thinggroup/Line1',
  ])
})

test('exactly one deployment of each root applies, if any is not cancelled', () => {
  const any = fc.record({
    target: fc.constantFrom('Line1', 'Plant', 'Canary', 'Elsewhere'),
    parent: fc.option(fc.constantFrom('Line1', 'Plant'), { nil: null }),
    created: fc.nat(9),
    status: fc.constantFrom('ACTIVE', 'CANCELED'),
  })
  fc.assert(
    fc.property(fc.array(any), given => {
      const all = given.map(({ target, parent, created, status }, i) =>
        deployment(`d${i}`, `thinggroup/${target}`, created, {
          parentTargetArn: parent && arn(`thinggroup/${parent}`),
          status,
        }),
      )
      const reaching = deploymentsReaching(device, all)
      for (const root of new Set(reaching.map(one => one.requiredBy))) {
        const of = reaching.filter(one => one.requiredBy === root)
        const live = of.filter(one => one.deployment.status === 'ACTIVE')
        expect(of.filter(one => one.state === 'applies')).toEqual(live.slice(-1))
        expect(of.every(one => (one.state === 'replaced') === (one.replacedBy !== null))).toBe(true)
      }
      expect(reaching).toHaveLength(given.filter(({ target }) => target !== 'Elsewhere').length)
    }),
  )
})

test('what each brings, and who configures the same component after it', () => {
  const configured = { componentVersion: '1.0.0', configurationUpdate: { merge: '{}' } }
  const all = [
    { ...deployment('a', 'thinggroup/Line1', 1), components: { App: configured } },
    {
      ...deployment('b', 'thinggroup/Plant', 2),
      components: { App: configured, Log: { componentVersion: '2.0.0' } },
    },
  ]
  expect(contributionsOf(deploymentsReaching(device, all)).map(({ components }) => components)).toEqual([
    [{ name: 'App', version: '1.0.0', configures: true, configuredAgainBy: ['b'] }],
    [
      { name: 'App', version: '1.0.0', configures: true, configuredAgainBy: [] },
      { name: 'Log', version: '2.0.0', configures: false, configuredAgainBy: [] },
    ],
  ])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ComponentDeployment } from './deployment.ts'
import { fleetImpact } from './fleet-impact.ts'
import { type DeploymentContent, deviceImpact, requirementOf } from './impact.ts'

const arn = (target: string) => `arn:aws:iot:us-east-1:123456789012:${target}`
const components = (versions: Record<string, string>): Record<string, ComponentDeployment> =>
  Object.fromEntries(Object.entries(versions).map(([name, componentVersion]) => [name, { componentVersion }]))
const inForce = (
  target: string,
  created: number,
  versions: Record<string, string>,
  over: Partial<DeploymentContent> = {},
): DeploymentContent => ({
  id: `${target}#${created}`,
  targetArn: arn(target),
  parentTargetArn: null,
  created,
  status: 'ACTIVE',
  isLatestForTarget: true,
  components: components(versions),
  ...over,
})
const plan = (target: string, versions: Record<string, string>) => ({
  targetArn: arn(target),
  components: components(versions),
})
const device = { name: 'core-1', groups: ['Line1', 'Plant'] }
const summary = (impact: ReturnType<typeof deviceImpact>) =>
  impact.changes.map(({ name, change }) => `${name} ${change}`)

describe('one device', () => {
  const current = [
    inForce('thinggroup/Line1', 1, { App: '1.0.0', Old: '1.0.0', Shared: '1.0.0' }),
    inForce('thinggroup/Plant', 2, { Shared: '1.0.0' }),
  ]

  test('what is added, updated, removed, and what another group keeps', () => {
    const impact = deviceImpact(device, current, plan('thinggroup/Line1', { App: '2.0.0', New: '1.0.0' }))
    expect(summary(impact)).toEqual(['Old uninstalled', 'App updated', 'New added', 'Shared unchanged'])
    expect(impact.changes.at(-1)?.by).toEqual(['thinggroup/Plant'])
    expect(impact.applies).toEqual([
      { requiredBy: 'thinggroup/Plant', deploymentId: 'thinggroup/Plant#2' },
      { requiredBy: 'thinggroup/Line1', deploymentId: null },
    ])
  })

  test('a contradiction is named with both sources, as the nucleus does', () => {
    const impact = deviceImpact(device, current, plan('thinggroup/Line1', { Shared: '2.0.0' }))
    expect(impact.contradictions).toEqual([
      {
        name: 'Shared',
        before: false,
        constraints: [
          { by: 'thinggroup/Plant', requirement: '==1.0.0' },
          { by: 'thinggroup/Line1', requirement: '==2.0.0' },
        ],
        message: 'Shared: thinggroup/Plant: ==1.0.0, thinggroup/Line1: ==2.0.0',
      },
    ])
  })

  test('a contradiction that was there already is not blamed on the plan', () => {
    const own = inForce('thing/core-1', 3, { Shared: '3.0.0' })
    const impact = deviceImpact(device, [...current, own], plan('thinggroup/Line1', { App: '1.0.0' }))
    expect(impact.contradictions).toMatchObject([{ name: 'Shared', before: true }])
    expect(impact.contradictions[0]?.message).toContain('thing/core-1: ==3.0.0')
  })

  test('configuration of another deployment, and its order, count', () => {
    const configured: Record<string, ComponentDeployment> = {
      Shared: { componentVersion: '1.0.0', configurationUpdate: { merge: '{"a":1}' } },
    }
    const impact = deviceImpact(device, current, {
      targetArn: arn('thinggroup/Line1'),
      components: configured,
    })
    expect(summary(impact)).toContain('Shared reconfigured')
    // Asked for by one deployment more, with nothing to set: no change.
    const again = deviceImpact(device, [current[1]!], plan('thinggroup/Line1', { Shared: '1.0.0' }))
    expect(summary(again)).toEqual(['Shared unchanged'])
  })

  test('a new revision of a parent replaces its sub-deployments', () => {
    const sub = inForce(
      'thinggroup/Canary',
      3,
      { App: '3.0.0' },
      { parentTargetArn: arn('thinggroup/Line1') },
    )
    const canary = { name: 'core-1', groups: ['Line1', 'Canary'] }
    const impact = deviceImpact(canary, [current[0]!, sub], plan('thinggroup/Line1', { App: '2.0.0' }))
    expect(impact.changes).toMatchObject([{ name: 'App', change: 'downgraded', from: '3.0.0', to: '2.0.0' }])
    expect(impact.applies).toHaveLength(1)
  })

  test('a device that is not of the target', () => {
    const impact = deviceImpact({ name: 'x', groups: ['Plant'] }, current, plan('thinggroup/Line1', {}))
    expect(impact.reached).toBe(false)
    expect(summary(impact)).toEqual(['Shared unchanged'])
  })
})

const names = ['A', 'B']
const groups = ['G1', 'G2', 'G3']
const content = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('1.0.0', '2.0.0'), { maxKeys: 2 })
const world = fc.record({
  current: fc.uniqueArray(fc.record({ target: fc.constantFrom(...groups), content }), {
    selector: ({ target }) => target,
  }),
  target: fc.constantFrom(...groups),
  planned: content,
  devices: fc.array(fc.subarray([...groups, 'Unrelated']), { minLength: 1, maxLength: 8 }),
})

test('versions and contradictions agree with adding up what each group asks for', () => {
  fc.assert(
    fc.property(world, given => {
      const current = given.current.map((one, i) => inForce(`thinggroup/${one.target}`, i, one.content))
      const planned = plan(`thinggroup/${given.target}`, given.planned)
      const devices = given.devices.map((of, i) => ({ name: `core-${i}`, groups: of }))
      const fleet = fleetImpact(devices, current, planned)
      const seen = fleet.groups.flatMap(group => group.devices)
      expect(seen.sort()).toEqual(
        devices.filter(one => one.groups.includes(given.target)).map(({ name }) => name),
      )
      let failing = 0
      const lost = new Map<string, number>()
      for (const { devices: members, impact } of fleet.groups) {
        const { groups: of } = devices.find(({ name }) => name === members[0])!
        for (const name of names) {
          const wanted = (after: boolean) =>
            of.flatMap(group => {
              const versions =
                after && group === given.target
                  ? given.planned
                  : given.current.find(({ target }) => target === group)?.content
              return versions?.[name] ?? []
            })
          const [before, after] = [new Set(wanted(false)), new Set(wanted(true))]
          const change = impact.changes.find(one => one.name === name)?.change
          expect(change === undefined).toBe(before.size === 0 && after.size === 0)
          expect(change === 'added').toBe(before.size === 0 && after.size > 0)
          expect(change === 'uninstalled').toBe(before.size > 0 && after.size === 0)
          if (before.size > 0 && after.size === 0) lost.set(name, (lost.get(name) ?? 0) + members.length)
          const contradiction = impact.contradictions.find(one => one.name === name)
          expect(contradiction !== undefined).toBe(after.size > 1)
          if (contradiction) {
            expect(contradiction.before).toBe(before.size > 1)
            failing += members.length
          }
        }
      }
      expect(fleet.contradictions.reduce((sum, one) => sum + one.devices, 0)).toBe(failing)
      expect(new Map(fleet.uninstalls.map(({ name, devices: many }) => [name, many]))).toEqual(lost)
    }),
  )
})

test('what a device loses is named, whoever brought it, and what others keep is not', () => {
  const sub = { parentTargetArn: arn('thinggroup/Line1') }
  const current = [
    inForce('thinggroup/Line1', 1, { App: '1.0.0', Log: '1.0.0' }),
    inForce('thinggroup/Canary', 2, { App: '1.1.0', Probe: '2.0.0' }, sub),
    inForce('thinggroup/Trial', 3, { App: '1.2.0', Probe: '2.1.0' }, sub),
    inForce('thinggroup/Plant', 4, { Log: '1.0.0' }),
  ]
  const devices = [
    { name: 'core-1', groups: ['Line1', 'Canary'] },
    { name: 'core-2', groups: ['Line1', 'Trial'] },
    { name: 'core-3', groups: ['Line1', 'Plant'] },
    { name: 'core-4', groups: ['Line1'] },
  ]
  const fleet = fleetImpact(devices, current, plan('thinggroup/Line1', { App: '2.0.0' }))
  expect(fleet.uninstalls).toEqual([
    { name: 'Log', versions: ['1.0.0'], devices: 1 },
    { name: 'Probe', versions: ['2.0.0', '2.1.0'], devices: 2 },
  ])
})

test('a fleet of 50,000 devices is a handful of groups', () => {
  const devices = Array.from({ length: 50_000 }, (_, i) => ({
    name: `core-${i}`,
    groups: ['Plant', i % 2 ? 'Line1' : 'Line2', `Unrelated-${i}`],
  }))
  const current = [
    inForce('thinggroup/Line1', 1, { Shared: '1.0.0', Log: '1.0.0' }),
    inForce('thinggroup/Plant', 2, { Log: '1.0.0' }),
  ]
  const fleet = fleetImpact(devices, current, plan('thinggroup/Plant', { Shared: '2.0.0' }))
  expect(fleet.groups.map(group => group.devices.length)).toEqual([25_000, 25_000])
  expect(fleet.contradictions).toMatchObject([{ name: 'Shared', devices: 25_000 }])
  expect(fleet.keptByOthers).toEqual([{ name: 'Log', by: 'thinggroup/Line1', devices: 25_000 }])
})

test('a range stays a range', () => {
  expect(requirementOf('1.0.0')).toBe('==1.0.0')
  expect(requirementOf('^1.0.0')).toBe('^1.0.0')
})

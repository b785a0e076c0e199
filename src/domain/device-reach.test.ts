import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EffectiveDeployment, InstalledComponent } from './core-device.ts'
import { deviceReach, type ReachingDeployment } from './device-reach.ts'

const arn = (target: string) => `arn:aws:iot:us-east-1:123456789012:${target}`
const deployment = (
  id: string,
  target: string,
  created: number,
  versions: Record<string, string> = {},
  over: Partial<ReachingDeployment> = {},
): ReachingDeployment => ({
  id,
  name: id,
  revisionId: '1',
  targetArn: arn(target),
  parentTargetArn: null,
  created,
  status: 'ACTIVE',
  isLatestForTarget: true,
  components: Object.fromEntries(
    Object.entries(versions).map(([name, componentVersion]) => [name, { componentVersion }]),
  ),
  ...over,
})
const report = (deploymentId: string, target: string, modified: number): EffectiveDeployment => ({
  deploymentId,
  deploymentName: deploymentId,
  iotJobId: null,
  targetArn: arn(target),
  description: '',
  executionStatus: 'SUCCEEDED',
  reason: '',
  errorStack: [],
  errorTypes: [],
  created: 0,
  modified,
})
const installed = [{ name: 'App', version: '1.0.0', state: 'RUNNING' }] as InstalledComponent[]
const nothing = { device: 'core-1', lite: false, paths: [], deployments: [], reports: [], installed: [] }

test('in order, through which groups, beside what the device has', () => {
  const { entries } = deviceReach({
    ...nothing,
    paths: [['Plant', 'Line1'], ['Canary']],
    deployments: [
      deployment('own', 'thing/core-1', 3, { Tool: '2.0.0' }),
      deployment('plant', 'thinggroup/Plant', 1, { App: '1.0.0' }),
      deployment('other', 'thinggroup/Line2', 2),
      deployment('sub', 'thinggroup/Canary', 4, {}, { parentTargetArn: arn('thinggroup/Plant') }),
    ],
    installed,
  })
  expect(entries.map(({ reach, order, path }) => [reach.deployment.id, order, path])).toEqual([
    ['plant', null, ['Plant', 'Line1']],
    ['own', 1, null],
    ['sub', 2, ['Canary']],
  ])
  expect(entries[0]!.components).toEqual([
    {
      name: 'App',
      version: '1.0.0',
      configures: false,
      configuredAgainBy: [],
      installed: { version: '1.0.0', state: 'RUNNING' },
    },
  ])
  expect(entries[1]!.components[0]!.installed).toBeNull()
})

test('versions that contradict each other, in the words of the nucleus', () => {
  const { contradictions } = deviceReach({
    ...nothing,
    paths: [['Line1']],
    deployments: [
      deployment('line', 'thinggroup/Line1', 1, { App: '1.0.0', Log: '2.0.0' }),
      deployment('own', 'thing/core-1', 2, { App: '1.1.0', Log: '2.0.0' }),
    ],
  })
  expect(contradictions.map(({ message }) => message)).toEqual([
    'App: thinggroup/Line1: ==1.0.0, thing/core-1: ==1.1.0',
  ])
})

test('nucleus lite ignores what is for the thing itself', () => {
  const { entries, contradictions } = deviceReach({
    ...nothing,
    lite: true,
    paths: [['Line1']],
    deployments: [
      deployment('line', 'thinggroup/Line1', 1, { App: '1.0.0' }),
      deployment('own', 'thing/core-1', 2, { App: '1.1.0' }),
    ],
  })
  expect(entries.map(({ order, ignored }) => [order, ignored])).toEqual([
    [1, false],
    [null, true],
  ])
  expect(contradictions).toEqual([])
})

test('its report, or that of an earlier revision, and what it has left', () => {
  const { entries, left } = deviceReach({
    ...nothing,
    paths: [['Line1'], ['Line2']],
    deployments: [deployment('b', 'thinggroup/Line1', 2), deployment('c', 'thinggroup/Line2', 3)],
    reports: [
      report('a', 'thinggroup/Line1', 5),
      report('older', 'thinggroup/Line1', 4),
      report('c', 'thinggroup/Line2', 6),
      report('gone-1', 'thinggroup/Yard', 1),
      report('gone-2', 'thinggroup/Yard', 2),
    ],
  })
  expect(
    entries.map(one => [one.reported?.deploymentId ?? null, one.reportedBefore?.deploymentId ?? null]),
  ).toEqual([
    [null, 'a'],
    ['c', null],
  ])
  expect(left.map(one => one.deploymentId)).toEqual(['gone-2'])
})

test('every deployment to the device or to a group of its paths is there once, those that apply numbered through', () => {
  const any = fc.record({
    target: fc.constantFrom('thing/core-1', 'thing/core-2', 'thinggroup/A', 'thinggroup/B', 'thinggroup/C'),
    created: fc.nat(20),
    status: fc.constantFrom('ACTIVE', 'CANCELED'),
  })
  const paths = fc.subarray([['A'], ['B', 'C']])
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: one => one.target }), paths, (given, among) => {
      const deployments = given.map(({ target, created, status }) =>
        deployment(target, target, created, {}, { status }),
      )
      const { entries } = deviceReach({ ...nothing, paths: among, deployments })
      const mine = new Set(['thing/core-1', ...among.flat().map(name => `thinggroup/${name}`)])
      expect(entries.map(one => one.reach.deployment.id).sort()).toEqual(
        given
          .map(({ target }) => target)
          .filter(target => mine.has(target))
          .sort(),
      )
      const orders = entries.flatMap(({ order }) => order ?? [])
      expect(orders).toEqual(orders.map((_, index) => index + 1))
    }),
  )
})

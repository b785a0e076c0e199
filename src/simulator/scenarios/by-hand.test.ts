import { expect, it } from 'vitest'
import { groupFailures } from '#src/domain/failure-groups.ts'
import { virtualClock } from '../clock.ts'
import { asker } from '../operations/ask.ts'
import { healthOf } from '../world/reporting.ts'
import type { World } from '../world/world.ts'
import { buildWorld, type ScenarioOptions } from './build-world.ts'

/** What the texts promise can be tried by hand: each with components and groups that are there. */

const now = Date.UTC(2026, 5, 15, 9, 30)
const minute = 60_000

function begin(scenario: ScenarioOptions['scenario'], devices: number | null = null) {
  const clock = virtualClock({ start: now, paused: true, wallClock: () => 0 })
  const world = buildWorld({ scenario, seed: 1, devices, clock })
  const deploy = async (group: string, components: Record<string, string>) => {
    const { deploymentId = '' } = await asker(world)('CreateDeployment', {
      targetArn: world.groupArn(group),
      components: Object.fromEntries(
        Object.entries(components).map(([name, componentVersion]) => [name, { componentVersion }]),
      ),
    })
    return world.deployments.get(deploymentId)!
  }
  const pass = (milliseconds: number) => {
    clock.advance(milliseconds)
    world.advance()
  }
  return { world, deploy, pass }
}

const failuresOf = (deployment: Awaited<ReturnType<ReturnType<typeof begin>['deploy']>>) =>
  deployment
    .job!.executions.sorted()
    .filter(({ status }) => status === 'FAILED')
    .map(({ thing, outcome }) => ({
      thingName: thing.name,
      errorStack: outcome!.errorStack,
      errorTypes: outcome!.errorTypes,
      reason: outcome!.reason,
      detailedStatus: outcome!.detailedStatus,
    }))

it('a large fleet fails on more than 500 devices for a handful of reasons', async () => {
  const { deploy, pass } = begin('large')
  const deployment = await deploy('plants', { 'com.meadowdemo.LineVision': '1.1.1' })
  pass(60 * minute)
  expect(deployment.job!.executions.size).toBe(10_000)
  const failures = failuresOf(deployment)
  expect(failures.length).toBeGreaterThan(500)
  expect(failures.length).toBeLessThan(2000)
  const groups = groupFailures(failures)
  expect(groups.length).toBeGreaterThanOrEqual(4)
  expect(groups.length).toBeLessThanOrEqual(5)
  expect(failures.some(({ errorStack }) => errorStack.length === 0)).toBe(true)
  for (const group of groups) expect(group.devices.length).toBeGreaterThan(50)
}, 30_000)

it('two groups contradict each other where canaries are in a line', async () => {
  const { world, deploy, pass } = begin('calm')
  const deployment = await deploy('canary', { 'com.meadowdemo.LineSensors': '2.0.0' })
  pass(30 * minute)
  const failures = failuresOf(deployment)
  const lines = failures.filter(({ reason }) => /thinggroup\/harbor-line-\d: ==1\.2\.1/.test(reason))
  expect(lines.length).toBeGreaterThanOrEqual(8)
  for (const { reason } of lines) expect(reason).toContain('thinggroup/canary: ==2.0.0')
  expect(deployment.job!.counts.succeeded).toBeGreaterThanOrEqual(10)
  expect(world.deployments.inForce(deployment.targetArn)).toBe(deployment)
})

it('a deployment to a plant reaches the devices of all its areas', async () => {
  const { deploy, pass } = begin('calm')
  const deployment = await deploy('harbor', { 'com.meadowdemo.NightlyAudit': '1.0.1' })
  pass(30 * minute)
  expect(deployment.job!.executions.size).toBe(74)
  expect(deployment.job!.counts.succeeded).toBeGreaterThan(60)
})

it('a component breaks some time after its deployment has succeeded', async () => {
  const { world, deploy, pass } = begin('calm')
  const name = 'com.example.Late'
  const recipe = {
    RecipeFormatVersion: '2020-01-25',
    ComponentName: name,
    ComponentVersion: '1.0.0',
    ComponentPublisher: 'Example',
    Manifests: [{ Lifecycle: { Run: 'sleep 60; exit 1' } }],
  }
  await asker(world)('CreateComponentVersion', { inlineRecipe: btoa(JSON.stringify(recipe)) as never })
  pass(minute)
  const deployment = await deploy('harbor-line-3', { [name]: '1.0.0' })
  pass(45_000)
  expect(deployment.job!.counts).toMatchObject({ succeeded: 40, failed: 0 })
  expect(statesOf(world, name)).toEqual({ RUNNING: 40 })
  pass(75_000)
  expect(statesOf(world, name)).toEqual({ ERRORED: 40 })
  pass(150_000)
  expect(statesOf(world, name)).toEqual({ BROKEN: 40 })
  expect(deployment.job!.counts.succeeded).toBe(40)
  expect(healthOf({ ...lastOf(world), at: 0 })).toBe('UNHEALTHY')
})

const lastOf = (world: World) => {
  const core = world.cores.get('harbor-line-3-packer-06')!
  return { state: core.reportedState, changed: core.reportedChanged }
}

function statesOf(world: World, component: string): Record<string, number> {
  const states: Record<string, number> = {}
  for (const core of world.cores.values())
    for (const { name, state } of core.state.components)
      if (name === component) states[state] = (states[state] ?? 0) + 1
  return states
}

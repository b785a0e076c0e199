import { describe, expect, it } from 'vitest'
import { scenarioNames } from '#src/domain/demo-fleet.ts'
import { stillClock } from '../clock.ts'
import { asker, codeOf, pages } from '../operations/ask.ts'
import { healthOf, lastReport } from '../world/reporting.ts'
import type { World } from '../world/world.ts'
import { buildWorld } from './build-world.ts'
import { longestName } from './fleet.ts'
import { hour } from './timeline.ts'

const now = Date.UTC(2026, 5, 15, 9, 30)
const build = (scenario: (typeof scenarioNames)[number], seed = 1, devices = 600) =>
  buildWorld({ scenario, seed, devices, clock: stillClock(now) })

/** Everything that a client could see, in one text. */
function fingerprint(world: World): string {
  const cores = world.cores.sorted().map(core => {
    const { state, at, changed } = lastReport(world, core)
    const software = state.components.map(({ name, version, state: s }) => `${name} ${version} ${s}`)
    const executions = core.thing.executions?.map(e => `${e.deployment?.id} ${e.status} ${e.updated}`)
    return [core.name, core.thing.id, at, core.online, changed, software, executions]
  })
  const deployments = [...world.deployments.values()].map(d => [d.id, d.status, d.created, d.job?.counts])
  return JSON.stringify([cores, deployments, [...world.components.values()].map(c => [c.arn, c.created])])
}

describe.each(scenarioNames)('scenario %s', scenario => {
  const world = build(scenario)

  it('is the same for the same seed, and moves on in the same way', () => {
    const again = build(scenario)
    expect(fingerprint(again)).toBe(fingerprint(world))
    const twins = [build(scenario, 3), build(scenario, 3)]
    for (const twin of twins) twin.advanceTo(now + 20 * 60_000)
    expect(fingerprint(twins[0]!)).toBe(fingerprint(twins[1]!))
  })

  it('ends at the present, with nothing in the future', () => {
    expect(world.time).toBe(now)
    for (const component of world.components.values()) expect(component.created).toBeLessThanOrEqual(now)
    for (const core of world.cores.values()) expect(lastReport(world, core).at).toBeLessThanOrEqual(now)
  })

  it('keeps its books: executions of each job add up to its counts', () => {
    for (const job of world.jobs.values()) {
      const total = Object.values(job.counts).reduce((sum, count) => sum + count, 0)
      expect(total).toBe(job.executions.size)
      expect(Math.min(...Object.values(job.counts))).toBeGreaterThanOrEqual(0)
    }
    for (const group of world.groups.values())
      for (const name of group.members) expect(world.things.get(name)?.groups).toContain(group.name)
  })

  it('puts a thing in at most one group of a hierarchy', () => {
    const rootOf = (name: string): string => {
      const parent = world.groups.get(name)?.parent
      return parent ? rootOf(parent) : name
    }
    for (const { groups } of world.things.values())
      expect(new Set(groups.map(rootOf)).size).toBe(groups.length)
  })
})

describe('the calm fleet has what a conformance run looks for', () => {
  const world = build('calm')
  const ask = asker(world)
  const cores = () =>
    pages(async nextToken => {
      const answer = await ask('ListCoreDevices', { nextToken })
      return { items: answer.coreDevices ?? [], nextToken: answer.nextToken }
    })
  const effective = async () =>
    (
      await Promise.all(
        (
          await cores()
        ).map(({ coreDeviceThingName }) =>
          ask('ListEffectiveDeployments', { coreDeviceThingName, maxResults: 100 }),
        ),
      )
    ).flatMap(({ effectiveDeployments }) => effectiveDeployments ?? [])
  const installed = async () =>
    (
      await Promise.all(
        (
          await cores()
        ).map(({ coreDeviceThingName }) =>
          ask('ListInstalledComponents', { coreDeviceThingName, topologyFilter: 'ALL', maxResults: 100 }),
        ),
      )
    ).flatMap(({ installedComponents }) => installedComponents ?? [])

  it('core devices of both statuses and both runtimes', async () => {
    const all = await cores()
    expect(all.length).toBeGreaterThanOrEqual(120)
    expect(new Set(all.map(core => core.status))).toEqual(new Set(['HEALTHY', 'UNHEALTHY']))
    expect(new Set(all.map(core => core.runtime))).toEqual(
      new Set(['aws_nucleus_classic', 'aws_nucleus_lite']),
    )
    expect(new Set(all.map(core => core.platform))).toEqual(new Set(['linux', 'windows', 'darwin']))
    expect(new Set(all.map(core => core.architecture))).toEqual(new Set(['amd64', 'aarch64', 'arm', 'x86']))
  })

  it('plain things with attributes and types, enough to associate 250 of them, and connectivity data', async () => {
    const things = await pages(async nextToken => {
      const answer = await ask('ListThings', { maxResults: 250, nextToken })
      return { items: answer.things ?? [], nextToken: answer.nextToken }
    })
    const plain = things.filter(({ thingName }) => !world.cores.has(thingName ?? ''))
    const associated = new Set([...world.associations.values()].flatMap(clients => [...clients.keys()]))
    expect(plain.filter(({ thingName }) => !associated.has(thingName ?? '')).length).toBeGreaterThanOrEqual(
      230,
    )
    expect(plain.length).toBeGreaterThanOrEqual(253)
    expect(plain.some(({ thingTypeName }) => thingTypeName)).toBe(true)
    expect(plain.some(({ attributes }) => attributes?.model === 'PT1000')).toBe(true)
    const [core] = [...world.connectivity.keys()]
    const info = await ask('GetConnectivityInfo', { thingName: core })
    expect(info.connectivityInfo?.[0]?.portNumber).toBe(8883)
    const data = await ask('GetThingConnectivityData', { thingName: core })
    expect(data.connected).toBe(true)
  })

  it('thing groups: empty, small, of at least four members, nested, unrelated to a parent', async () => {
    const { thingGroups = [] } = await ask('ListThingGroups', { maxResults: 250 })
    const size = (name: string) => world.groups.get(name)?.members.size
    expect(thingGroups.length).toBeGreaterThanOrEqual(4)
    expect(size('spare-parts')).toBe(0)
    expect(size('workshop-bench')).toBe(3)
    const nested = await ask('DescribeThingGroup', { thingGroupName: 'harbor-line-3' })
    expect(nested.thingGroupMetadata?.rootToParentThingGroups?.map(group => group.groupName)).toEqual([
      'harbor',
    ])
    const { things } = await ask('ListThingsInThingGroup', { thingGroupName: 'harbor', recursive: true })
    expect(things).toHaveLength(74)
  })

  it('a group of exactly 40 healthy, connected core devices without a failure', async () => {
    const { things = [] } = await ask('ListThingsInThingGroup', { thingGroupName: 'harbor-line-3' })
    expect(things).toHaveLength(40)
    for (const name of things) {
      const core = world.cores.get(name)!
      const report = lastReport(world, core)
      expect(healthOf(report)).toBe('HEALTHY')
      expect(core.online).toBe(true)
      expect(now - report.at).toBeLessThan(24 * hour)
      expect(core.quirks).toEqual({})
      expect(report.state.components.every(({ state }) => ['RUNNING', 'FINISHED'].includes(state))).toBe(true)
      expect(core.thing.executions?.every(({ status }) => status === 'SUCCEEDED')).toBe(true)
    }
  })

  it('failed deployments with and without codes, and with each way to end', async () => {
    const all = await effective()
    const failed = all.filter(({ coreDeviceExecutionStatus }) => coreDeviceExecutionStatus === 'FAILED')
    const stacks = failed.map(({ statusDetails }) => statusDetails?.errorStack ?? [])
    expect(stacks.some(stack => stack[0] === 'DEPLOYMENT_FAILURE')).toBe(true)
    expect(stacks.some(stack => stack.length === 0)).toBe(true)
    expect(failed.every(({ reason }) => reason)).toBe(true)
    for (const detailed of [
      'FAILED_NO_STATE_CHANGE',
      'FAILED_ROLLBACK_COMPLETE',
      'FAILED_ROLLBACK_NOT_REQUESTED',
      'FAILED_UNABLE_TO_ROLLBACK',
    ])
      expect(
        failed.some(({ reason }) => reason?.startsWith(detailed)),
        detailed,
      ).toBe(true)
    const statuses = new Set<string | undefined>(all.map(one => one.coreDeviceExecutionStatus))
    for (const status of ['SUCCEEDED', 'COMPLETED', 'REJECTED', 'TIMED_OUT', 'IN_PROGRESS', 'QUEUED'])
      expect(statuses, status).toContain(status)
  })

  it('broken and failing components, dependencies that are no roots, and software from the device itself', async () => {
    const all = await installed()
    const states = new Set<string | undefined>(all.map(({ lifecycleState }) => lifecycleState))
    for (const state of ['RUNNING', 'FINISHED', 'BROKEN', 'ERRORED']) expect(states, state).toContain(state)
    expect(all.some(({ isRoot }) => !isRoot)).toBe(true)
    expect(all.some(({ lastInstallationSource }) => lastInstallationSource === 'LOCAL')).toBe(true)
    const old = all.filter(one => one.componentName === 'aws.greengrass.LogManager')
    expect(old.some(({ componentVersion }) => componentVersion === '2.2.8')).toBe(true)
    const arn = 'arn:aws:greengrass:us-east-1:aws:components:aws.greengrass.LogManager:versions:2.2.8'
    expect((await ask('DescribeComponent', { arn })).status?.vendorGuidance).toBe('DISCONTINUED')
  })

  it('job executions that are running against a timer, timed out, failed, and a deployment that is done', async () => {
    const { jobs = [] } = await ask('ListJobs', { maxResults: 250 })
    const found = new Set<string>()
    for (const { jobId = '' } of jobs) {
      const { job } = await ask('DescribeJob', { jobId })
      const { executionSummaries = [] } = await ask('ListJobExecutionsForJob', { jobId, maxResults: 250 })
      const statuses = executionSummaries.map(one => one.jobExecutionSummary?.status ?? '')
      for (const status of statuses) found.add(job?.timeoutConfig ? `${status} timed` : status)
      if (statuses.length > 0 && statuses.every(status => status === 'SUCCEEDED')) found.add('all done')
    }
    for (const wanted of ['IN_PROGRESS timed', 'TIMED_OUT timed', 'FAILED', 'QUEUED', 'all done'])
      expect(found, wanted).toContain(wanted)
  })

  it('public components, one of them with an artifact of the service', async () => {
    const { components = [] } = await ask('ListComponents', { scope: 'PUBLIC', maxResults: 30 })
    expect(components.every(({ arn }) => arn?.includes(':aws:components:'))).toBe(true)
    const arn = components[0]?.latestVersion?.arn
    const recipe = JSON.parse(
      atob((await ask('GetComponent', { arn, recipeOutputFormat: 'JSON' })).recipe ?? ''),
    )
    const uri: string = recipe.Manifests[0].Artifacts[0].Uri
    expect(uri).toMatch(/^greengrass:/)
    const artifactName = uri.slice('greengrass:'.length)
    const link = await ask('GetComponentVersionArtifact', { arn, artifactName })
    expect(link.preSignedUrl).toMatch(/^https:\/\/.+X-Amz-Signature|^https:\/\/.+X-Amz-/)
    expect(await codeOf(ask('GetComponentVersionArtifact', { arn, artifactName: 'x/y.zip' }))).toBe(
      'ResourceNotFoundException',
    )
  })

  it('the other oddities: a name of 124 bytes, old reports, a thing that is no core device yet, a lost member', () => {
    expect(longestName).toHaveLength(124)
    expect(world.cores.has(longestName)).toBe(true)
    const ages = world.cores.sorted().map(core => (now - lastReport(world, core).at) / hour)
    expect(ages.some(age => age > 24 && age < 48)).toBe(true)
    expect(ages.some(age => age > 48)).toBe(true)
    expect(world.things.has('mesa-yard-gate-07')).toBe(true)
    expect(world.cores.has('mesa-yard-gate-07')).toBe(false)
    const lost = world.cores.get('ridgeway-dispatch-dock-10')!
    expect(lost.thing.groups).not.toContain('ridgeway-dispatch')
    expect(lost.state.components.some(({ name }) => name === 'com.meadowdemo.LabelPrinter')).toBe(true)
    expect(world.serviceRole).not.toBeNull()
  })
})

describe('stories', () => {
  const latest = (world: World, group: string) => world.deployments.latest(world.groupArn(group))!

  it('a rollout is half way, at a rate that has grown', () => {
    const world = build('rolling-out')
    const job = latest(world, 'fleet-base').job!
    const all = world.groups.get('fleet-base')!.members.size
    expect(job.reached).toBeGreaterThan(all * 0.35)
    expect(job.reached).toBeLessThan(all * 0.65)
    world.advanceTo(now + 60 * 60_000)
    expect(job.executions.size).toBe(all)
  })

  it.each([1, 2, 3, 4, 5, 6])(
    'a bad release fails for two reasons and does not meet its abort criterion: %i',
    seed => {
      const world = build('bad-release', seed)
      const { job, status } = latest(world, 'canary')
      const failed = job!.executions.sorted().filter(one => one.status === 'FAILED')
      const causes = new Map<string, Set<string>>()
      for (const { thing, outcome } of failed) {
        const cause = outcome?.errorStack.at(-1) ?? ''
        const kind = world.cores.get(thing.name)!.kind.architecture
        causes.set(cause, (causes.get(cause) ?? new Set()).add(kind))
      }
      expect(causes.get('COMPONENT_BROKEN')).toEqual(new Set(['arm']))
      expect(causes.get('DISK_SPACE_CRITICAL')).toEqual(new Set(['aarch64']))
      expect(status).toBe('ACTIVE')
      expect(job!.counts.succeeded).toBeGreaterThan(0)
      expect(job!.reached).toBeLessThan(job!.waiting.length)
      world.advanceTo(now + 60 * 60_000)
      expect(latest(world, 'canary').status).toBe('ACTIVE')
    },
  )

  it('a dark site has no connection since three hours, and says so only by its silence', () => {
    const world = build('site-outage')
    const mesa = world.cores.sorted().filter(({ name }) => name.startsWith('mesa-'))
    expect(mesa.length).toBeGreaterThan(20)
    for (const core of mesa) {
      expect(core.thing.connection?.connected).toBe(false)
      expect(now - lastReport(world, core).at).toBeGreaterThan(2.9 * hour)
      expect(healthOf(lastReport(world, core))).toBe('HEALTHY')
    }
  })

  it('a new account has AWS components and nothing else', () => {
    const world = build('empty')
    expect(world.components.names('PUBLIC').length).toBeGreaterThan(15)
    expect(world.components.names('PRIVATE')).toEqual([])
    expect([world.cores.size, world.things.size, world.groups.size, world.deployments.size]).toEqual([
      0, 0, 0, 0,
    ])
    expect(world.serviceRole).toBeNull()
  })

  it('a large fleet is as large as asked for', () => {
    expect(build('large', 1, 1234).cores.size).toBe(1234)
    const world = build('large', 1, 3000)
    const unhealthy = world.cores.sorted().filter(core => healthOf(lastReport(world, core)) === 'UNHEALTHY')
    expect(unhealthy.length).toBeGreaterThan(5)
    expect(unhealthy.length).toBeLessThan(100)
  })
})

import { describe, expect, it } from 'vitest'
import { day, minute, type SampleWorld, sampleWorld } from '../world/sample-world.ts'
import {
  deleteCoreDevice,
  getCoreDevice,
  listCoreDevices,
  listEffectiveDeployments,
  listInstalledComponents,
} from './core-devices.ts'

const contextOf = ({ world }: SampleWorld) => ({ world, now: world.time, requestId: '', caller: {} as never })

function setUp(count = 3) {
  const s = sampleWorld()
  s.component('lib')
  s.component('app', '1.0.0', { dependencies: [{ name: 'lib', requirement: '*', type: 'HARD' }] })
  s.fleet('line', count)
  return s
}

const deploy = (s: SampleWorld, target: string) =>
  s.build.deploy({ target, components: { app: { componentVersion: '1.0.0' } } })

const list = (s: SampleWorld, input: Parameters<typeof listCoreDevices>[0] = {}) =>
  listCoreDevices(input, contextOf(s)) as never as {
    coreDevices: { coreDeviceThingName: string; status: string; lastStatusUpdateTimestamp: number }[]
    nextToken?: string
  }

const names = (s: SampleWorld, input: Parameters<typeof listCoreDevices>[0] = {}) =>
  list(s, input).coreDevices.map(device => device.coreDeviceThingName)

describe('ListCoreDevices', () => {
  it('filters by status and runtime', () => {
    const s = setUp()
    s.fleet('lite', 1, { runtime: 'aws_nucleus_lite', nucleusVersion: '2.1.0' })
    deploy(s, 'line')
    s.pass(5 * minute)
    s.build.componentState('line-0002', 'app', { state: 'BROKEN' })
    expect(names(s, { status: 'UNHEALTHY' })).toEqual(['line-0002'])
    expect(names(s, { status: 'HEALTHY' })).toEqual(['line-0001', 'line-0003', 'lite-0001'])
    expect(names(s, { runtime: 'aws_nucleus_lite' })).toEqual(['lite-0001'])
  })

  it('filters a group by success, not by membership', () => {
    const s = setUp()
    const thingGroupArn = s.world.groupArn('line')
    expect(names(s, { thingGroupArn })).toEqual([])
    s.build.offline('line-0003')
    deploy(s, 'line')
    s.pass(5 * minute)
    s.build.leave('line-0001', 'line')
    expect(names(s, { thingGroupArn })).toEqual(['line-0001', 'line-0002'])
    expect(names(s, { thingGroupArn: s.world.groupArn('nothing') })).toEqual([])
  })

  it('gives a page of a large fleet without touching the rest', () => {
    const s = setUp(20_000)
    const seen: string[] = []
    let nextToken: string | undefined
    for (let pages = 0; pages === 0 || nextToken !== undefined; pages += 1) {
      const answer = list(s, { maxResults: 100, ...(nextToken && { nextToken }) })
      seen.push(...answer.coreDevices.map(device => device.coreDeviceThingName))
      nextToken = answer.nextToken
    }
    expect(new Set(seen).size).toBe(20_000)
    expect(seen).toEqual([...seen].sort())
  })
})

describe('a core device', () => {
  it('is known by its last report', () => {
    const s = setUp()
    s.pass(3 * day)
    const device = getCoreDevice({ coreDeviceThingName: 'line-0001' }, contextOf(s))
    expect(device).toMatchObject({
      coreVersion: '2.13.0',
      platform: 'linux',
      architecture: 'amd64',
      runtime: 'aws_nucleus_classic',
      status: 'HEALTHY',
    })
    const at = (device as never as { lastStatusUpdateTimestamp: number }).lastStatusUpdateTimestamp
    expect(s.world.time / 1000 - at).toBeLessThan(86_400)
  })

  it('lists root components by default, all on demand', () => {
    const s = setUp()
    const { id } = deploy(s, 'line')
    s.pass(5 * minute)
    const installed = (topologyFilter?: 'ALL' | 'ROOT') =>
      (
        listInstalledComponents(
          { coreDeviceThingName: 'line-0001', ...(topologyFilter && { topologyFilter }) },
          contextOf(s),
        ) as { installedComponents: { componentName: string }[] }
      ).installedComponents
    expect(installed().map(one => one.componentName)).toEqual(['app'])
    expect(installed('ALL').map(one => one.componentName)).toEqual(['app', 'aws.greengrass.Nucleus', 'lib'])
    expect(installed()[0]).toMatchObject({
      isRoot: true,
      lifecycleState: 'RUNNING',
      lastInstallationSource: id,
    })
  })

  it('tells of its deployments, newest first: SUCCEEDED by a group, COMPLETED by its shadow', () => {
    const s = setUp()
    const group = deploy(s, 'line')
    s.pass(5 * minute)
    const thing = deploy(s, 'line-0001')
    s.pass(5 * minute)
    const answer = listEffectiveDeployments({ coreDeviceThingName: 'line-0001' }, contextOf(s))
    expect(answer).toMatchObject({
      effectiveDeployments: [
        { deploymentId: thing.id, coreDeviceExecutionStatus: 'COMPLETED', reason: 'SUCCESSFUL' },
        { deploymentId: group.id, coreDeviceExecutionStatus: 'SUCCEEDED', iotJobId: group.job!.id },
      ],
    })
  })

  it('is gone after DeleteCoreDevice, and the thing is not', () => {
    const s = setUp()
    deleteCoreDevice({ coreDeviceThingName: 'line-0001' }, contextOf(s))
    expect(names(s)).toEqual(['line-0002', 'line-0003'])
    expect(() => getCoreDevice({ coreDeviceThingName: 'line-0001' }, contextOf(s))).toThrow('does not exist')
    expect(s.world.things.has('line-0001')).toBe(true)
    expect(s.world.groups.get('line')!.members.has('line-0001')).toBe(true)
  })
})

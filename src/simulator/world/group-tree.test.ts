import { describe, expect, it } from 'vitest'
import { createGroup, deleteGroup } from './things.ts'
import { hour, minute, type SampleWorld, sampleWorld } from './sample-world.ts'

const app = (componentVersion = '1.0.0') => ({ app: { componentVersion } })

/** plant > hall > line-1, line-2; 3 + 2 devices in the lines, one in the hall itself. */
function plant(): SampleWorld {
  const s = sampleWorld()
  for (const version of ['1.0.0', '2.0.0']) s.component('app', version)
  s.component('extra')
  for (const [name, parent] of [
    ['plant', null],
    ['hall', 'plant'],
    ['line-1', 'hall'],
    ['line-2', 'hall'],
  ] as const)
    s.build.addGroup({ name, parent })
  s.fleet('line-1', 3)
  s.fleet('line-2', 2)
  s.fleet('hall', 1)
  return s
}

// https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html: a job for a group is sent to every thing
// in it and in its child groups.
describe('groups inside of groups', () => {
  it('get the deployments of the groups above, at the rate for all of them', () => {
    const s = plant()
    const deployment = s.build.deploy({
      target: 'plant',
      components: app(),
      jobConfiguration: { jobExecutionsRolloutConfig: { maximumPerMinute: 2 } },
    })
    const reached = [1, 1, 1].map(() => {
      s.pass(minute)
      return deployment.job!.executions.size
    })
    expect(reached).toEqual([3, 5, 6])
    s.pass(5 * minute)
    expect(deployment.job!.counts).toMatchObject({ succeeded: 6, queued: 0, inProgress: 0 })
    expect(s.installed('line-2-0002')).toEqual({ app: '1.0.0 RUNNING' })
    expect(s.world.groups.get('plant')!.applied.size).toBe(6)
  })

  it('have them behind them in a history as well', () => {
    const s = plant()
    const deployment = s.build.pastDeployment({ target: 'hall', components: app() })
    expect(deployment.job!.counts.succeeded).toBe(6)
  })

  it('pass them on to things that join later, once', () => {
    const s = plant()
    const upper = s.build.deploy({ target: 'plant', components: app() })
    const lower = s.build.deploy({
      target: 'line-1',
      components: { extra: { componentVersion: '1.0.0' } },
    })
    s.pass(5 * minute)
    s.build.addCore({ name: 'new', nucleusVersion: '2.13.0', groups: ['line-1'] })
    for (const deployment of [upper, lower]) expect(s.execution(deployment, 'new').status).toBe('QUEUED')
    s.pass(5 * minute)
    expect(s.installed('new')).toEqual({ app: '1.0.0 RUNNING', extra: '1.0.0 RUNNING' })
    expect(upper.job!.executions.size).toBe(7)
  })

  it('take them along: what has not begun is removed, components go with the next deployment', () => {
    const s = plant()
    s.build.offline('line-1-0001')
    const deployment = s.build.deploy({ target: 'plant', components: app() })
    s.pass(5 * minute)
    s.build.leave('line-1-0001', 'line-1')
    s.build.leave('line-1-0002', 'line-1')
    expect(deployment.job!.counts).toMatchObject({ succeeded: 5, removed: 1, queued: 0 })
    const extra = { extra: { componentVersion: '1.0.0' } }
    for (const target of ['line-1-0002', 'line-1-0003']) s.build.deploy({ target, components: extra })
    s.pass(5 * minute)
    expect(s.installed('line-1-0002')).toEqual({ extra: '1.0.0 RUNNING' })
    expect(s.installed('line-1-0003')).toEqual({ app: '1.0.0 RUNNING', extra: '1.0.0 RUNNING' })
  })

  it('do not lose what waits for them when they move within the tree', () => {
    const s = plant()
    s.build.offline('line-1-0001')
    const deployment = s.build.deploy({ target: 'plant', components: app() })
    s.pass(minute)
    s.build.join('line-1-0001', 'line-2')
    s.build.leave('line-1-0001', 'line-1')
    expect(s.execution(deployment, 'line-1-0001').status).toBe('QUEUED')
  })

  it('contradict the groups above by their names', () => {
    const s = plant()
    s.build.deploy({ target: 'plant', components: app('1.0.0') })
    s.pass(5 * minute)
    const clash = s.build.deploy({ target: 'line-2', components: app('2.0.0') })
    s.pass(5 * minute)
    const { reason } = s.execution(clash, 'line-2-0001').outcome!
    expect(reason).toContain('thinggroup/plant: ==1.0.0')
    expect(reason).toContain('thinggroup/line-2: ==2.0.0')
  })

  it('are no longer reached when they are gone', () => {
    const s = plant()
    createGroup(s.world, { name: 'empty', parent: 'plant' })
    deleteGroup(s.world, s.world.groups.get('empty')!)
    deleteGroup(s.world, s.world.groups.get('line-1')!)
    const deployment = s.build.deploy({ target: 'plant', components: app() })
    s.pass(5 * minute)
    expect(deployment.job!.executions.size).toBe(3)
  })

  it('keep what a sub-deployment brought when they leave its group but not the parent', () => {
    const s = plant()
    s.build.addGroup({ name: 'fix' })
    s.build.join('line-1-0001', 'fix')
    s.build.deploy({ target: 'plant', components: app('1.0.0') })
    s.pass(5 * minute)
    s.build.deploy({ target: 'fix', parent: 'plant', components: app('2.0.0') })
    s.pass(5 * minute)
    s.build.leave('line-1-0001', 'fix')
    s.build.deploy({ target: 'line-1-0001', components: { extra: { componentVersion: '1.0.0' } } })
    s.pass(hour)
    expect(s.installed('line-1-0001')).toEqual({ app: '2.0.0 RUNNING', extra: '1.0.0 RUNNING' })
    s.build.deploy({ target: 'plant', components: app('1.0.0') })
    s.pass(5 * minute)
    expect(s.installed('line-1-0001')).toEqual({ app: '1.0.0 RUNNING', extra: '1.0.0 RUNNING' })
  })
})

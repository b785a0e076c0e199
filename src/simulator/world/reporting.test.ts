import { describe, expect, it } from 'vitest'
import { healthOf, forgetCore, lastReport } from './reporting.ts'
import { day, hour, minute, type SampleWorld, sampleWorld, start } from './sample-world.ts'

function one(): { s: SampleWorld; at: () => number } {
  const s = sampleWorld()
  s.component('app')
  s.component('app', '2.0.0', { lifecycle: { Install: 'exit 1' }, manifests: [] })
  s.fleet('line', 1)
  return { s, at: () => lastReport(s.world, core(s)).at }
}

const core = (s: SampleWorld) => s.world.devices.get('line-0001')!
const deploy = (s: SampleWorld, componentVersion = '1.0.0') =>
  s.build.deploy({ target: 'line', components: { app: { componentVersion } } })

describe('fleet status', () => {
  it('is told every 24 hours, at the same time of day, without an event', () => {
    const { s, at } = one()
    expect(at()).toBe(start)
    s.pass(day)
    const first = at()
    expect(first).toBeGreaterThan(start)
    expect(s.world.time - first).toBeLessThan(day)
    s.pass(10 * day)
    expect(at() - first).toBe(10 * day)
    expect(s.world.ahead).toBe(0)
  })

  it('is told after a deployment', () => {
    const { s, at } = one()
    const deployment = deploy(s)
    s.pass(5 * minute)
    expect(at()).toBe(s.execution(deployment, 'line-0001').updated)
  })

  it('stays what it was while the device is away, and is told at once when it is back', () => {
    const { s, at } = one()
    s.pass(3 * day)
    const last = at()
    s.build.offline('line-0001', 'MQTT_KEEP_ALIVE_TIMEOUT')
    s.pass(5 * day)
    expect(at()).toBe(last)
    expect(core(s).thing.connection).toMatchObject({ connected: false, reason: 'MQTT_KEEP_ALIVE_TIMEOUT' })
    s.build.online('line-0001')
    expect(at()).toBe(s.world.time)
    expect(core(s).thing.connection).toMatchObject({ connected: true, reason: null })
  })

  it('does not know what broke while the device was away', () => {
    const { s } = one()
    deploy(s)
    s.pass(5 * minute)
    s.build.offline('line-0001')
    s.build.componentState('line-0001', 'app', { state: 'BROKEN', codes: ['RUN_ERROR'] })
    s.pass(day)
    expect(healthOf(lastReport(s.world, core(s)))).toBe('HEALTHY')
    s.build.online('line-0001')
    expect(healthOf(lastReport(s.world, core(s)))).toBe('UNHEALTHY')
  })

  it('tells of ERRORED only with the next report, of BROKEN at once', () => {
    const { s } = one()
    deploy(s)
    s.pass(hour)
    const reported = () =>
      lastReport(s.world, core(s)).state.components.find(({ name }) => name === 'app')?.state
    s.build.componentState('line-0001', 'app', { state: 'ERRORED', codes: ['RUN_ERROR'] })
    expect(reported()).toBe('RUNNING')
    s.pass(day)
    expect(reported()).toBe('ERRORED')
    s.build.componentState('line-0001', 'app', { state: 'BROKEN', codes: ['RUN_ERROR'] })
    expect(reported()).toBe('BROKEN')
  })

  it('brings a deleted core device back with its next message', () => {
    const { s } = one()
    forgetCore(s.world, core(s))
    expect(s.world.cores.has('line-0001')).toBe(false)
    s.pass(day)
    expect(s.world.cores.has('line-0001')).toBe(true)
    forgetCore(s.world, core(s))
    deploy(s)
    s.pass(5 * minute)
    expect(s.world.cores.has('line-0001')).toBe(true)
  })
})

describe('a device that goes away in the middle of a deployment', () => {
  it('works on, and tells the result when it is back', () => {
    const { s } = one()
    const deployment = deploy(s)
    while (s.execution(deployment, 'line-0001').status === 'QUEUED') s.pass(1000)
    s.build.offline('line-0001')
    s.pass(hour)
    expect(s.execution(deployment, 'line-0001').status).toBe('IN_PROGRESS')
    expect(s.installed('line-0001')).toEqual({ app: '1.0.0 RUNNING' })
    s.build.online('line-0001')
    expect(s.execution(deployment, 'line-0001').status).toBe('SUCCEEDED')
  })

  it('waits for a device that is away, and works off what has come together', () => {
    const { s } = one()
    s.build.offline('line-0001')
    deploy(s)
    s.pass(day)
    const direct = s.build.deploy({ target: 'line-0001', components: {} })
    s.pass(day)
    s.build.online('line-0001')
    s.pass(5 * minute)
    expect(direct.status).toBe('COMPLETED')
    expect(s.installed('line-0001')).toEqual({ app: '1.0.0 RUNNING' })
  })

  it('follows spans without a connection that were set beforehand', () => {
    const s = sampleWorld()
    s.component('app')
    s.fleet('line', 1, { quirks: { offline: [{ from: start + hour, to: start + 3 * hour }] } })
    s.pass(2 * hour)
    expect(core(s).online).toBe(false)
    const deployment = deploy(s)
    s.pass(30 * minute)
    expect(s.execution(deployment, 'line-0001').status).toBe('QUEUED')
    s.pass(hour)
    expect(core(s).online).toBe(true)
    expect(s.execution(deployment, 'line-0001').status).toBe('SUCCEEDED')
  })
})

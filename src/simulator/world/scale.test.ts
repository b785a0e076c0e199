import { describe, expect, it } from 'vitest'
import { lastReport } from './reporting.ts'
import { hour, sampleWorld } from './sample-world.ts'

describe('a fleet of 100,000 devices', () => {
  it('shares structure, keeps no event while at rest, and follows a rollout at the service rate', () => {
    const s = sampleWorld()
    const count = 100_000
    s.component('lib')
    s.component('app', '1.0.0', { dependencies: [{ name: 'lib', requirement: '^1.0.0', type: 'HARD' }] })
    s.component('app', '1.1.0')
    s.fleet('fleet', count)
    const before = performance.now()
    s.build.pastDeployment({ target: 'fleet', components: { app: { componentVersion: '1.0.0' } } })
    const deployment = s.build.deploy({ target: 'fleet', components: { app: { componentVersion: '1.1.0' } } })
    expect(s.world.ahead).toBeLessThan(50)
    s.pass(hour)
    expect(deployment.job!.executions.size).toBeGreaterThan(59_000)
    expect(s.world.ahead).toBeLessThan(2500)
    s.pass(hour)
    // About 100 times what it takes on an ordinary machine.
    expect(performance.now() - before).toBeLessThan(60_000)
    expect(deployment.job!.counts.succeeded).toBe(count)
    expect(s.world.states.size).toBeLessThan(20)
    expect(s.world.plans.size).toBeLessThan(20)
    expect(s.world.ahead).toBe(0)
    const cores = s.world.cores.sorted()
    expect(cores).toHaveLength(count)
    expect(cores.every(core => lastReport(s.world, core).at > 0)).toBe(true)
  }, 120_000)
})

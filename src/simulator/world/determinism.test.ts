import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastReport } from './reporting.ts'
import { day, hour, type SampleWorld, sampleWorld, start } from './sample-world.ts'

/** A world with some of everything that moves. */
function busyWorld(seed: number): SampleWorld {
  const s = sampleWorld(seed)
  s.component('app')
  s.component('app', '1.1.0', { manifests: [], lifecycle: { Run: 'sleep 5\nexit 1' } })
  s.world.behaviours.push({
    component: 'app',
    devices: { fraction: 0.25 },
    effect: { kind: 'fails', phase: 'apply', errorStack: [], errorTypes: [], reason: 'by chance' },
  })
  s.fleet('line', 12)
  s.fleet('away', 4, { quirks: { offline: [{ from: start + hour, to: start + 5 * hour }], slow: 4 } })
  for (let i = 1; i <= 4; i += 1) s.build.join(`away-000${i}`, 'line')
  const jobConfiguration = {
    jobExecutionsRolloutConfig: { maximumPerMinute: 3 },
    timeoutConfig: { inProgressTimeoutInMinutes: 1 },
  }
  s.build.deploy({ target: 'line', components: { app: { componentVersion: '1.0.0' } }, jobConfiguration })
  s.build.deploy({ target: 'away', components: { app: { componentVersion: '1.0.0' } } })
  s.world.after(90 * 60_000, () =>
    s.build.deploy({ target: 'line', components: { app: { componentVersion: '1.1.0' } }, jobConfiguration }),
  )
  return s
}

/** Everything that can be seen from outside. */
function picture(s: SampleWorld) {
  const { world } = s
  return {
    time: world.time,
    cores: world.cores.sorted().map(core => {
      const report = lastReport(world, core)
      const components = report.state.components.map((one, index) => [
        one.name,
        one.version,
        one.state,
        report.changed[index],
      ])
      return [core.name, report.at, core.online, core.onlineSince, components]
    }),
    deployments: [...world.deployments.values()].map(({ id, status, isLatest }) => [id, status, isLatest]),
    jobs: world.jobs
      .sorted()
      .map(job => [
        job.id,
        job.status,
        job.counts,
        job.executions
          .sorted()
          .map(one => [one.thing.name, one.status, one.queued, one.started, one.updated, one.version]),
      ]),
  }
}

describe('the world', () => {
  it('is the same for the same seed and the same calls', () => {
    const [a, b, other] = [busyWorld(1), busyWorld(1), busyWorld(2)]
    for (const s of [a, b, other]) s.pass(day)
    expect(picture(a)).toEqual(picture(b))
    expect(picture(a)).not.toEqual(picture(other))
  })

  it('comes to the same in many small steps as in one large step', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2 * hour }), { maxLength: 60 }),
        fc.nat(),
        (steps, seed) => {
          const [small, large] = [busyWorld(seed), busyWorld(seed)]
          for (const step of steps) small.pass(step)
          large.pass(steps.reduce((sum, step) => sum + step, 0))
          expect(picture(small)).toEqual(picture(large))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('does not care how often it is looked at', () => {
    const [seen, unseen] = [busyWorld(3), busyWorld(3)]
    for (let i = 0; i < 50; i += 1) {
      seen.pass(hour / 5)
      picture(seen)
      unseen.pass(hour / 5)
    }
    expect(picture(seen)).toEqual(picture(unseen))
  })

  it('never goes back in time', () => {
    const s = busyWorld(1)
    s.pass(hour)
    const before = s.world.time
    s.world.advanceTo(before - hour)
    expect(s.world.time).toBe(before)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JobConfiguration } from '#src/domain/deployment.ts'
import { totalCount } from '#src/domain/job-counts.ts'
import { cancelDeployment } from './deployments.ts'
import { moveExecution } from './executions.ts'
import type { DeploymentRecord } from './records.ts'
import { hour, minute, type SampleWorld, sampleWorld } from './sample-world.ts'
import { createJob } from './rollout.ts'

const app = 'com.example.App'
const failsToInstall = { Install: 'exit 3', Run: 'python3 main.py' }

function deploy(s: SampleWorld, target: string, jobConfiguration: JobConfiguration = {}): DeploymentRecord {
  return s.build.deploy({ target, components: { [app]: { componentVersion: '1.0.0' } }, jobConfiguration })
}

/** Devices reached by each full minute from the start on. */
function reachedByMinute(s: SampleWorld, deployment: DeploymentRecord, minutes: number): number[] {
  const reached = [deployment.job!.executions.size]
  for (let i = 0; i < minutes; i += 1) {
    s.pass(minute)
    reached.push(deployment.job!.executions.size)
  }
  return reached
}

describe('rollout rates', () => {
  it('reaches no more than the maximum per minute', () => {
    const s = sampleWorld()
    s.component(app)
    s.fleet('line', 60)
    const deployment = deploy(s, 'line', { jobExecutionsRolloutConfig: { maximumPerMinute: 20 } })
    expect(reachedByMinute(s, deployment, 3)).toEqual([1, 21, 41, 60])
  })

  it('reaches all within a moment where no rate is given', () => {
    const s = sampleWorld()
    s.component(app)
    s.fleet('line', 40)
    const deployment = deploy(s, 'line')
    s.pass(5000)
    expect(deployment.job!.executions.size).toBe(40)
    s.pass(5 * minute)
    expect(deployment.job!.counts).toMatchObject({ succeeded: 40, queued: 0, inProgress: 0 })
    expect(deployment.status).toBe('ACTIVE')
    expect(deployment.job!.status).toBe('IN_PROGRESS')
  })

  // https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html: base 50, factor 2 and
  // criterion 1000 give 50 a minute, then 100 after 1000 things, 200 after 2000, 400 after 3000
  it('grows at multiples of the criterion', () => {
    const s = sampleWorld()
    s.build.addGroup({ name: 'fleet' })
    for (let i = 0; i < 3500; i += 1) s.build.addThing({ name: `thing-${i}`, groups: ['fleet'] })
    s.component(app)
    const deployment = deploy(s, 'fleet', {
      jobExecutionsRolloutConfig: {
        exponentialRate: {
          baseRatePerMinute: 50,
          incrementFactor: 2,
          rateIncreaseCriteria: { numberOfNotifiedThings: 1000 },
        },
        maximumPerMinute: 1000,
      },
    })
    const reached = reachedByMinute(s, deployment, 38)
    const gains = reached.slice(1).map((count, index) => count - reached[index]!)
    expect(gains.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => 50))
    expect(gains.slice(20, 29).every(gain => gain === 100)).toBe(true)
    expect(gains.slice(31, 34).every(gain => gain === 200)).toBe(true)
    expect(reached.at(-1)).toBe(3500)
  })

  it('grows with successes, where the criterion counts them', () => {
    const s = sampleWorld()
    s.component(app)
    s.fleet('line', 60)
    const deployment = deploy(s, 'line', {
      jobExecutionsRolloutConfig: {
        exponentialRate: {
          baseRatePerMinute: 5,
          incrementFactor: 4,
          rateIncreaseCriteria: { numberOfSucceededThings: 10 },
        },
      },
    })
    const reached = reachedByMinute(s, deployment, 6)
    expect(reached[1]).toBe(6)
    expect(reached.at(-1)).toBe(60)
  })
})

describe('the end of a job', () => {
  it('is cancelled when an abort criterion is met: waiting devices get nothing, running ones go on', () => {
    const s = sampleWorld()
    s.component(app, '1.0.0', { lifecycle: failsToInstall, manifests: [] })
    s.fleet('line', 50)
    const deployment = deploy(s, 'line', {
      jobExecutionsRolloutConfig: { maximumPerMinute: 10 },
      abortConfig: {
        criteriaList: [
          { failureType: 'FAILED', action: 'CANCEL', thresholdPercentage: 50, minNumberOfExecutedThings: 5 },
        ],
      },
    })
    s.pass(hour)
    const { job } = deployment
    expect(job).toMatchObject({ status: 'CANCELED', reasonCode: 'ABORT_CRITERIA_MET' })
    expect(deployment.status).toBe('CANCELED')
    expect(job!.counts.failed).toBeGreaterThanOrEqual(5)
    expect(job!.executions.size).toBeLessThan(30)
    expect(job!.counts).toMatchObject({ queued: 0, inProgress: 0 })
  })

  it('lets an execution time out by the time it was IN_PROGRESS, and a device offline never', () => {
    const s = sampleWorld()
    s.component(app)
    s.fleet('line', 2, { quirks: { hangs: true } })
    s.build.addCore({ name: 'away', nucleusVersion: '2.13.0', groups: ['line'] })
    s.build.offline('away')
    const deployment = deploy(s, 'line', { timeoutConfig: { inProgressTimeoutInMinutes: 10 } })
    s.pass(9 * minute)
    expect(deployment.job!.counts).toMatchObject({ inProgress: 2, queued: 1, timedOut: 0 })
    s.pass(48 * hour)
    expect(deployment.job!.counts).toMatchObject({ inProgress: 0, queued: 1, timedOut: 2 })
  })

  it('completes a snapshot job once every execution has ended', () => {
    const s = sampleWorld()
    const thing = s.build.addThing({ name: 'plain' })
    const job = createJob(s.world, {
      id: 'job-1',
      targets: [s.world.thingArn(thing.name)],
      members: [thing.name],
      selection: 'SNAPSHOT',
      configuration: {},
    })
    s.pass(hour)
    expect(job).toMatchObject({ status: 'IN_PROGRESS', counts: { queued: 1 } })
    moveExecution(s.world, job.executions.get('plain')!, 'CANCELED')
    expect(job).toMatchObject({ status: 'COMPLETED', counts: { queued: 0, canceled: 1 } })
  })
})

describe('counts', () => {
  it('always add up to the executions, whatever happens', () => {
    const action = fc.constantFrom('pass', 'deploy', 'cancel', 'leave', 'join', 'offline', 'online')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(action, fc.nat({ max: 19 })), { maxLength: 40 }),
        fc.nat(),
        (steps, seed) => {
          const s = sampleWorld(seed)
          s.component(app)
          s.world.behaviours.push({
            component: app,
            devices: { fraction: 0.3 },
            effect: { kind: 'fails', phase: 'apply', errorStack: [], errorTypes: [], reason: 'by chance' },
          })
          s.fleet('line', 20, { quirks: { slow: 3 } })
          const config = { maximumPerMinute: 5 }
          let last = deploy(s, 'line', { jobExecutionsRolloutConfig: config })
          for (const [what, number] of steps) {
            const name = `line-${String(number + 1).padStart(4, '0')}`
            if (what === 'pass') s.pass(number * 9000)
            if (what === 'deploy') last = deploy(s, 'line', { jobExecutionsRolloutConfig: config })
            if (what === 'cancel') cancelDeployment(s.world, last)
            if (what === 'leave') s.build.leave(name, 'line')
            if (what === 'join') s.build.join(name, 'line')
            if (what === 'offline') s.build.offline(name)
            if (what === 'online') s.build.online(name)
            for (const job of s.world.jobs.values()) {
              expect(totalCount(job.counts)).toBe(job.executions.size)
              const seen = [...job.executions.values()].filter(one => one.status === 'SUCCEEDED').length
              expect(job.counts.succeeded).toBe(seen)
            }
          }
        },
      ),
      { numRuns: 30 },
    )
  })
})

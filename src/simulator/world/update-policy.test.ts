import { describe, expect, it } from 'vitest'
import type { DeploymentPolicies } from '#src/domain/deployment.ts'
import { manifest, minute, type SampleWorld, sampleWorld } from './sample-world.ts'

const defers = manifest({ lifecycle: { Run: 'python3 guard.py --on-update DeferComponentUpdate' } })

/** A device that runs a component which defers updates. */
function busyLine(): SampleWorld {
  const s = sampleWorld()
  for (const version of ['1.0.0', '1.1.0']) {
    s.component('guard', version, { manifests: [defers] })
    s.component('app', version)
  }
  s.fleet('line', 1)
  s.build.deploy({ target: 'line', components: at('1.0.0') })
  s.pass(2 * minute)
  expect(s.installed('line-0001')).toEqual({ app: '1.0.0 RUNNING', guard: '1.0.0 RUNNING' })
  return s
}

const at = (app: string, guard = '1.0.0') => ({
  app: { componentVersion: app },
  guard: { componentVersion: guard },
})

/** Seconds from IN_PROGRESS to the end of a deployment. */
function secondsOf(
  s: SampleWorld,
  componentUpdatePolicy: DeploymentPolicies['componentUpdatePolicy'],
  components: ReturnType<typeof at> | Omit<ReturnType<typeof at>, 'app'> = at('1.1.0'),
): number {
  const deployment = s.build.deploy({
    target: 'line',
    components,
    ...(componentUpdatePolicy && { policies: { componentUpdatePolicy } }),
  })
  s.pass(60 * minute)
  const { status, started, updated } = s.execution(deployment, 'line-0001')
  expect(status).toBe('SUCCEEDED')
  return (updated - started!) / 1000
}

// https://docs.aws.amazon.com/greengrass/v2/developerguide/create-deployments.html
describe('the component update policy', () => {
  it('waits for a component that defers the update until its time-out, then goes ahead', () => {
    const s = busyLine()
    const seconds = secondsOf(s, { action: 'NOTIFY_COMPONENTS', timeoutInSeconds: 600 })
    expect(seconds).toBeGreaterThan(600)
    expect(seconds).toBeLessThan(660)
    expect(s.installed('line-0001').app).toBe('1.1.0 RUNNING')
  })

  it('is to notify, for 60 seconds, where a deployment says nothing', () => {
    const seconds = secondsOf(busyLine(), undefined)
    expect(seconds).toBeGreaterThan(60)
    expect(seconds).toBeLessThan(110)
  })

  it('waits before a component is taken away as well', () => {
    const policy = { action: 'NOTIFY_COMPONENTS', timeoutInSeconds: 300 } as const
    expect(secondsOf(busyLine(), policy, { guard: { componentVersion: '1.0.0' } })).toBeGreaterThan(300)
  })

  it('does not wait where components are not notified, nothing changes, or nobody defers', () => {
    const notify = { action: 'NOTIFY_COMPONENTS', timeoutInSeconds: 600 } as const
    expect(secondsOf(busyLine(), { action: 'SKIP_NOTIFY_COMPONENTS', timeoutInSeconds: 600 })).toBeLessThan(
      60,
    )
    expect(secondsOf(busyLine(), notify, at('1.0.0'))).toBeLessThan(60)
    const s = busyLine()
    s.build.componentState('line-0001', 'guard', { state: 'ERRORED' })
    expect(secondsOf(s, notify)).toBeLessThan(60)
  })

  it('leaves a deployment in progress so long, which a shorter time limit ends', () => {
    const s = busyLine()
    const deployment = s.build.deploy({
      target: 'line',
      components: at('1.1.0'),
      policies: { componentUpdatePolicy: { action: 'NOTIFY_COMPONENTS', timeoutInSeconds: 600 } },
      jobConfiguration: { timeoutConfig: { inProgressTimeoutInMinutes: 5 } },
    })
    s.pass(4 * minute)
    expect(s.execution(deployment, 'line-0001').status).toBe('IN_PROGRESS')
    s.pass(4 * minute)
    expect(s.execution(deployment, 'line-0001').status).toBe('TIMED_OUT')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deploymentCan, deploymentState, type KnownDeployment, stuckAfter } from './deployment-state.ts'
import type { Job, JobCounts } from './job.ts'
import { emptyCounts } from './job-counts.ts'

const now = 1_800_000_000_000
const group = 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1'
const thing = 'arn:aws:iot:us-east-1:123456789012:thing/core-1'

const deployment = (over: Partial<KnownDeployment> = {}): KnownDeployment => ({
  id: 'd',
  name: 'Release',
  targetArn: group,
  revisionId: '1',
  created: now - 60_000,
  status: 'ACTIVE',
  isLatestForTarget: true,
  parentTargetArn: null,
  ...over,
})
const job = (counts: Partial<JobCounts>, over: Partial<Job> = {}): Job => ({
  id: 'j',
  arn: '',
  status: 'IN_PROGRESS',
  targetSelection: 'CONTINUOUS',
  comment: '',
  reasonCode: '',
  processing: false,
  rollout: {},
  created: now - 60_000,
  completed: null,
  counts: { ...emptyCounts, ...counts },
  ...over,
})
const state = (d: KnownDeployment, j: Job | null, lastProgress?: number) =>
  deploymentState(d, j, now, lastProgress).state

describe('ACTIVE', () => {
  test.each([
    ['waiting', {}],
    ['waiting', { queued: 5 }],
    ['rolling-out', { queued: 5, succeeded: 1 }],
    ['rolling-out', { inProgress: 1 }],
    ['healthy', { succeeded: 5 }],
    ['healthy', { succeeded: 5, removed: 1 }],
    ['degraded', { succeeded: 5, failed: 1 }],
    ['degraded', { queued: 50, rejected: 1 }],
    ['degraded', { timedOut: 1 }],
    ['waiting', { removed: 2 }],
  ] as const)('is %s with %j', (expected, counts) => expect(state(deployment(), job(counts))).toBe(expected))

  test('is unknown while its job has not been read, and waits while a thing is silent', () => {
    expect(state(deployment(), null)).toBe('unknown')
    expect(state(deployment({ targetArn: thing }), null)).toBe('waiting')
  })

  test('is stuck when nothing moved for a day, and says why', () => {
    const moving = job({ queued: 1, inProgress: 2, succeeded: 7 })
    expect(state(deployment(), moving, now - stuckAfter + 1)).toBe('rolling-out')
    const stuck = deploymentState(deployment(), moving, now, now - stuckAfter)
    expect(stuck).toMatchObject({ state: 'stuck', label: 'Stuck: 3 devices' })
    expect(stuck.detail).toMatch(/1 device has not picked it up.*offline.*2 devices have begun/)
    expect(state(deployment(), job({ succeeded: 7 }), now - stuckAfter)).toBe('healthy')
  })
})

describe('a rollout that goes on to more devices', () => {
  const rollout = { maximumPerMinute: 2 }
  const slow = (counts: Partial<JobCounts>, over: Partial<Job> = {}) =>
    deploymentState(deployment(), job(counts, { processing: true, rollout, ...over }), now)

  test('is not healthy between two of them, whatever became of those before', () => {
    expect(slow({ succeeded: 2 })).toMatchObject({ state: 'rolling-out', label: 'Rolling out' })
    expect(slow({ succeeded: 2 }).detail).toBe('All 2 devices reached so far succeeded. More devices follow.')
    expect(slow({ succeeded: 2, inProgress: 1 }).detail).toBe(
      '2 devices of 3 reached so far succeeded. 1 device under way, and more devices follow.',
    )
    expect(slow({ succeeded: 2, failed: 1 }).detail).toBe(
      '1 device of 3 did not come through. More devices follow.',
    )
  })

  test('is over once the service says so, or is silent of it long after the next device was due', () => {
    expect(slow({ succeeded: 2 }, { processing: false }).state).toBe('healthy')
    expect(slow({ succeeded: 2 }, { status: 'COMPLETED' }).state).toBe('healthy')
    // Twenty devices at two a minute take ten minutes; the service may lag by another ten.
    const begun = (minutes: number) => slow({ succeeded: 20 }, { created: now - minutes * 60_000 }).state
    expect(begun(20)).toBe('rolling-out')
    expect(begun(20.1)).toBe('healthy')
  })

  test('moves: a page has reason to look again soon', () => {
    const between = job({ failed: 1 }, { processing: true, rollout })
    const at = (j: Job) => deploymentState(deployment(), j, now).moving
    expect(at(between)).toBe(true)
    expect(at({ ...between, processing: false })).toBe(false)
  })
})

test('an old deployment whose devices have not been read is not said to stand still', () => {
  const old = job({ queued: 2, succeeded: 7 }, { created: now - 3 * stuckAfter })
  const derived = deploymentState(deployment(), old, now)
  expect(derived).toMatchObject({ state: 'stuck', label: 'Waiting for 2 devices' })
  expect(derived.detail).toMatch(/^Begun 3 days ago; when a device last moved has not been read\. 2 devices/)
  expect(derived.detail).not.toContain('No progress')
  expect(state(deployment(), old, now - 60_000)).toBe('rolling-out')
})

test.each([
  ['superseded', { status: 'INACTIVE' }],
  ['superseded', { status: 'CANCELED', isLatestForTarget: false }],
  ['cancelled', { status: 'CANCELED' }],
  ['failed', { status: 'FAILED', targetArn: thing }],
  ['completed', { status: 'COMPLETED', targetArn: thing }],
  ['unknown', { status: 'NEW_WORD' }],
] as const)('is %s for %j', (expected, over) => expect(state(deployment(over), null)).toBe(expected))

test('an abort is told from a cancellation by its criterion or the words of the job', () => {
  const criteria = {
    failureType: 'FAILED',
    action: 'CANCEL',
    thresholdPercentage: 50,
    minNumberOfExecutedThings: 2,
  } as const
  const cancelled = deployment({
    status: 'CANCELED',
    jobConfiguration: { abortConfig: { criteriaList: [criteria] } },
  })
  expect(state(cancelled, job({ failed: 2, canceled: 8 }, { status: 'CANCELED' }))).toBe('halted')
  expect(state(cancelled, job({ succeeded: 2, canceled: 8 }, { status: 'CANCELED' }))).toBe('cancelled')
  const said = job({}, { status: 'CANCELED', comment: 'Abort criteria met' })
  expect(state(deployment({ status: 'CANCELED' }), said)).toBe('halted')
})

test('a failure is never called good', () => {
  const count = fc.integer({ min: 0, max: 3 })
  const counts = fc.record({
    queued: count,
    inProgress: count,
    succeeded: count,
    failed: count,
    rejected: count,
    timedOut: count,
    canceled: count,
    removed: count,
  })
  const status = fc.constantFrom('ACTIVE', 'COMPLETED', 'CANCELED', 'FAILED', 'INACTIVE', 'ODD')
  fc.assert(
    fc.property(counts, status, (c, word) => {
      const result = deploymentState(deployment({ status: word }), job(c), now)
      expect(result.failed).toBe(c.failed + c.rejected + c.timedOut)
      if (result.state === 'healthy' || result.state === 'completed') expect(result.failed).toBe(0)
      if (result.state === 'healthy') expect(c.queued + c.inProgress).toBe(0)
      expect(result.label).not.toBe('')
    }),
  )
})

test('what can be done depends on the status', () => {
  expect(deploymentCan.cancel({ status: 'ACTIVE' })).toEqual({ ok: true })
  expect(deploymentCan.cancel({ status: 'CANCELED' })).toMatchObject({ ok: false })
  expect(deploymentCan.delete({ status: 'ACTIVE' })).toMatchObject({ ok: false })
  expect(deploymentCan.delete({ status: 'INACTIVE' })).toEqual({ ok: true })
  expect(deploymentCan.revise({ targetArn: group })).toEqual({ ok: true })
})

describe('late breakage and standstill', () => {
  test('a success after which a component broke is degraded', () => {
    const done = deploymentState(deployment(), job({ succeeded: 9 }), now, now, 2)
    expect(done).toMatchObject({ state: 'degraded', label: '2 broke later', failed: 0 })
    expect(done.detail).toContain('succeeded on 9 devices')
    const some = deploymentState(deployment(), job({ succeeded: 9 }), now, now, 2, true)
    expect(some.label).toBe('2 or more broke later')
    expect(some.detail).toContain('on at least 2 devices')
    const completed = deployment({ targetArn: thing, status: 'COMPLETED' })
    expect(deploymentState(completed, null, now, now, 1).state).toBe('degraded')
    expect(deploymentState(deployment(), job({ failed: 1 }), now, now, 2).detail).toContain(
      'On 2 devices a component broke',
    )
  })

  test('failures do not hide that nothing moves', () => {
    const still = deploymentState(deployment(), job({ failed: 1, queued: 3 }), now, now - 26 * 3_600_000)
    expect(still).toMatchObject({ state: 'degraded', label: '1 failed' })
    expect(still.detail).toMatch(/No progress for 26 hours\. 3 devices have not picked it up/)
  })

  test('a sub-deployment is superseded by its parent', () => {
    const child = {
      status: 'INACTIVE',
      isLatestForTarget: true,
      parentTargetArn: 'arn:aws:iot:::thinggroup/P',
    }
    expect(deploymentState(deployment(child), null, now).detail).toContain('parent')
    expect(
      deploymentState(deployment({ ...child, isLatestForTarget: false }), null, now).detail,
    ).not.toContain('parent')
  })

  test('superseded, halted and cancelled stay so whatever broke', () => {
    const superseded = deployment({ status: 'INACTIVE', isLatestForTarget: false })
    expect(deploymentState(superseded, null, now, now, 5).state).toBe('superseded')
    expect(deploymentState(deployment({ status: 'CANCELED' }), null, now, now, 5).state).toBe('cancelled')
  })
})

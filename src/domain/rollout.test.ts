import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AbortCriterion, JobConfiguration } from './deployment.ts'
import { emptyCounts } from './job-counts.ts'
import { abortTriggered, notificationMinute, notifiedAt, rolloutRate, rolloutSchedule } from './rollout.ts'

const exponential = (base: number, factor: number, criterion: number, cap?: number): JobConfiguration => ({
  jobExecutionsRolloutConfig: {
    ...(cap !== undefined && { maximumPerMinute: cap }),
    exponentialRate: {
      baseRatePerMinute: base,
      incrementFactor: factor,
      rateIncreaseCriteria: { numberOfNotifiedThings: criterion },
    },
  },
})
const constant = (rate: number): JobConfiguration => ({
  jobExecutionsRolloutConfig: { maximumPerMinute: rate },
})

describe('the documented example: base 50, factor 2, criterion 1000', () => {
  test.each([
    [0, 50],
    [999, 50],
    [1000, 100],
    [1999, 100],
    [2000, 200],
    [3000, 400],
  ])('%i notified: %i a minute', (notified, rate) => {
    expect(rolloutRate(exponential(50, 2, 1000), { notified, succeeded: 0 })).toBe(rate)
  })

  test('1000 devices take 20 minutes, the next 1000 take 10', () => {
    const config = exponential(50, 2, 1000)
    expect(notificationMinute(config, 1001)).toBeCloseTo(20)
    expect(notificationMinute(config, 2001)).toBeCloseTo(30)
    expect(notifiedAt(config, 5000, 20)).toBe(1001)
    expect(notifiedAt(config, 5000, 30)).toBe(2001)
  })
})

test('successes raise the rate too', () => {
  const config: JobConfiguration = {
    jobExecutionsRolloutConfig: {
      exponentialRate: {
        baseRatePerMinute: 10,
        incrementFactor: 2,
        rateIncreaseCriteria: { numberOfSucceededThings: 5 },
      },
    },
  }
  expect(rolloutRate(config, { notified: 100, succeeded: 4 })).toBe(10)
  expect(rolloutRate(config, { notified: 100, succeeded: 10 })).toBe(40)
})

test('the maximum caps the exponential rate', () => {
  expect(rolloutRate(exponential(50, 2, 1000, 150), { notified: 9000, succeeded: 0 })).toBe(150)
  expect(rolloutRate(exponential(50, 5, 10), { notified: 100_000, succeeded: 0 })).toBe(1000)
})

test('a constant rate releases that many in each minute', () => {
  expect([0, 0.5, 0.99, 1, 3.9].map(minute => notifiedAt(constant(10), 40, minute))).toEqual([
    1, 6, 10, 11, 40,
  ])
  expect(notifiedAt(constant(10), 0, 5)).toBe(0)
  expect(notifiedAt(constant(10), 40, -1)).toBe(0)
})

const configuration = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 1, max: 1000 }).map(constant),
  fc
    .tuple(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 11, max: 50 }),
      fc.integer({ min: 1, max: 2000 }),
      fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
    )
    .map(([base, factor, criterion, cap]) => exponential(base, factor / 10, criterion, cap)),
)

test('agrees with releasing devices one by one at the rate in force', () => {
  fc.assert(
    fc.property(configuration, fc.integer({ min: 1, max: 600 }), (config, size) => {
      let minute = 0
      for (let notified = 0; notified < size; notified++) {
        expect(notificationMinute(config, notified + 1)).toBeCloseTo(minute, 6)
        // The rate after this many is in force from the moment they have been notified.
        minute += 1 / rolloutRate(config, { notified, succeeded: notified })
      }
    }),
  )
})

test('only ever grows, ends at the group, and the schedule agrees', () => {
  fc.assert(
    fc.property(configuration, fc.integer({ min: 1, max: 100_000 }), (config, size) => {
      const points = rolloutSchedule(config, size)
      expect(points.at(-1)!.notified).toBe(size)
      const end = notificationMinute(config, size)
      expect(notifiedAt(config, size, end)).toBe(size)
      expect(points.at(-1)!.minute).toBeLessThanOrEqual(end)
      const counts = [0, 0.2, 0.5, 0.9, 1].map(part => notifiedAt(config, size, end * part))
      expect(counts).toEqual(counts.toSorted((a, b) => a - b))
      for (const { minute, notified } of points)
        expect(Math.abs(notifiedAt(config, size, minute) - notified)).toBeLessThanOrEqual(1)
    }),
  )
})

describe('abort criteria', () => {
  const criterion = (over: Partial<AbortCriterion> = {}): AbortCriterion => ({
    failureType: 'FAILED',
    action: 'CANCEL',
    thresholdPercentage: 20,
    minNumberOfExecutedThings: 10,
    ...over,
  })
  const counts = { ...emptyCounts, succeeded: 8, failed: 2, queued: 90 }

  test('counts failures among the devices that executed it', () => {
    expect(abortTriggered([criterion()], counts)).toEqual(criterion())
    expect(abortTriggered([criterion({ thresholdPercentage: 20.01 })], counts)).toBeNull()
  })

  test('waits for the least number of devices', () => {
    expect(abortTriggered([criterion({ minNumberOfExecutedThings: 11 })], counts)).toBeNull()
    expect(
      abortTriggered([criterion({ minNumberOfExecutedThings: 11 })], { ...counts, canceled: 50 }),
    ).toBeNull()
  })

  test('any of several is enough', () => {
    const all = criterion({ failureType: 'ALL', thresholdPercentage: 30 })
    const mixed = { ...emptyCounts, succeeded: 7, failed: 1, rejected: 1, timedOut: 1 }
    expect(abortTriggered([criterion(), all], mixed)).toEqual(all)
    expect(abortTriggered([], mixed)).toBeNull()
    expect(abortTriggered([criterion({ minNumberOfExecutedThings: 1 })], emptyCounts)).toBeNull()
  })
})

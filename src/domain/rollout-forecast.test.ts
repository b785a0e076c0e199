import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { burnUp, paceWords } from './burn-up.ts'
import type { AbortCriterion, JobConfiguration } from './deployment.ts'
import { emptyCounts } from './job-counts.ts'
import { abortTriggered, failuresToAbort } from './rollout.ts'
import { afterText, minutesText, rolloutForecast } from './rollout-forecast.ts'

const criterion = (thresholdPercentage: number, minimum: number): AbortCriterion => ({
  failureType: 'FAILED',
  action: 'CANCEL',
  thresholdPercentage,
  minNumberOfExecutedThings: minimum,
})
const config = (maximumPerMinute: number, ...criteriaList: AbortCriterion[]): JobConfiguration => ({
  jobExecutionsRolloutConfig: { maximumPerMinute },
  ...(criteriaList.length > 0 && { abortConfig: { criteriaList } }),
})

test('a constant rate is a straight line to the last device', () => {
  const forecast = rolloutForecast(config(50), 501)
  expect(forecast.points).toEqual([
    { minute: 0, notified: 1 },
    { minute: 10, notified: 501 },
  ])
  expect(forecast).toMatchObject({ lastMinute: 10, firstRate: 50, lastRate: 50, atBest: false, aborts: [] })
})

test("AWS's example of an exponential rate: 50 a minute, twice as many after each 1000", () => {
  const forecast = rolloutForecast(
    {
      jobExecutionsRolloutConfig: {
        exponentialRate: {
          baseRatePerMinute: 50,
          incrementFactor: 2,
          rateIncreaseCriteria: { numberOfNotifiedThings: 1000 },
        },
      },
    },
    3001,
  )
  expect(forecast.points.map(({ minute, notified }) => [minute, notified])).toEqual([
    [0, 1],
    [20, 1001],
    [30, 2001],
    [35, 3001],
  ])
  expect(forecast).toMatchObject({ firstRate: 50, lastRate: 400, lastMinute: 35 })
})

describe('when it aborts', () => {
  test('at how many failures, at which point', () => {
    const [abort] = rolloutForecast(config(10, criterion(20, 10)), 100).aborts
    expect(abort).toMatchObject({ failuresAtMinimum: 2, failuresAtEnd: 20, notifiedByThen: 10, never: false })
    expect(abort?.words).toBe(
      'Stops the rollout as soon as 2 of the first 10 devices that ended failed, after 1 min at the earliest: 10 of 100 devices have been notified by then. With all 100 devices ended it takes 20.',
    )
  })

  test('later, with more notified, where devices take their time', () => {
    const [abort] = rolloutForecast(config(10, criterion(20, 10)), 100, 5).aborts
    expect(abort?.notifiedByThen).toBe(60)
    expect(abort?.words).toContain('60 of 100 devices')
  })

  test('never, where the group is smaller than the minimum', () => {
    const [abort] = rolloutForecast(config(10, criterion(20, 10)), 9).aborts
    expect(abort).toMatchObject({ never: true })
    expect(abort?.words).toContain('waits until 10 devices have ended')
  })

  test('the number forecast is the first that the service acts on', () => {
    const hundredths = fc.integer({ min: 1, max: 10_000 }).map(n => n / 100)
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 1, max: 5000 }), (threshold, executed) => {
        const one = criterion(threshold, executed)
        const needed = failuresToAbort(one, executed)
        const aborts = (failed: number) =>
          abortTriggered([one], { ...emptyCounts, failed, succeeded: executed - failed }) !== null
        expect(aborts(needed)).toBe(true)
        expect(needed === 0 || aborts(needed - 1)).toBe(false)
        // By hand, in whole numbers: failures / executed >= threshold / 100.
        const share = BigInt(Math.round(threshold * 100)) * BigInt(executed)
        expect(BigInt(needed) * 10_000n >= share && BigInt(needed - 1) * 10_000n < share).toBe(true)
      }),
    )
  })
})

test('the forecast never falls, ends with the group, and agrees with counting minute by minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 5000 }), (rate, size) => {
      const { points, lastMinute } = rolloutForecast(config(rate), size)
      expect(points.at(-1)?.notified ?? 0).toBe(size)
      expect(lastMinute).toBeCloseTo(size > 0 ? (size - 1) / rate : 0)
      expect(points.every((point, i) => i === 0 || point.notified >= points[i - 1]!.notified)).toBe(true)
    }),
  )
})

describe('forecast against actual', () => {
  const counts = (succeeded: number, queued: number) => ({ ...emptyCounts, succeeded, queued })
  const start = 1_800_000_000_000

  test('on one axis, with what is known of each', () => {
    const seen = [
      { at: start + 5 * 60_000, counts: counts(100, 20) },
      { at: start + 60_000, counts: counts(0, 51) },
    ]
    const chart = burnUp(config(50), 501, start, seen)
    expect(chart.points).toEqual([
      { minute: 0, forecast: 1, reached: null, finished: null, succeeded: null },
      { minute: 1, forecast: 51, reached: 51, finished: 0, succeeded: 0 },
      { minute: 5, forecast: 251, reached: 120, finished: 100, succeeded: 100 },
      { minute: 10, forecast: 501, reached: null, finished: null, succeeded: null },
    ])
    expect(chart.ahead).toBe(-131)
    expect(paceWords(chart, 501)).toBe('131 devices behind the forecast.')
  })

  test('few points whatever the length, the first and the last among them', () => {
    const seen = Array.from({ length: 5000 }, (_, i) => ({ at: start + i * 15_000, counts: counts(i, 0) }))
    const { points } = burnUp(config(1), 100_000, start, seen)
    expect(points.length).toBeLessThanOrEqual(400)
    const actual = points.filter(({ reached }) => reached !== null)
    expect([actual[0]?.reached, actual.at(-1)?.reached]).toEqual([0, 4999])
  })

  test('in words', () => {
    expect(paceWords({ points: [], ahead: null }, 100)).toContain('Nothing is known')
    expect(paceWords({ points: [], ahead: -9 }, 100)).toBe('As forecast.')
    expect(paceWords({ points: [], ahead: 40 }, 100)).toBe('40 devices ahead of the forecast.')
  })
})

test.each([
  [0.2, 'a minute'],
  [1, '1 min'],
  [119.6, '2 h'],
  [200, '3 h 20 min'],
  [2880, '2 days'],
  [3120, '2 days 4 h'],
])('%d minutes: %s', (minutes, text) => expect(minutesText(minutes)).toBe(text))

test('a moment after the start in words', () => {
  expect(afterText(0.2)).toBe('within a minute')
  expect(afterText(200)).toBe('after 3 h 20 min')
})

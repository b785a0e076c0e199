import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JobExecution } from '#src/domain/job.ts'
import { emptyCounts } from '#src/domain/job-counts.ts'
import { rolloutForecast } from '#src/domain/rollout-forecast.ts'
import { actualLines, forecastLine, seenLines } from './rollout-series.ts'

const start = 1_800_000_000_000
const minute = 60_000
const execution = (queued: number, updated: number, status: string): JobExecution => ({
  thingName: `core-${queued}`,
  status,
  queued: start + queued * minute,
  started: null,
  updated: start + updated * minute,
})

test('a forecast goes on level after its last device', () => {
  const config = { jobExecutionsRolloutConfig: { maximumPerMinute: 10 } }
  const line = forecastLine(rolloutForecast(config, 40), start, start + 60 * minute)
  expect(line[0]?.at).toBe(start)
  expect(line.at(-1)).toEqual({ at: start + 60 * minute, value: 40 })
})

test('devices under way are notified and not ended', () => {
  const lines = actualLines(
    [execution(1, 2, 'SUCCEEDED'), execution(1, 5, 'FAILED'), execution(3, 3, 'QUEUED')],
    start,
    start + 10 * minute,
  )
  expect(lines.notified.map(point => point.value)).toEqual([0, 2, 3, 3])
  expect(lines.ended.map(point => point.value)).toEqual([0, 1, 2, 2])
})

test('lines never fall, and end with the number of devices', () => {
  const status = fc.constantFrom('QUEUED', 'IN_PROGRESS', 'SUCCEEDED', 'FAILED')
  const any = fc.record({ queued: fc.nat(50), later: fc.nat(50), status })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), devices => {
      const executions = devices.map(one => execution(one.queued, one.queued + one.later, one.status))
      const { notified, ended } = actualLines(executions, start, start + 200 * minute)
      for (const line of [notified, ended]) {
        const values = line.map(point => point.value)
        expect(values).toEqual(values.toSorted((a, b) => a - b))
        expect(line.map(point => point.at)).toEqual(line.map(point => point.at).toSorted((a, b) => a - b))
      }
      expect(notified.at(-1)?.value).toBe(devices.length)
      expect(ended.at(-1)?.value).toBe(
        devices.filter(one => one.status === 'SUCCEEDED' || one.status === 'FAILED').length,
      )
    }),
  )
})

test('what was seen of the counts goes through each reading, from nothing at the start', () => {
  const counts = (queued: number, succeeded: number) => ({ ...emptyCounts, queued, succeeded })
  const seen = [
    { at: start + 2 * minute, counts: counts(4_000, 1_000) },
    { at: start + 3 * minute, counts: counts(1_000, 5_000) },
  ]
  const { notified, ended } = seenLines(seen, start, start + 4 * minute)
  expect(notified.map(({ value }) => value)).toEqual([0, 5_000, 6_000, 6_000])
  expect(ended.map(({ value }) => value)).toEqual([0, 1_000, 5_000, 5_000])
  expect(ended.at(-1)?.at).toBe(start + 4 * minute)
})

import type { Observation } from '#src/domain/burn-up.ts'
import type { JobCounts, JobExecution } from '#src/domain/job.ts'
import { finishedCount, totalCount } from '#src/domain/job-counts.ts'
import type { RolloutForecast } from '#src/domain/rollout-forecast.ts'

interface Point {
  /** Epoch ms. */
  at: number
  value: number
}

const minute = 60_000
const moving = ['QUEUED', 'IN_PROGRESS']

/** The forecast as a line that begins at `start` (epoch ms) and goes on level until `until`. */
export function forecastLine(forecast: RolloutForecast, start: number, until: number): Point[] {
  const line = forecast.points.map(({ minute: at, notified }) => ({
    at: start + at * minute,
    value: notified,
  }))
  const last = line.at(-1)
  return last && last.at < until ? [...line, { at: until, value: last.value }] : line
}

/**
 * What really happened, from the executions of a job: how many devices had been notified, and how many had come to
 * an end, by when. Both lines begin at `start` and end at `until` (epoch ms).
 */
export function actualLines(
  executions: readonly JobExecution[],
  start: number,
  until: number,
): { notified: Point[]; ended: Point[] } {
  const notified = executions.flatMap(({ queued }) => (queued === null ? [] : [queued]))
  const ended = executions.flatMap(({ status, updated }) =>
    moving.includes(status) || updated === null ? [] : [updated],
  )
  return { notified: cumulative(notified, start, until), ended: cumulative(ended, start, until) }
}

/** The same from readings of the counts, where the devices are too many to ask each for its times. */
export function seenLines(
  seen: readonly Observation[],
  start: number,
  until: number,
): { notified: Point[]; ended: Point[] } {
  const line = (countOf: (counts: JobCounts) => number) => {
    const points = [{ at: start, value: 0 }]
    for (const { at, counts } of seen) if (at > start) points.push({ at, value: countOf(counts) })
    const last = points.at(-1)!
    return last.at < until ? [...points, { at: until, value: last.value }] : points
  }
  return { notified: line(totalCount), ended: line(finishedCount) }
}

function cumulative(times: readonly number[], start: number, until: number): Point[] {
  const line: Point[] = [{ at: start, value: 0 }]
  for (const at of times.toSorted((a, b) => a - b)) {
    const last = line.at(-1)!
    if (last.at === at) last.value += 1
    else line.push({ at: Math.max(at, start), value: last.value + 1 })
  }
  const last = line.at(-1)!
  if (last.at < until) line.push({ at: until, value: last.value })
  return line
}

import type { JobConfiguration } from './deployment.ts'
import type { JobCounts } from './job.ts'
import { finishedCount, totalCount } from './job-counts.ts'
import { notifiedAt } from './rollout.ts'
import { rolloutForecast } from './rollout-forecast.ts'

/** What was seen of a job at a time (epoch ms). */
export interface Observation {
  at: number
  counts: JobCounts
}

export interface BurnUpPoint {
  /** Minutes since the rollout began; fractions count. */
  minute: number
  /** Devices that should have been notified, were notified, came to an end, succeeded; `null`: not known here. */
  forecast: number
  reached: number | null
  finished: number | null
  succeeded: number | null
}

export interface BurnUp {
  points: BurnUpPoint[]
  /** Devices reached at the last observation less those forecast; negative: behind. `null` without one. */
  ahead: number | null
}

/** At most `most` of the entries, the first and the last among them. */
function thinned<T>(entries: readonly T[], most: number): T[] {
  if (entries.length <= most) return [...entries]
  const step = (entries.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => entries[Math.round(i * step)]!)
}

/**
 * Forecast against what happened, on one axis of minutes since `started` (epoch ms). Forecast and actual each have
 * values only where something is known; at most 400 points, whatever the length of the rollout.
 */
export function burnUp(
  config: JobConfiguration | undefined,
  groupSize: number,
  started: number,
  observations: readonly Observation[],
): BurnUp {
  const seen = thinned(
    [...observations].sort((a, b) => a.at - b.at).filter(one => one.at >= started),
    300,
  ).map(({ at, counts }) => ({ minute: (at - started) / 60_000, counts }))
  const corners = thinned(rolloutForecast(config, groupSize).points, 100)
  const byMinute = new Map<number, BurnUpPoint>()
  for (const { minute, notified } of corners) {
    byMinute.set(minute, { minute, forecast: notified, reached: null, finished: null, succeeded: null })
  }
  for (const { minute, counts } of seen) {
    byMinute.set(minute, {
      minute,
      forecast: byMinute.get(minute)?.forecast ?? notifiedAt(config, groupSize, minute),
      reached: totalCount(counts),
      finished: finishedCount(counts),
      succeeded: counts.succeeded,
    })
  }
  const points = [...byMinute.values()].sort((a, b) => a.minute - b.minute)
  const last = points.findLast(point => point.reached !== null)
  return { points, ahead: last ? last.reached! - last.forecast : null }
}

/** In words how the rollout goes against its forecast; a tenth of the group's devices either way is as forecast. */
export function paceWords({ ahead }: BurnUp, groupSize: number): string {
  if (ahead === null) return 'Nothing is known of its progress yet.'
  const off = Math.abs(ahead)
  if (off <= Math.max(1, groupSize / 10)) return 'As forecast.'
  const devices = `${off.toLocaleString('en-US')} devices`
  // Devices that join later are reached at once, beside the rate.
  return ahead > 0 ? `${devices} ahead of the forecast.` : `${devices} behind the forecast.`
}

import type { ServiceFailure } from '#src/domain/service-failure.ts'
import type { Sweep } from '#src/domain/sweep.ts'

/**
 * How often what is asked again, in milliseconds. Everything in the account shares 30 requests a second, and devices
 * report at best on events and at worst once a day, so only what moves is watched closely.
 */
export const cadences = {
  /** A rollout, an execution or a publishing component that somebody is watching. */
  moving: 4_000,
  publishing: 2_000,
  /** A deployment in force whose devices stand still: a late device may still take it. */
  inForce: 30_000,
  deployments: 20_000,
  devices: 60_000,
  device: 20_000,
  /** What the overview and the wall follow of the newest deployments. */
  watchedDeployments: 15_000,
  movingJob: 4_000,
  restingJob: 30_000,
  wallDevices: 60_000,
  wallDeployments: 15_000,
  components: 60_000,
  /** Groups, tags, connectivity information, service role: changed by people, seldom. */
  account: 300_000,
  demo: 1_000,
  /** Whatever is on screen, after a failure that may have passed by now. */
  afterFailure: 15_000,
} as const

/** A list is read at most a quarter of the time, however long it is. */
const shareOfTime = 4

/** A sweep's cadence: `base`, or more where the list has so many pages that it would never stop being read. */
export function sweepCadence(
  base: number,
  sweep: Sweep<unknown> | undefined,
  requestsPerSecond: number,
): number {
  const reading = ((sweep?.pages ?? 0) / requestsPerSecond) * 1000
  return Math.max(base, Math.round(reading * shareOfTime))
}

const passing = new Set(['offline', 'timeout', 'unreadable', 'service'])

/**
 * When to ask again, in milliseconds: as `usual`, or sooner after a failure that may pass by itself. A long list,
 * whose usual turn is long, waits for a quarter of it all the same.
 */
export function nextTurn(usual: number, failure: ServiceFailure | null): number {
  if (failure === null || !passing.has(failure.kind)) return usual
  return Math.min(usual, Math.max(cadences.afterFailure, usual / shareOfTime))
}

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

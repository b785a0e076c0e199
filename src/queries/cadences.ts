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
  /** The counts of the one rollout that a page is about, while they move. */
  rollout: 5_000,
  /** A deployment in force whose devices stand still: a late device may still take it. */
  inForce: 30_000,
  deployments: 20_000,
  /** A deployment itself: only its status may still change. */
  deployment: 60_000,
  devices: 60_000,
  device: 20_000,
  /** What the overview and the wall follow of the newest deployments. */
  wallDeployments: 15_000,
  components: 60_000,
  /** Groups, tags, connectivity information, service role: changed by people, seldom. */
  account: 300_000,
  demo: 1_000,
  /** Whatever is on screen, after a failure that may have passed by now. */
  afterFailure: 15_000,
} as const

/**
 * A page about deployments asks at most 10 times a minute when nothing moves, and 40 times when something does, however
 * large the fleet is. These are its parts, in requests a minute; opening a page, a tab or a longer list costs what it
 * shows for the first time besides. `e2e/watching-budget.e2e.ts` counts them.
 */
export const allowance = {
  /** Pages of a list of deployments that is read again. */
  deploymentPages: 2,
  /** Pages of the list of a job's devices. */
  devicePages: 10,
  /** Pages of each of the lists of devices that failed, were rejected and timed out. */
  failurePages: 4,
  /** Pages of the target's group. */
  groupPages: 1,
  /** Jobs in a list of deployments whose devices move. */
  movingJobs: 24,
  /** And those whose devices stand still. */
  restingJobs: 4,
  /** Unhealthy devices that are asked what broke; each takes two requests. */
  unhealthyDevices: 1,
} as const

/** Counts that have not changed for this long are at rest, whatever they count: ms. */
const restsAfter = 120_000

/** Whether counts that were last seen to change at `changed` are worth a close look now; both epoch ms. */
export const isLively = (changed: number, now: number): boolean => now - changed < restsAfter

/** A list is read at most a quarter of the time, however long it is. */
const shareOfTime = 4

/** A sweep's cadence: `base`, or more where the list has so many pages that it would never stop being read. */
export function sweepCadence(
  base: number,
  sweep: Sweep<unknown> | undefined,
  requestsPerSecond: number,
  pagesPerMinute = Number.POSITIVE_INFINITY,
): number {
  const pages = sweep?.pages ?? 0
  const reading = (pages / requestsPerSecond) * 1000
  return Math.max(base, Math.round(reading * shareOfTime), pages * pageGap(pagesPerMinute))
}

/** Milliseconds from one page to the next of a list that is read at so many pages a minute. */
export const pageGap = (pagesPerMinute: number): number => 60_000 / pagesPerMinute

const passing = new Set(['offline', 'timeout', 'unreadable', 'service'])

/**
 * When to ask again, in milliseconds: as `usual`, or sooner after a failure that may pass by itself. A long list,
 * whose usual turn is long, waits for a quarter of it all the same.
 */
export function nextTurn(usual: number, failure: ServiceFailure | null): number {
  if (failure === null || !passing.has(failure.kind)) return usual
  return Math.min(usual, Math.max(cadences.afterFailure, usual / shareOfTime))
}

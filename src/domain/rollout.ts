import type { AbortCriterion, JobConfiguration } from './deployment.ts'
import type { Job, JobCounts } from './job.ts'
import { totalCount, unsuccessfulCount } from './job-counts.ts'

/** Devices a minute that AWS IoT Jobs notifies if the configuration sets no limit of its own. */
const serviceRatePerMinute = 1000

/**
 * Devices notified per minute once `notified` devices have been notified and `succeeded` have succeeded.
 * The rate grows by the factor each time a count reaches another multiple of its criterion: with base 50,
 * factor 2 and criterion 1000 it is 50, then 100 after 1000, 200 after 2000, 400 after 3000.
 * https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
 */
export function rolloutRate(
  config: JobConfiguration | undefined,
  progress: { notified: number; succeeded: number },
): number {
  const rollout = config?.jobExecutionsRolloutConfig
  const cap = Math.min(rollout?.maximumPerMinute ?? serviceRatePerMinute, serviceRatePerMinute)
  const exponential = rollout?.exponentialRate
  if (!exponential) return cap
  const { numberOfNotifiedThings, numberOfSucceededThings } = exponential.rateIncreaseCriteria
  const steps = Math.max(
    numberOfNotifiedThings ? Math.floor(progress.notified / numberOfNotifiedThings) : 0,
    numberOfSucceededThings ? Math.floor(progress.succeeded / numberOfSucceededThings) : 0,
  )
  return Math.min(cap, exponential.baseRatePerMinute * exponential.incrementFactor ** steps)
}

/** One stretch of a rollout at a constant rate. */
interface Stretch {
  /** Devices notified before it begins, and the minute it begins. */
  notified: number
  minute: number
  rate: number
}

/**
 * The stretches of a rollout to `groupSize` devices, in order. A criterion of successes is forecast as if every
 * device succeeded at once, which is the fastest that the rollout can be.
 */
function stretches(config: JobConfiguration | undefined, groupSize: number): Stretch[] {
  const criteria = config?.jobExecutionsRolloutConfig?.exponentialRate?.rateIncreaseCriteria
  const every = Math.min(
    criteria?.numberOfNotifiedThings ?? Infinity,
    criteria?.numberOfSucceededThings ?? Infinity,
  )
  const rateAt = (count: number) => rolloutRate(config, { notified: count, succeeded: count })
  const first = { notified: 0, minute: 0, rate: rateAt(0) }
  const result: Stretch[] = [first]
  if (!Number.isFinite(every) || every <= 0) return result
  const cap = rolloutRate(config, { notified: 1e9 * every, succeeded: 1e9 * every })
  for (let last: Stretch = first; last.rate < cap && last.notified + every < groupSize; ) {
    const notified = last.notified + every
    last = { notified, minute: last.minute + every / last.rate, rate: rateAt(notified) }
    result.push(last)
  }
  return result
}

/**
 * How many of a group's devices have been notified `minute` minutes (fractions count) after the rollout began.
 * The first device is notified at once, the others evenly at the rate in force.
 */
export function notifiedAt(config: JobConfiguration | undefined, groupSize: number, minute: number): number {
  if (minute < 0 || groupSize <= 0) return 0
  const now = stretches(config, groupSize).findLast(stretch => stretch.minute <= minute)!
  // The small term keeps a device due at exactly this minute from being lost to rounding.
  const count = now.notified + Math.floor((minute - now.minute) * now.rate + 1e-9) + 1
  return Math.min(groupSize, count)
}

/** The minute (fractions count) at which the `nth` device of a rollout is notified; the first is 1, at minute 0. */
export function notificationMinute(config: JobConfiguration | undefined, nth: number): number {
  const before = Math.max(0, nth - 1)
  const now = stretches(config, nth).findLast(stretch => stretch.notified <= before)!
  return now.minute + (before - now.notified) / now.rate
}

/**
 * The curve of a rollout: cumulative devices notified at minute 0, at each corner where the rate changes, and at
 * the last device; between two points the curve is straight. Minutes count from the start of the rollout.
 */
export function rolloutSchedule(
  config: JobConfiguration | undefined,
  groupSize: number,
): { minute: number; notified: number; ratePerMinute: number }[] {
  if (groupSize <= 0) return []
  const corners = stretches(config, groupSize)
  const points = corners.map(corner => ({
    minute: corner.minute,
    notified: Math.min(groupSize, corner.notified + 1),
    ratePerMinute: corner.rate,
  }))
  const end = notificationMinute(config, groupSize)
  const last = points.at(-1)!
  if (last.notified < groupSize) {
    points.push({ minute: end, notified: groupSize, ratePerMinute: last.ratePerMinute })
  }
  return points
}

/** How far the service may lag behind its rate before its word that it goes on is no longer believed: ms. */
const lag = 10 * 60_000

/**
 * Whether a job that `began` at that epoch ms is still being given to more devices. The service says so as long as it
 * is (https://docs.aws.amazon.com/iot/latest/apireference/API_JobProcessDetails.html); should it go on saying so of a
 * continuous job for ever, the job's lowest rate tells when those it has reached were due.
 */
export function reachesMore(
  { status, processing, rollout, counts }: Job,
  began: number,
  now: number,
): boolean {
  if (!processing || status !== 'IN_PROGRESS') return false
  const rate = rollout.exponentialRate?.baseRatePerMinute ?? rollout.maximumPerMinute ?? serviceRatePerMinute
  return now <= began + (totalCount(counts) / rate) * 60_000 + lag
}

function failuresOf(type: AbortCriterion['failureType'], counts: JobCounts): number {
  switch (type) {
    case 'FAILED':
      return counts.failed
    case 'REJECTED':
      return counts.rejected
    case 'TIMED_OUT':
      return counts.timedOut
    case 'ALL':
      return unsuccessfulCount(counts)
  }
}

/**
 * How many failures of a criterion's type stop the job once `executed` devices have executed it to an end (and at
 * least the criterion's minimum have). A threshold has two decimals, so hundredths are counted in whole numbers.
 */
export function failuresToAbort(
  { thresholdPercentage }: Pick<AbortCriterion, 'thresholdPercentage'>,
  executed: number,
): number {
  return Math.ceil((Math.round(thresholdPercentage * 100) * executed) / 10_000)
}

/**
 * The first abort criterion that the counts meet, or `null`. A criterion counts once at least its minimum number
 * of devices have executed the job to an end; devices that were cancelled or removed never executed it.
 * https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
 */
export function abortTriggered(
  criteria: readonly AbortCriterion[],
  counts: JobCounts,
): AbortCriterion | null {
  const executed = counts.succeeded + unsuccessfulCount(counts)
  return (
    criteria.find(
      criterion =>
        executed >= criterion.minNumberOfExecutedThings &&
        executed > 0 &&
        failuresOf(criterion.failureType, counts) >= failuresToAbort(criterion, executed),
    ) ?? null
  )
}

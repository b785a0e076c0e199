import type { AbortCriterion, JobConfiguration } from './deployment.ts'
import { failuresToAbort, notificationMinute, notifiedAt, rolloutRate, rolloutSchedule } from './rollout.ts'

export interface RolloutForecast {
  /** Devices notified by the minute; straight between two points. Empty for an empty group. */
  points: { minute: number; notified: number }[]
  /** The minute at which the last device is notified. */
  lastMinute: number
  /** Devices a minute at the beginning and at the end. */
  firstRate: number
  lastRate: number
  /** The rate grows with successes, so that this is the fastest that the rollout can be. */
  atBest: boolean
  aborts: AbortForecast[]
}

export interface AbortForecast {
  criterion: AbortCriterion
  /** Failures that stop the rollout once the minimum number of devices have ended, and at the last device. */
  failuresAtMinimum: number
  failuresAtEnd: number
  /** The earliest minute at which the minimum number of devices can have ended. */
  earliestMinute: number
  /** Devices that have been notified by then. */
  notifiedByThen: number
  /** The group is smaller than the minimum: the criterion never applies as things are. */
  never: boolean
  /** In words, one or two sentences. */
  words: string
}

const count = (n: number, noun = 'device') => `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`

/** A span of minutes in words for a person: `a minute` for a part of one, `20 min`, `3 h 20 min`, `2 days 4 h`. */
export function minutesText(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 1) return 'a minute'
  if (whole < 60) return `${whole} min`
  const hours = Math.floor(whole / 60)
  if (hours < 48) return whole % 60 === 0 ? `${hours} h` : `${hours} h ${whole % 60} min`
  const days = Math.floor(hours / 24)
  return hours % 24 === 0 ? `${days} days` : `${days} days ${hours % 24} h`
}

/** The moment that many minutes after the start, in words: `within a minute`, `after 20 min`. */
export const afterText = (minutes: number): string =>
  Math.round(minutes) < 1 ? 'within a minute' : `after ${minutesText(minutes)}`

const whatCounts: Record<AbortCriterion['failureType'], string> = {
  FAILED: 'failed',
  REJECTED: 'refused it',
  TIMED_OUT: 'timed out',
  ALL: 'failed, refused it or timed out',
}

function abortForecast(
  criterion: AbortCriterion,
  config: JobConfiguration | undefined,
  groupSize: number,
  minutesPerDevice: number,
): AbortForecast {
  const { minNumberOfExecutedThings: minimum, failureType } = criterion
  // Failures are counted only against devices that have ended; with none there is nothing to count.
  const failuresAtMinimum = Math.max(1, failuresToAbort(criterion, minimum))
  const failuresAtEnd = Math.max(1, failuresToAbort(criterion, Math.max(groupSize, minimum)))
  const never = minimum > groupSize
  const earliestMinute = notificationMinute(config, minimum) + minutesPerDevice
  const notifiedByThen = notifiedAt(config, groupSize, earliestMinute)
  const facts = { criterion, failuresAtMinimum, failuresAtEnd, earliestMinute, notifiedByThen, never }
  if (never) {
    const words = `Never stops anything as things are: it waits until ${count(minimum)} have ended, and the group has ${count(groupSize)}.`
    return { ...facts, words }
  }
  const first = `${failuresAtMinimum.toLocaleString('en-US')} of the first ${count(minimum)} that ended ${whatCounts[failureType]}`
  const reached =
    notifiedByThen >= groupSize
      ? 'all devices have been notified by then, so it spares only those that have not picked it up'
      : `${notifiedByThen.toLocaleString('en-US')} of ${count(groupSize)} have been notified by then`
  const growing =
    failuresAtEnd > failuresAtMinimum
      ? ` With all ${count(groupSize)} ended it takes ${failuresAtEnd.toLocaleString('en-US')}.`
      : ''
  const words = `Stops the rollout as soon as ${first}, ${afterText(earliestMinute)} at the earliest: ${reached}.${growing}`
  return { ...facts, words }
}

/**
 * How a rollout to a group of `groupSize` devices will go: when how many are notified, when the last one is, and at
 * which point how many failures stop it. `minutesPerDevice` is how long a device takes from its notification to an
 * end, if that is known from an earlier deployment. Minutes count from the start; fractions count.
 * https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
 */
export function rolloutForecast(
  config: JobConfiguration | undefined,
  groupSize: number,
  minutesPerDevice = 0,
): RolloutForecast {
  const schedule = rolloutSchedule(config, groupSize)
  const criteria = config?.abortConfig?.criteriaList ?? []
  const grows = config?.jobExecutionsRolloutConfig?.exponentialRate?.rateIncreaseCriteria
  const start = rolloutRate(config, { notified: 0, succeeded: 0 })
  return {
    points: schedule.map(({ minute, notified }) => ({ minute, notified })),
    lastMinute: groupSize > 0 ? notificationMinute(config, groupSize) : 0,
    firstRate: schedule[0]?.ratePerMinute ?? start,
    lastRate: schedule.at(-1)?.ratePerMinute ?? start,
    atBest: grows?.numberOfSucceededThings !== undefined,
    aborts: criteria.map(criterion => abortForecast(criterion, config, groupSize, minutesPerDevice)),
  }
}

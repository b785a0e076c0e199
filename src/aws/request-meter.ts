import type { SchedulerLoad } from './scheduler.ts'

/** How this tab uses the account's quota. Counts are of the last minute. */
export interface RequestMeterReading {
  /** Requests that left, with retries and the calls for credentials. */
  lastMinute: number
  throttledLastMinute: number
  failedLastMinute: number
  /** Since the connection was opened. */
  total: number
  queued: number
  inFlight: number
  /** The tab is hidden, so only clicks are sent. */
  paused: boolean
  /** Seconds until the service may be asked again; null if it did not ask us to wait. */
  heldForSeconds: number | null
  /** What this tab allows itself, in requests a second for each API. */
  limitPerSecond: number
  /** Requests in each of the last 60 seconds, oldest first. */
  perSecond: number[]
}

export interface RequestMeter {
  sent(): void
  throttled(): void
  failed(): void
  read(): RequestMeterReading
}

const minute = 60

export function createRequestMeter(
  load: () => SchedulerLoad,
  limitPerSecond: number,
  now: () => number = Date.now,
): RequestMeter {
  const sent = secondCounter(now)
  const throttled = secondCounter(now)
  const failed = secondCounter(now)
  let total = 0
  return {
    sent: () => {
      total += 1
      sent.add()
    },
    throttled: throttled.add,
    failed: failed.add,
    read: () => {
      const { queued, inFlight, paused, heldUntil } = load()
      const perSecond = sent.counts()
      return {
        lastMinute: sum(perSecond),
        throttledLastMinute: sum(throttled.counts()),
        failedLastMinute: sum(failed.counts()),
        total,
        queued,
        inFlight,
        paused,
        heldForSeconds: heldUntil === null ? null : Math.ceil((heldUntil - now()) / 1000),
        limitPerSecond,
        perSecond,
      }
    },
  }
}

/** A ring of 60 one-second counts. */
function secondCounter(now: () => number) {
  const ring = new Array<number>(minute).fill(0)
  let last = Math.floor(now() / 1000)
  const advance = () => {
    const second = Math.floor(now() / 1000)
    for (let step = Math.max(last, second - minute) + 1; step <= second; step++) ring[step % minute] = 0
    last = Math.max(last, second)
  }
  return {
    add: () => {
      advance()
      ring[last % minute]! += 1
    },
    counts: () => {
      advance()
      return Array.from({ length: minute }, (_, index) => ring[(last + 1 + index) % minute]!)
    },
  }
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)

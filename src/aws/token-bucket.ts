/** What may be sent when: `ratePerSecond` on average, at most `burst` at once. Times are milliseconds of any clock. */
export interface TokenBucket {
  /** Takes a token if there is one. */
  take(now: number): boolean
  /** Milliseconds until there will be one; 0 if there is. */
  wait(now: number): number
  /** The service asked for a pause: no token before `until`, then one at a time at half the rate. */
  holdUntil(until: number, now: number): void
  /** The service took a call: the rate creeps back to what it was. */
  recover(now: number): void
}

const slowest = 0.5
const recovery = 1.05

export function createTokenBucket(
  limit: { ratePerSecond: number; burst: number },
  start: number,
): TokenBucket {
  let rate = limit.ratePerSecond
  let tokens = limit.burst
  let at = start
  const refill = (now: number) => {
    if (now <= at) return
    tokens = Math.min(limit.burst, tokens + ((now - at) / 1000) * rate)
    at = now
  }
  const wait = (now: number) => {
    refill(now)
    const hold = Math.max(0, at - now)
    return tokens >= 1 ? hold : hold + Math.ceil(((1 - tokens) / rate) * 1000)
  }
  return {
    wait,
    take: now => {
      if (wait(now) > 0) return false
      tokens -= 1
      return true
    },
    holdUntil: (until, now) => {
      refill(now)
      rate = Math.max(Math.min(slowest, limit.ratePerSecond), rate / 2)
      tokens = 1
      at = Math.max(at, until)
    },
    recover: now => {
      refill(now)
      rate = Math.min(limit.ratePerSecond, rate * recovery)
    },
  }
}

import type { ServiceFailure } from '#src/domain/service-failure.ts'
import type { Priority, Verdict } from './scheduler.ts'

export interface RetryQuestion {
  failure: ServiceFailure
  /** Attempts made, the failed one included. */
  attempt: number
  priority: Priority
  /** The operation changes nothing, so it may be repeated whatever became of the first one. */
  isRead: boolean
  /** The SDK has noticed on this answer that the computer's clock is wrong, and signs the next one rightly. */
  clockCorrected: boolean
  /** 0 to 1. */
  random: number
}

const longestWait = 20_000

/**
 * Which failed calls are worth another try, and when. A throttled call was not carried out, so writes are repeated
 * too; after a 5xx nobody knows, so a write is left to the person, who sends the same client token again.
 */
export function retryVerdict({
  failure,
  attempt,
  priority,
  isRead,
  clockCorrected,
  random,
}: RetryQuestion): Verdict {
  if (clockCorrected && attempt === 1) return { retryInMs: 0, hold: false }
  if (failure.kind === 'throttled') {
    if (attempt >= (priority === 'click' ? 4 : 6)) return null
    const asked = failure.retryAfterSeconds === null ? 0 : failure.retryAfterSeconds * 1000
    return { retryInMs: Math.max(asked, backoff(1000, attempt, random)), hold: true }
  }
  // "The same client token is still being worked on": its answer is a moment away.
  if (failure.code === 'RequestAlreadyInProgressException') {
    return attempt < 4 ? { retryInMs: 1000, hold: false } : null
  }
  if (!isRead || attempt >= 3) return null
  if (failure.kind === 'service' || (failure.kind === 'unreadable' && (failure.status ?? 0) >= 500)) {
    const asked =
      failure.retryAfterSeconds === null ? 0 : Math.min(longestWait, failure.retryAfterSeconds * 1000)
    return { retryInMs: Math.max(asked, backoff(200, attempt, random)), hold: false }
  }
  if (failure.kind === 'offline' && attempt < 2)
    return { retryInMs: backoff(300, attempt, random), hold: false }
  return null
}

/** Exponential, with the upper half of it left to chance, so that several tabs do not come back at once. */
function backoff(base: number, attempt: number, random: number): number {
  const full = Math.min(longestWait, base * 2 ** (attempt - 1))
  return Math.round(full / 2 + (full / 2) * random)
}

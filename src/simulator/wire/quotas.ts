import type { ScenarioName } from '#src/domain/demo-fleet.ts'
import { throttled } from './service-error.ts'

/** One bucket of tokens; `perSecond` is also its size. */
class Bucket {
  private readonly perSecond: number
  private tokens: number
  private filled = Number.NEGATIVE_INFINITY

  constructor(perSecond: number) {
    this.perSecond = perSecond
    this.tokens = perSecond
  }

  /** Takes a token; if there is none, says in how many milliseconds there will be one. */
  take(now: number): number {
    const elapsed = this.filled === Number.NEGATIVE_INFINITY ? 0 : Math.max(0, now - this.filled)
    this.tokens = Math.min(this.perSecond, this.tokens + (elapsed / 1000) * this.perSecond)
    this.filled = now
    if (this.tokens >= 1) {
      this.tokens -= 1
      return 0
    }
    return ((1 - this.tokens) / this.perSecond) * 1000
  }
}

/**
 * The request quotas of Greengrass: one CreateComponentVersion a second, and 30 requests a second for everything
 * else together. https://docs.aws.amazon.com/general/latest/gr/greengrassv2.html
 * They go by the wall clock, since that is what a client can keep to however fast the world runs.
 */
export class Quotas {
  enforced = false
  /** Requests a second besides CreateComponentVersion. */
  perSecond = 30
  private publishing = new Bucket(1)
  private others = new Bucket(this.perSecond)

  /** In the busy account others use up most of the quota; elsewhere nobody counts until somebody asks for it. */
  begin(scenario: ScenarioName): void {
    this.enforced = scenario === 'throttled'
    this.allow(scenario === 'throttled' ? 5 : 30)
  }

  /** Sets how many requests a second there are, from a full bucket on. */
  allow(perSecond: number): void {
    if (!(perSecond >= 1 && perSecond <= 10_000)) throw new RangeError('perSecond must be from 1 to 10000')
    this.perSecond = perSecond
    this.publishing = new Bucket(1)
    this.others = new Bucket(perSecond)
  }

  /** Throws a ThrottlingException with Retry-After if the quota is used up. `wallNow` in epoch ms. */
  check(operation: string, wallNow: number): void {
    if (!this.enforced) return
    const bucket = operation === 'CreateComponentVersion' ? this.publishing : this.others
    const wait = bucket.take(wallNow)
    if (wait > 0) throw throttled('Rate exceeded', Math.max(1, Math.ceil(wait / 1000)))
  }
}

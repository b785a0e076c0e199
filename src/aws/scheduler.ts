import { createTokenBucket, type TokenBucket } from './token-bucket.ts'

/** A person's click goes before what is on screen, and that before what is merely kept fresh. */
export type Priority = 'click' | 'screen' | 'background'

export interface Timers {
  now(): number
  after(ms: number, run: () => void): () => void
}

export const wallTimers: Timers = {
  now: Date.now,
  after: (ms, run) => {
    const id = setTimeout(run, ms)
    return () => clearTimeout(id)
  },
}

/** What to do after a failed attempt: try again in so long, and hold everything of this API meanwhile, or give up. */
export type Verdict = { retryInMs: number; hold: boolean } | null

export interface Job<T> {
  /** Which budget it draws on; unknown names share the first. */
  bucket: string
  priority: Priority
  signal?: AbortSignal | undefined
  run(): Promise<T>
  judge(error: unknown, attempt: number): Verdict
}

export interface SchedulerLoad {
  queued: number
  inFlight: number
  paused: boolean
  /** Until when the service asked us to wait, in the clock of `Timers`; null if it did not. */
  heldUntil: number | null
}

export interface Scheduler {
  run<T>(job: Job<T>): Promise<T>
  /** While paused only clicks are sent. */
  setPaused(paused: boolean): void
  /** Rejects everything that has not been sent yet. */
  drop(error: () => unknown): void
  load(): SchedulerLoad
}

export interface SchedulerOptions {
  timers: Timers
  limits: Record<string, { ratePerSecond: number; burst: number }>
  /** Calls under way at once, for each bucket. A click may always go one over it. */
  maxInFlight: number
}

interface Waiting {
  job: Job<unknown>
  attempt: number
  resolve(value: unknown): void
  reject(error: unknown): void
  leave(): void
}

interface Lane {
  bucket: TokenBucket
  queues: Record<Priority, Waiting[]>
  inFlight: number
  heldUntil: number
  cancelTimer: (() => void) | null
}

const order: Priority[] = ['click', 'screen', 'background']

/**
 * Stands before every call: within the budget, in order of who waits, and not at all while nobody looks.
 * Pure but for the timers it is given.
 */
export function createScheduler({ timers, limits, maxInFlight }: SchedulerOptions): Scheduler {
  const lanes = new Map<string, Lane>(
    Object.entries(limits).map(([name, limit]) => [
      name,
      {
        bucket: createTokenBucket(limit, timers.now()),
        queues: { click: [], screen: [], background: [] },
        inFlight: 0,
        heldUntil: 0,
        cancelTimer: null,
      },
    ]),
  )
  const first = [...lanes.values()][0]!
  let paused = false
  const retries = new Set<{ waiting: Waiting; cancel(): void }>()

  const next = (lane: Lane): Waiting | undefined => {
    const open = paused ? (['click'] as Priority[]) : order
    const priority = open.find(name => lane.queues[name].length > 0)
    if (priority === undefined) return undefined
    if (lane.inFlight >= maxInFlight + (priority === 'click' ? 1 : 0)) return undefined
    return lane.queues[priority][0]
  }

  const pump = (lane: Lane) => {
    lane.cancelTimer?.()
    lane.cancelTimer = null
    for (let waiting = next(lane); waiting !== undefined; waiting = next(lane)) {
      const now = timers.now()
      if (!lane.bucket.take(now)) {
        lane.cancelTimer = timers.after(Math.max(1, lane.bucket.wait(now)), () => pump(lane))
        return
      }
      lane.queues[waiting.job.priority].shift()
      void send(lane, waiting)
    }
  }

  const send = async (lane: Lane, waiting: Waiting) => {
    lane.inFlight += 1
    try {
      const value = await waiting.job.run()
      lane.bucket.recover(timers.now())
      waiting.leave()
      waiting.resolve(value)
    } catch (error) {
      const verdict = waiting.job.signal?.aborted ? null : waiting.job.judge(error, waiting.attempt)
      if (verdict === null) {
        waiting.leave()
        waiting.reject(error)
      } else again(lane, waiting, verdict)
    } finally {
      lane.inFlight -= 1
      pump(lane)
    }
  }

  const again = (lane: Lane, waiting: Waiting, { retryInMs, hold }: NonNullable<Verdict>) => {
    waiting.attempt += 1
    if (hold) {
      const now = timers.now()
      lane.heldUntil = Math.max(lane.heldUntil, now + retryInMs)
      lane.bucket.holdUntil(lane.heldUntil, now)
      lane.queues[waiting.job.priority].unshift(waiting)
      return
    }
    const retry = {
      waiting,
      cancel: timers.after(retryInMs, () => {
        retries.delete(retry)
        lane.queues[waiting.job.priority].unshift(waiting)
        pump(lane)
      }),
    }
    retries.add(retry)
  }

  const forget = (lane: Lane, waiting: Waiting) => {
    const queue = lane.queues[waiting.job.priority]
    const at = queue.indexOf(waiting)
    if (at >= 0) queue.splice(at, 1)
    for (const retry of retries) {
      if (retry.waiting !== waiting) continue
      retry.cancel()
      retries.delete(retry)
    }
  }

  return {
    run: <T>(job: Job<T>) =>
      new Promise<T>((resolve, reject) => {
        const { signal } = job
        if (signal?.aborted) return reject(signal.reason)
        const lane = lanes.get(job.bucket) ?? first
        const onAbort = () => {
          forget(lane, waiting)
          reject(signal?.reason)
          pump(lane)
        }
        const waiting: Waiting = {
          job,
          attempt: 1,
          resolve: resolve as (value: unknown) => void,
          reject,
          leave: () => signal?.removeEventListener('abort', onAbort),
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        lane.queues[job.priority].push(waiting)
        pump(lane)
      }),
    setPaused: next => {
      if (paused === next) return
      paused = next
      for (const lane of lanes.values()) pump(lane)
    },
    drop: error => {
      const dropped = [...retries].map(retry => retry.waiting)
      for (const retry of retries) retry.cancel()
      retries.clear()
      for (const lane of lanes.values()) {
        for (const name of order) dropped.push(...lane.queues[name].splice(0))
        lane.cancelTimer?.()
        lane.cancelTimer = null
      }
      for (const waiting of dropped) {
        waiting.leave()
        waiting.reject(error())
      }
    },
    load: () => {
      const all = [...lanes.values()]
      const held = Math.max(...all.map(lane => lane.heldUntil))
      return {
        queued:
          retries.size +
          all.reduce((sum, lane) => sum + order.reduce((n, name) => n + lane.queues[name].length, 0), 0),
        inFlight: all.reduce((sum, lane) => sum + lane.inFlight, 0),
        paused,
        heldUntil: held > timers.now() ? held : null,
      }
    },
  }
}

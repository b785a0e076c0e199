/**
 * Time as the service tells it, in epoch milliseconds. Ages on screen are measured against this clock: a computer's
 * own can be minutes wrong, and the demo's world can run faster than the wall.
 */
export interface ServiceClock {
  now(): number
  /** Service milliseconds per wall millisecond; 1 but for a world that is sped up (more) or held (0). */
  rate(): number
  /** Says what time it is there and how fast it goes, where that is known better than from answers. */
  align(serviceNow: number, rate: number): void
  /** Takes note of a `Date` header. `sentAt` and `receivedAt` are wall times in milliseconds. */
  observe(date: string | null | undefined, sentAt: number, receivedAt: number): void
  /** Calls `listener` when the clock turns out to stand elsewhere by over a minute; returns what ends that. */
  onJump(listener: () => void): () => void
}

/** `Date` has whole seconds and an answer takes time on its way: less than this is no difference. */
const noise = 2_000
const jump = 60_000

export function createServiceClock(wall: () => number = Date.now): ServiceClock {
  let rate = 1
  let known: { service: number; at: number } | null = null
  const listeners = new Set<() => void>()
  const now = () => {
    const at = wall()
    return known === null ? at : known.service + (at - known.at) * rate
  }
  const set = (next: typeof known) => {
    const before = now()
    known = next
    if (Math.abs(now() - before) > jump) for (const listener of [...listeners]) listener()
  }
  return {
    now,
    rate: () => rate,
    align: (serviceNow, nextRate) => {
      rate = nextRate
      set({ service: serviceNow, at: wall() })
    },
    observe: (date, sentAt, receivedAt) => {
      const service = date ? Date.parse(date) : Number.NaN
      if (Number.isNaN(service)) return
      const at = (sentAt + receivedAt) / 2
      const tolerance = noise * Math.max(1, rate)
      if (
        Math.abs(service + 500 - (known === null ? at : known.service + (at - known.at) * rate)) < tolerance
      )
        return
      set({ service: service + 500, at })
    },
    onJump: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

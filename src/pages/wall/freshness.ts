/** One source of what is on the wall. Times are epoch milliseconds of this computer's clock. */
export interface WallSource {
  name: string
  /** When its data last came; `null` if it never did. */
  lastGood: number | null
  /** How often it is asked for, in ms. */
  every: number
  /** What its last refresh failed with, in words. */
  failure: string | null
}

export interface WallFreshness {
  level: 'fresh' | 'late' | 'old' | 'waiting'
  /** When the oldest source on show was last good. */
  lastGood: number | null
  failure: string | null
}

/** A source is late when a whole turn brought nothing, and old after ten: then no figure can be trusted. */
const lateAfterTurns = 2
const oldAfterTurns = 10

/** How far the whole wall can be trusted: as far as its worst source. */
export function wallFreshness(sources: readonly WallSource[], now: number): WallFreshness {
  const failing = sources.find(source => source.failure !== null)
  const failure = failing ? `${failing.name}: ${failing.failure}` : null
  const times = sources.map(source => source.lastGood).filter(time => time !== null)
  const lastGood = times.length > 0 ? Math.min(...times) : null
  if (times.length < sources.length) return { level: failure ? 'old' : 'waiting', lastGood, failure }
  const turns = Math.max(0, ...sources.map(({ lastGood: at, every }) => (now - (at ?? 0)) / every))
  return {
    level: turns >= oldAfterTurns ? 'old' : turns >= lateAfterTurns ? 'late' : 'fresh',
    lastGood,
    failure,
  }
}

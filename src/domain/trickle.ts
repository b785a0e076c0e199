/** Something to read that may be asked for only so often. A new stamp means that there is something new to read. */
export interface Wanted {
  key: string
  stamp: string
}

export interface Trickle {
  /** What may be read, by key, with the stamp under which it was let through. */
  passed: ReadonlyMap<string, string>
  /** How many more may go at once. */
  credit: number
}

/** As many of what is wanted as there is credit for, in its order. The same object if nothing changes. */
export function letThrough(state: Trickle, wanted: readonly Wanted[]): Trickle {
  if (state.credit < 1) return state
  const next = wanted.filter(({ key, stamp }) => state.passed.get(key) !== stamp).slice(0, state.credit)
  if (next.length === 0) return state
  return {
    passed: new Map([...state.passed, ...next.map(({ key, stamp }) => [key, stamp] as const)]),
    credit: state.credit - next.length,
  }
}

/** One more, unless as many as a minute allows have been saved up. */
export function refill(state: Trickle, perMinute: number): Trickle {
  return state.credit < perMinute ? { ...state, credit: state.credit + 1 } : state
}

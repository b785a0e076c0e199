import { useEffect, useState } from 'react'
import { letThrough, refill, type Wanted } from '#src/domain/trickle.ts'

/**
 * What of a growing list may be read: the first few at once, then so many a minute, and more when a person asks for
 * them. Stamps by key; `letMore` lets so many more go.
 */
export function useTrickle(
  wanted: readonly Wanted[],
  first: number,
  perMinute: number,
): { passed: ReadonlyMap<string, string>; letMore(count: number): void } {
  const [held, setHeld] = useState({
    passed: new Map<string, string>() as ReadonlyMap<string, string>,
    credit: first,
  })
  const state = letThrough(held, wanted)
  if (state !== held) setHeld(state)
  useEffect(() => {
    const timer = setInterval(() => setHeld(known => refill(known, perMinute)), 60_000 / perMinute)
    return () => clearInterval(timer)
  }, [perMinute])
  return {
    passed: state.passed,
    letMore: count => setHeld(known => ({ ...known, credit: known.credit + count })),
  }
}

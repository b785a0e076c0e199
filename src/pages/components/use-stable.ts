import { useLayoutEffect, useRef, useState } from 'react'

/**
 * The same functions for as long as the view lives, each call reaching the newest of them: so that parts of a page that did not
 * change need not render with every key that is typed.
 */
export function useStable<Calls extends Record<string, (...args: never[]) => unknown>>(calls: Calls): Calls {
  const latest = useRef(calls)
  useLayoutEffect(() => {
    latest.current = calls
  })
  const [stable] = useState(
    () =>
      Object.fromEntries(
        Object.keys(calls).map(name => [name, (...args: never[]) => latest.current[name]?.(...args)]),
      ) as Calls,
  )
  return stable
}

import { useEffect, useRef, useState } from 'react'

/**
 * `value`, but changing at most once in `every` milliseconds. For pictures of a list that arrives in a thousand
 * pages: drawing each would take longer than the list. The first and the last value always come through.
 */
export function useCalm<Value>(value: Value, every: number): Value {
  const [calm, setCalm] = useState(value)
  const changed = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, changed.current + every - performance.now())
    const timer = setTimeout(() => {
      changed.current = performance.now()
      setCalm(() => value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value, every])
  return calm
}

import { useEffect, useState } from 'react'

const rest = 5_000

/** `still` when the pointer has not moved for five seconds, so that it can be hidden. */
export function usePointerRest(): 'still' | 'moving' {
  const [state, setState] = useState<'still' | 'moving'>('still')
  useEffect(() => {
    let timer = 0
    const onMove = () => {
      setState('moving')
      clearTimeout(timer)
      timer = window.setTimeout(() => setState('still'), rest)
    }
    addEventListener('pointermove', onMove)
    return () => {
      removeEventListener('pointermove', onMove)
      clearTimeout(timer)
    }
  }, [])
  return state
}

import { useSyncExternalStore } from 'react'

/** One ticking clock for every age on the page, so that they change together. It stops in a hidden tab. */
const tick = 5_000
let now = Date.now()
let timer: ReturnType<typeof setInterval> | null = null
const listeners = new Set<() => void>()

function update() {
  if (document.hidden) return
  now = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (timer === null) {
    now = Date.now()
    timer = setInterval(update, tick)
    document.addEventListener('visibilitychange', update)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
      document.removeEventListener('visibilitychange', update)
    }
  }
}

/**
 * This computer's time in epoch milliseconds, a few seconds coarse: for how long ago data was *received*.
 * For how long ago a device reported, the service's clock counts (queries/connection.tsx).
 */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)

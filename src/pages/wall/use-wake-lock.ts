import { useEffect, useState } from 'react'

/**
 * Keeps the screen on while the wall is visible. The browser drops the lock whenever the page is hidden, so it is
 * asked for again each time it comes back. `held` is false where the browser has no wake lock or refuses it.
 */
export function useWakeLock(): { held: boolean } {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let over = false
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (over) return void lock.release()
        setHeld(true)
        lock.addEventListener('release', () => setHeld(false))
      } catch {
        setHeld(false) // Low battery, or a policy: the wall says so in its footer.
      }
    }
    const onVisible = () => void ask()
    document.addEventListener('visibilitychange', onVisible)
    void ask()
    return () => {
      over = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [])
  return { held }
}

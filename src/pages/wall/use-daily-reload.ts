import { useEffect, useRef } from 'react'

const day = 86_400_000
const look = 600_000

/**
 * Loads the page anew once a day, so that a wall that hangs for months gets new versions and starts with empty
 * hands. Only while its data is fresh and its own server answers: a wall that works is never traded for an error
 * page. Nor where somebody made it full screen by hand, which a reload would end.
 */
export function useDailyReload(fresh: boolean): void {
  const ready = useRef(fresh)
  useEffect(() => {
    ready.current = fresh
  }, [fresh])
  useEffect(() => {
    const started = performance.now()
    const timer = setInterval(async () => {
      if (performance.now() - started < day || !ready.current || document.fullscreenElement) return
      try {
        const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' })
        if (answer.ok) location.reload()
      } catch {
        // Its server is out of reach: the next look is in ten minutes.
      }
    }, look)
    return () => clearInterval(timer)
  }, [])
}

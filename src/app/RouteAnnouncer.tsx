import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { usePageMetaStore } from '#src/ui/page/page-meta.ts'

/** After a change of page: focus moves to its content, and a screen reader hears where it is. */
export function RouteAnnouncer() {
  const { pathname } = useLocation()
  const store = usePageMetaStore()
  const title = useSyncExternalStore(store.subscribe, () => store.get().title)
  const arrived = useRef(pathname)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (arrived.current === pathname) return
    arrived.current = pathname
    // A dialog or field of the new page that took the focus itself keeps it.
    const active = document.activeElement
    const main = document.getElementById('meadow-main')
    if (!main?.contains(active)) main?.focus({ preventScroll: true })
  }, [pathname])
  useEffect(() => setSaid(title), [title])
  return (
    <div role="status" aria-live="polite" className="meadow-visually-hidden">
      {said}
    </div>
  )
}

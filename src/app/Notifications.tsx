import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useNotificationStore } from '#src/ui/notifications.tsx'

const Bar = lazy(async () => ({ default: (await import('./NotificationBar.tsx')).NotificationBar }))

/** Results of what a person did, above whatever page is on show. The bar comes with the first of them. */
export function Notifications() {
  const store = useNotificationStore()
  const posted = useSyncExternalStore(store.subscribe, store.list)
  return posted.length > 0 ? (
    <Suspense fallback={null}>
      <Bar posted={posted} />
    </Suspense>
  ) : null
}

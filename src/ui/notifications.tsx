import { createContext, type ReactNode, useContext, useState } from 'react'

export interface Notification {
  type: 'success' | 'error' | 'warning' | 'info' | 'in-progress'
  header: string
  content?: ReactNode
  /** A notification with the id of an earlier one replaces it: "publishing…" becomes "published". */
  id?: string
  /** Shown as a Retry button. */
  retry?: () => void
  /** One thing that can be done about it, in its own words. */
  action?: { text: string; run(): void }
  /** Another way on: { text: 'View deployment', href }. */
  link?: { text: string; href: string }
  /** The page that posts it tells it to those who listen, so that it is not heard twice. */
  spoken?: boolean
}

export interface PostedNotification extends Notification {
  id: string
}

export interface NotificationStore {
  post(notification: Notification): string
  dismiss(id: string): void
  list(): readonly PostedNotification[]
  subscribe(listener: () => void): () => void
}

/** At most this many stay: a loop of failures must not bury the page. */
const mostShown = 12

export function createNotificationStore(): NotificationStore {
  let posted: readonly PostedNotification[] = []
  let serial = 0
  const listeners = new Set<() => void>()
  const publish = (next: readonly PostedNotification[]) => {
    posted = next
    for (const listener of listeners) listener()
  }
  return {
    post(notification) {
      serial += 1
      const id = notification.id ?? `note-${serial}`
      const rest = posted.filter(item => item.id !== id)
      publish([{ ...notification, id }, ...rest].slice(0, mostShown))
      return id
    },
    dismiss: id => publish(posted.filter(item => item.id !== id)),
    list: () => posted,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const NotificationContext = createContext<NotificationStore | null>(null)

export function NotificationProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createNotificationStore)
  return <NotificationContext value={store}>{children}</NotificationContext>
}

export function useNotificationStore(): NotificationStore {
  const store = useContext(NotificationContext)
  if (!store) throw new Error('useNotify needs a NotificationProvider above it')
  return store
}

/** Posts a notification above the page and returns its id. The function is stable. */
export function useNotify(): (notification: Notification) => string {
  return useNotificationStore().post
}

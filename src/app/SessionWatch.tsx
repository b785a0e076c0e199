import { useEffect } from 'react'
import { useSession } from '#src/queries/connection.tsx'
import { useNotificationStore } from '#src/ui/notifications.tsx'

const id = 'session'

/** Says once, above whatever page is on show, that the session is over; everything on the page stays as it is. */
export function SessionWatch() {
  const { state, renewLabel, renew } = useSession()
  const notifications = useNotificationStore()
  useEffect(() => {
    if (state.status === 'active') {
      notifications.dismiss(id)
      return
    }
    notifications.post({
      id,
      type: state.status === 'renewing' ? 'in-progress' : 'warning',
      header: state.status === 'renewing' ? 'Renewing the session' : 'Your session is over',
      content:
        `${sentence(state.reason)} No calls are sent until it is renewed; what is on this page stays.`.trim(),
      ...(state.status === 'expired' ? { action: { text: renewLabel, run: () => void renew() } } : {}),
    })
  }, [state, renewLabel, renew, notifications])
  return null
}

const sentence = (text: string) => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`)

import { useState } from 'react'
import { useSession } from '#src/queries/connection.tsx'
import { useNotify } from '#src/ui/notifications.tsx'

/** Only where somebody signed in: a guest has no session of their own to end. */
export function SignOutButton() {
  const { signOut } = useSession()
  const notify = useNotify()
  const [leaving, setLeaving] = useState(false)
  if (signOut === null) return null
  const leave = async () => {
    setLeaving(true)
    try {
      await signOut()
    } catch (error) {
      setLeaving(false)
      notify({
        type: 'error',
        header: 'You are still signed in',
        content: error instanceof Error ? error.message : String(error),
        retry: () => void leave(),
      })
    }
  }
  return (
    <button type="button" className="m-chip" disabled={leaving} onClick={() => void leave()}>
      {leaving ? 'Signing out…' : 'Sign out'}
    </button>
  )
}

import { useState } from 'react'

/** Does something to the demo's world, one thing at a time; what is on the pages is read again by itself. */
export function useDemoAction() {
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const act = async (name: string, action: () => Promise<unknown>) => {
    setBusy(name)
    setFailure(null)
    try {
      await action()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(null)
    }
  }
  return { act, busy, failure }
}

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Connection } from '#src/aws/connection.ts'
import type { SessionState } from '#src/aws/session.ts'

export type { Connection } from '#src/aws/connection.ts'

const ConnectionContext = createContext<Connection | null>(null)

/** Gives the open connection to everything below, and reads again what was refused once its session is renewed. */
export function ConnectionProvider({
  connection,
  children,
}: {
  connection: Connection
  children: ReactNode
}) {
  const client = useQueryClient()
  useEffect(() => {
    let generation = connection.session.generation()
    return connection.session.subscribe(() => {
      if (connection.session.generation() === generation) return
      generation = connection.session.generation()
      void client.invalidateQueries({ queryKey: [connection.id] })
    })
  }, [connection, client])
  return <ConnectionContext value={connection}>{children}</ConnectionContext>
}

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext)
  if (connection === null) throw new Error('useConnection needs a ConnectionProvider above it.')
  return connection
}

export interface SessionView {
  state: SessionState
  /** "Renew credentials" for a guest, "Sign in again" for a person. */
  renewLabel: string
  /** Never rejects; the state tells what came of it. Call it from a click: signing in may open a window. */
  renew(): Promise<SessionState>
  signOut: (() => Promise<void>) | null
}

/** Whether calls can be signed, and what to do if not. */
export function useSession(): SessionView {
  const { session } = useConnection()
  const state = useSyncExternalStore(session.subscribe, session.get)
  return { state, renewLabel: session.renewLabel, renew: session.renew, signOut: session.signOut }
}

const renewalPause = 60_000

/** For screens that nobody touches: renews a session that is over, again and again, a minute apart. */
export function useSelfRenewingSession(): void {
  const { session } = useConnection()
  useEffect(() => {
    const tryRenewal = () => {
      if (session.get().status === 'expired') void session.renew()
    }
    const unsubscribe = session.subscribe(() => {
      if (session.get().status === 'expired') clearTimeout(soon)
      if (session.get().status === 'expired') soon = setTimeout(tryRenewal, 1_000)
    })
    let soon: ReturnType<typeof setTimeout> | undefined
    const timer = setInterval(tryRenewal, renewalPause)
    return () => {
      unsubscribe()
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [session])
}

/** Why writes are refused on this connection, as a sentence; undefined where they are not. */
export function useReadOnlyReason(): string | undefined {
  const { readOnly, config } = useConnection()
  return readOnly ? `The connection “${config.name}” is read-only.` : undefined
}

/**
 * The service's time in epoch ms, re-read every `everyMs` of its own time, but at most once a second.
 * For ages: nothing is measured against this computer's clock.
 */
export function useServiceNow(everyMs = 1_000): number {
  const { serviceClock } = useConnection()
  const [now, setNow] = useState(() => serviceClock.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      if (!globalThis.document?.hidden) setNow(serviceClock.now())
      timer = setTimeout(tick, Math.max(1_000, everyMs / Math.max(1, serviceClock.rate())))
    }
    tick()
    const onJump = serviceClock.onJump(() => setNow(serviceClock.now()))
    return () => {
      clearTimeout(timer)
      onJump()
    }
  }, [serviceClock, everyMs])
  return now
}

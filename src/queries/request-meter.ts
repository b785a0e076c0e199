import { useEffect, useState } from 'react'
import { useConnection } from './connection.tsx'

export interface RequestMeterView {
  callsLastMinute: number
  throttledLastMinute: number
  failedLastMinute: number
  total: number
  queued: number
  inFlight: number
  /** The tab is hidden: only clicks are sent. */
  paused: boolean
  /** The service asked to wait, and nothing is sent until then. */
  throttled: boolean
  heldForSeconds: number | null
  /** The session is over: nothing is sent at all. */
  expired: boolean
  /** What this tab allows itself, in requests a second for each API. */
  limitPerSecond: number
  /** Requests in each of the last 60 seconds, oldest first. */
  perSecond: number[]
}

/** What this tab costs the account's quota, re-read every second. */
export function useRequestMeter(everyMs = 1_000): RequestMeterView {
  const { meter, session } = useConnection()
  const [reading, setReading] = useState(() => meter.read())
  useEffect(() => {
    setReading(meter.read())
    const timer = setInterval(() => setReading(meter.read()), everyMs)
    return () => clearInterval(timer)
  }, [meter, everyMs])
  const { lastMinute, ...rest } = reading
  return {
    ...rest,
    callsLastMinute: lastMinute,
    throttled: reading.heldForSeconds !== null,
    expired: session.get().status !== 'active',
  }
}

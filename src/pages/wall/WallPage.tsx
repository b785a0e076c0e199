import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { cadences } from '#src/queries/cadences.ts'
import { useConnection, useSelfRenewingSession, useServiceNow } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import { useDemo } from '#src/queries/demo.ts'
import { useLatestFailures } from '#src/queries/latest-failures.ts'
import { useWatchedDeployments } from '#src/queries/watched-deployments.ts'
import { ageText, shortTime } from '#src/ui/time-text.ts'
import { FailuresPanel } from './FailuresPanel.tsx'
import { FleetPanel } from './FleetPanel.tsx'
import { wallFreshness } from './freshness.ts'
import { MovingPanel } from './MovingPanel.tsx'
import { useWakeLock } from './use-wake-lock.ts'
import './wall.css'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' })

/** The fleet on a screen that nobody touches: read-only, dark, and honest about how old its data is. */
export function WallPage() {
  const connection = useConnection()
  useSelfRenewingSession()
  const demo = useDemo()
  const now = useServiceNow(1000)
  const devices = useQuery({ ...coreDevicesQuery(connection, {}), refetchInterval: cadences.wallDevices })
  const watched = useWatchedDeployments(8)
  const failures = useLatestFailures(watched, 6)
  const { held } = useWakeLock()
  const pointer = usePointerRest()
  const freshness = wallFreshness(
    [
      {
        name: 'Core devices',
        lastGood: devices.data?.asOf ?? null,
        every: cadences.wallDevices,
        failure: devices.error?.message ?? null,
      },
      {
        name: 'Deployments',
        lastGood: watched.asOf,
        every: cadences.wallDeployments,
        failure: watched.failure?.message ?? null,
      },
    ],
    Date.now(),
  )
  return (
    <main className="wall" data-freshness={freshness.level} data-pointer={pointer}>
      <header className="wall-header">
        <h1>
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="#14532f" />
            <path d="M6 24c2-9 5-13 6-13s2 6 4 6 2-10 4-10 5 8 6 17z" fill="#4cc38a" />
          </svg>
          Meadow
        </h1>
        {demo && <span className="wall-demo">Demo fleet</span>}
        <span className="wall-where">
          {connection.config.name} · {connection.config.region}
        </span>
        <time className="wall-clock" dateTime={new Date(now).toISOString()}>
          {day.format(now)} {clock.format(now)}
        </time>
      </header>
      <div className="wall-panels">
        <FleetPanel devices={devices.data} now={now} />
        <MovingPanel watched={watched} now={now} />
        <FailuresPanel failures={failures.failures} settled={failures.settled} now={now} />
      </div>
      <footer className="wall-footer">
        <strong role="status">{freshnessText(freshness.level)}</strong>
        <span>
          {freshness.lastGood === null
            ? 'No data yet'
            : `Last good data ${shortTime(freshness.lastGood)}, ${ageText(freshness.lastGood, Date.now())}`}
        </span>
        {freshness.failure && <span>{freshness.failure}</span>}
        <span>Read-only</span>
        {!held && <span>The browser may let this screen sleep: it has no wake lock</span>}
      </footer>
    </main>
  )
}

function freshnessText(level: ReturnType<typeof wallFreshness>['level']): string {
  if (level === 'waiting') return 'Reading the fleet for the first time'
  if (level === 'fresh') return 'Data is fresh'
  return level === 'late' ? 'Data is late' : 'Data is old: do not trust these figures'
}

/** `still` when the pointer has not moved for five seconds, so that it can be hidden. */
function usePointerRest(): 'still' | 'moving' {
  const [state, setState] = useState<'still' | 'moving'>('still')
  useEffect(() => {
    let timer = 0
    const onMove = () => {
      setState('moving')
      clearTimeout(timer)
      timer = window.setTimeout(() => setState('still'), 5000)
    }
    addEventListener('pointermove', onMove)
    return () => {
      removeEventListener('pointermove', onMove)
      clearTimeout(timer)
    }
  }, [])
  return state
}

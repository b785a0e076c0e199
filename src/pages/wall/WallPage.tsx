import { useQuery } from '@tanstack/react-query'
import { cadences, sweepCadence } from '#src/queries/cadences.ts'
import { useConnection, useSelfRenewingSession, useServiceNow, useSession } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import { useLatestFailures } from '#src/queries/latest-failures.ts'
import { useWatchedDeployments } from '#src/queries/watched-deployments.ts'
import { useNow } from '#src/ui/use-now.ts'
import { FailuresPanel } from './FailuresPanel.tsx'
import { FleetPanel } from './FleetPanel.tsx'
import { wallFreshness } from './freshness.ts'
import { MovingPanel } from './MovingPanel.tsx'
import { useDailyReload } from './use-daily-reload.ts'
import { usePointerRest } from './use-pointer-rest.ts'
import { WallFooter } from './WallFooter.tsx'
import { WallHeader } from './WallHeader.tsx'
import './wall.css'

/** How many of the newest deployments in force are followed, and how many failures are told in words. */
const watchedDeployments = 10
const failuresTold = 8

/** The fleet on a screen that nobody touches: read-only, dark, and honest about how old its data is. */
export function WallPage() {
  useSelfRenewingSession()
  const connection = useConnection()
  const session = useSession()
  const now = useServiceNow(5_000)
  const received = useNow()
  const devices = useQuery(coreDevicesQuery(connection, {}))
  const watched = useWatchedDeployments(watchedDeployments)
  const latest = useLatestFailures(watched, failuresTold)
  const sessionProblem = session.state.status === 'active' ? null : session.state.reason
  const freshness = wallFreshness(
    [
      {
        name: 'Core devices',
        lastGood: devices.data?.asOf ?? null,
        every: sweepCadence(cadences.devices, devices.data, connection.config.requestsPerSecond),
        failure: sessionProblem ?? devices.error?.message ?? null,
      },
      {
        name: 'Deployments',
        lastGood: watched.asOf,
        // The slowest part of it: jobs whose devices stand still.
        every: cadences.inForce,
        failure: watched.failure?.message ?? null,
      },
      {
        name: 'Failures',
        // Where nothing has failed, nothing is asked for.
        lastGood: latest.asOf ?? watched.asOf,
        every: cadences.inForce * 2,
        failure: latest.failure?.message ?? null,
      },
    ],
    received,
  )
  useDailyReload(freshness.level === 'fresh')
  const pointer = usePointerRest()
  return (
    <main className="wall" data-freshness={freshness.level} data-pointer={pointer}>
      <WallHeader />
      <div className="wall-panels">
        <FleetPanel devices={devices.data} failed={devices.error !== null} now={now} />
        <MovingPanel watched={watched} now={now} />
        <FailuresPanel latest={latest} watched={watched} now={now} />
      </div>
      <WallFooter freshness={freshness} now={received} />
    </main>
  )
}

import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CoreDevice } from '#src/domain/core-device.ts'
import { deploymentState } from '#src/domain/deployment-state.ts'
import { deviceHealth, fleetHealth } from '#src/domain/fleet-health.ts'
import { linkTo, paths } from '#src/paths.ts'
import { serviceRoleQuery } from '#src/queries/account.ts'
import { useConnection, useReadOnlyReason, useServiceNow } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import { useWatchedDeployments } from '#src/queries/watched-deployments.ts'
import { AgeBars } from '#src/ui/charts/AgeBars.tsx'
import { DeviceField } from '#src/ui/charts/DeviceField.tsx'
import { HealthDonut } from '#src/ui/charts/HealthDonut.tsx'
import { HealthGlyph } from '#src/ui/charts/HealthGlyph.tsx'
import { healthWords } from '#src/ui/charts/health-words.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { type ListState, listStateOf } from '#src/ui/list/list-state.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { useCalm } from '#src/ui/use-calm.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { AttentionList } from './AttentionList.tsx'
import { attention } from './attention.ts'
import { attentionScope } from './attention-scope.ts'
import { GetStarted } from './GetStarted.tsx'
import { MovingDeployments } from './MovingDeployments.tsx'
import { Panel } from './Panel.tsx'
import './overview.css'

/** How many of the newest deployments in force are followed with their jobs: two calls each. */
const watchedDeployments = 12
const noDevices: readonly CoreDevice[] = []

/** The fleet in pictures: how it is, how sure that is, what moves, and what needs a person. */
export function OverviewPage() {
  const connection = useConnection()
  const refused = useReadOnlyReason()
  const navigate = useNavigate()
  const now = useServiceNow(10_000)
  const devicesQuery = useQuery(coreDevicesQuery(connection, {}))
  const watched = useWatchedDeployments(watchedDeployments)
  const serviceRole = useQuery(serviceRoleQuery(connection))
  // Deployments are put in order once all have been read; one that begins later joins them without hiding the rest.
  const [ordered, setOrdered] = useState(watched.settled)
  if (watched.settled && !ordered) setOrdered(true)
  // The sweep is new with each page it grows by; its rows may be the same list.
  const sweep = useCalm(devicesQuery.data, 400)
  const live = listStateOf(devicesQuery)
  // What the pictures show is told, not what has arrived since they were drawn.
  const drawn = sweep !== undefined && (sweep.complete || sweep.rows.length > 0)
  const state: ListState = {
    ...live,
    phase: live.phase === 'ready' && !drawn ? 'loading' : live.phase,
    complete: live.complete && sweep?.complete === true,
  }
  const devices = sweep?.rows ?? noDevices
  const health = useMemo(() => fleetHealth(sweep?.rows ?? noDevices, now), [sweep, now])
  const cells = useMemo(
    () =>
      (sweep?.rows ?? noDevices).map(device => ({
        name: device.name,
        health: deviceHealth(device, now),
        reportedAt: device.lastStatusUpdate,
      })),
    [sweep, now],
  )
  const deployments = watched.entries.map(({ summary, job }) => ({
    summary,
    job,
    state: deploymentState(summary, job, now),
  }))
  const deploymentsState: ListState = {
    phase: watched.asOf === null ? (watched.failure ? 'failed' : 'loading') : 'ready',
    failure: watched.failure ?? undefined,
    retry: () => void watched.retry(),
    complete: watched.settled,
    asOf: watched.asOf,
    refreshing: false,
  }
  const hasServiceRole = serviceRole.data === undefined ? undefined : serviceRole.data !== null
  const items = attention({ health: state.phase === 'ready' ? health : null, deployments, hasServiceRole })
  const scope = attentionScope(state, deploymentsState, watched.entries.length)
  const empty =
    state.phase === 'ready' &&
    state.complete &&
    devices.length === 0 &&
    watched.settled &&
    watched.active === 0

  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Overview"
        description={`${connection.config.name}, ${connection.config.region}`}
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <WriteButton href={paths.componentNew} disabledReason={refused}>
              New component
            </WriteButton>
            <WriteButton variant="primary" href={linkTo.deploymentNew()} disabledReason={refused}>
              New deployment
            </WriteButton>
          </SpaceBetween>
        }
      />
      {empty ? (
        <GetStarted
          region={connection.config.region}
          hasServiceRole={hasServiceRole}
          writeRefused={refused}
        />
      ) : (
        <div className="m-overview">
          <div className="m-half">
            <Panel
              title="Core devices by health"
              plural="core devices"
              total={devices.length}
              state={state}
              room={[440, 623]}
            >
              <HealthDonut counts={health} partial={!state.complete} linkTo={linkTo.coreDevices} />
              <div className="m-overview-ages">
                <h3>Age of the last report</h3>
                <AgeBars buckets={health.byAge} />
              </div>
            </Panel>
          </div>
          <div className="m-half">
            <Panel
              title="Needs attention"
              room={[440, 480]}
              description={scope.covers}
              plural="lists"
              total={0}
              state={{ ...state, phase: scope.phase, failure: undefined, complete: scope.complete }}
              age={false}
            >
              <div className="m-attention-panel">
                {scope.blind.map(words => (
                  <Alert key={words} type="warning">
                    {words}
                  </Alert>
                ))}
                {serviceRole.error ? (
                  <FailureAlert
                    failure={serviceRole.error}
                    retry={serviceRole.refetch}
                    title="Whether there is a service role is not known"
                  />
                ) : null}
                <AttentionList
                  items={items}
                  known={(ordered || deploymentsState.phase === 'failed') && state.phase !== 'loading'}
                  settled={scope.complete}
                  blind={scope.blind.length > 0}
                />
              </div>
            </Panel>
          </div>
          <div>
            <Panel
              title="Deployments under way or in trouble"
              room={[240, 300]}
              description={
                watched.active > watched.entries.length
                  ? `The ${watched.entries.length} newest of ${watched.active} in force, counted from their jobs`
                  : 'Counted from the jobs of all deployments in force'
              }
              actions={<RouteLink to={paths.deployments}>All deployments</RouteLink>}
              plural="deployments"
              total={watched.entries.length}
              state={deploymentsState}
              age="received"
            >
              <MovingDeployments deployments={deployments} settled={ordered} now={now} />
            </Panel>
          </div>
          {state.phase === 'failed' ? null : (
            <div>
              <Panel
                title="Every core device"
                room={[180, 220]}
                description="One cell a device, in the order of the service’s list. A pale cell reported more than 6 hours ago. Choose one to open it."
                plural="core devices"
                total={devices.length}
                state={state}
              >
                <DeviceField
                  cells={cells}
                  now={now}
                  height={180}
                  onOpen={name => void navigate(linkTo.coreDevice(name))}
                />
                <ul className="m-field-key" aria-label="Signs">
                  {healthWords.map(({ health: sign, label }) => (
                    <li key={sign}>
                      <HealthGlyph health={sign} /> {label}
                    </li>
                  ))}
                </ul>
              </Panel>
            </div>
          )}
        </div>
      )}
    </SpaceBetween>
  )
}

import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { linkTo, paths } from '#src/paths.ts'
import { serviceRoleQuery } from '#src/queries/account.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { connectivityInfoQuery } from '#src/queries/connectivity.ts'
import { coreDeviceQuery, installedComponentsQuery } from '#src/queries/core-devices.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { DeviceHealth } from '#src/ui/status/DeviceHealth.tsx'
import { CoreSwitch } from './CoreSwitch.tsx'
import { type DiscoveryCheck, discoveryChecks } from './discovery-checks.ts'

/** The core device that is looked at, and whether a client device that is associated with it can find it. */
export function CoreCard({ core, onChange }: { core: string; onChange(core: string): void }) {
  const connection = useConnection()
  const now = useServiceNow(30_000)
  const device = useQuery(coreDeviceQuery(connection, core))
  const role = useQuery(serviceRoleQuery(connection))
  const endpoints = useQuery(connectivityInfoQuery(connection, core))
  const components = useQuery(installedComponentsQuery(connection, core, 'ALL'))
  const checks = discoveryChecks({
    roleArn: role.data === undefined ? undefined : (role.data?.roleArn ?? null),
    endpoints: endpoints.data?.endpoints,
    components: components.data,
  })
  return (
    <section className="m-core" aria-label="Core device">
      <div className="m-core-head">
        <div className="m-core-switch">
          <CoreSwitch key={core} core={core} onChange={onChange} />
        </div>
        <div className="m-core-links">
          {device.data ? (
            <DeviceHealth
              status={device.data.status}
              lastStatusUpdate={device.data.lastStatusUpdate}
              now={now}
            />
          ) : null}
          <RouteLink to={linkTo.coreDevice(core)}>Open the core device</RouteLink>
          <RouteLink to={paths.clientDevices}>All core devices</RouteLink>
        </div>
      </div>
      {device.error && !device.data ? null : (
        <ul className="m-checks" aria-label="What client devices need to find this core device">
          {checks.map(check => (
            <li key={check.id} data-state={check.state}>
              <StatusIndicator type={types[check.state]}>{check.title}</StatusIndicator>
              <span>{check.detail || 'Not known'}</span>
              {check.state === 'missing' ? (
                <RouteLink to={remedy(check, core).to}>{remedy(check, core).text}</RouteLink>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const types = { ok: 'success', missing: 'warning', unknown: 'pending' } as const

function remedy({ id }: DiscoveryCheck, core: string): { to: string; text: string } {
  if (id === 'role') return { to: paths.settings, text: 'Attach one in the settings' }
  if (id === 'endpoints') return { to: linkTo.coreDevice(core, 'connectivity'), text: 'Add an endpoint' }
  return { to: linkTo.coreDevice(core, 'components'), text: 'See its components' }
}

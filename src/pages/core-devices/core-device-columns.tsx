import type { CoreDevice } from '#src/domain/core-device.ts'
import { deviceHealth } from '#src/domain/fleet-health.ts'
import { linkTo } from '#src/paths.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import { HealthGlyph } from '#src/ui/charts/HealthGlyph.tsx'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { spell } from '#src/ui/status/status-words.ts'
import { Timestamp } from '#src/ui/Timestamp.tsx'
import { healthText, platformOf, runtimeName } from './device-words.ts'

/**
 * A module's constant: the virtual table makes a new index for new columns. Ages tick inside the cells, which are
 * plain elements: scrolling makes two dozen of each at once.
 */
export const coreDeviceColumns: readonly ResourceColumn<CoreDevice>[] = [
  {
    id: 'name',
    header: 'Core device',
    cell: device => (
      <span title={device.name}>
        <RouteLink to={linkTo.coreDevice(device.name)}>{device.name}</RouteLink>
      </span>
    ),
    sortBy: device => device.name,
    isRowHeader: true,
    width: 360,
    minWidth: 190,
  },
  {
    id: 'health',
    header: 'Health',
    cell: device => <Health device={device} />,
    sortBy: worstFirst,
    text: device => device.status,
    width: 190,
    minWidth: 130,
  },
  {
    id: 'reported',
    header: 'Last report',
    cell: device => <LastReport at={device.lastStatusUpdate} />,
    sortBy: device => device.lastStatusUpdate,
    width: 130,
    minWidth: 130,
  },
  {
    id: 'platform',
    header: 'Platform',
    cell: platformOf,
    sortBy: platformOf,
    width: 150,
  },
  {
    id: 'runtime',
    header: 'Runtime',
    cell: device => runtimeName(device.runtime),
    sortBy: device => runtimeName(device.runtime),
    width: 120,
  },
  {
    id: 'status',
    header: 'Reported status',
    cell: device => spell(device.status || 'Not reported'),
    sortBy: device => device.status,
    width: 150,
    hidden: true,
  },
  {
    id: 'reportedAt',
    header: 'Reported at',
    cell: device => <Timestamp at={device.lastStatusUpdate} />,
    sortBy: device => device.lastStatusUpdate,
    width: 190,
    hidden: true,
  },
]

/** Unhealthy ones, then those that say nothing, then by the age of the report: silent and stale before healthy. */
function worstFirst({ status, lastStatusUpdate }: CoreDevice): number {
  const rank = status === 'UNHEALTHY' ? 0 : status === 'HEALTHY' ? 2 : 1
  return rank * 1e14 + (lastStatusUpdate ?? 0)
}

function Health({ device }: { device: CoreDevice }) {
  const now = useServiceNow(60_000)
  const health = deviceHealth(device, now)
  return (
    <span className="m-device-word" data-health={health}>
      <HealthGlyph health={health} /> {healthText(device, health)}
    </span>
  )
}

function LastReport({ at }: { at: number | null }) {
  return <Age at={at} now={useServiceNow(60_000)} />
}

import type { CoreDevice } from '#src/domain/core-device.ts'
import { linkTo } from '#src/paths.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { DeviceHealth } from '#src/ui/status/DeviceHealth.tsx'
import { Timestamp } from '#src/ui/Timestamp.tsx'
import { platformOf } from './device-filters.ts'

/** A module's constant: the virtual table makes a new index for new columns. Ages tick inside the cells. */
export const coreDeviceColumns: readonly ResourceColumn<CoreDevice>[] = [
  {
    id: 'name',
    header: 'Core device',
    cell: device => <RouteLink to={linkTo.coreDevice(device.name)}>{device.name}</RouteLink>,
    sortBy: device => device.name,
    isRowHeader: true,
    width: 320,
    minWidth: 180,
  },
  {
    id: 'health',
    header: 'Last report',
    cell: device => <LastReport device={device} />,
    sortBy: device => device.lastStatusUpdate,
    text: device => device.status,
    width: 260,
  },
  {
    id: 'status',
    header: 'Status',
    cell: device => device.status || '–',
    sortBy: device => device.status,
    width: 130,
  },
  {
    id: 'platform',
    header: 'Platform',
    cell: platformOf,
    sortBy: platformOf,
    width: 180,
  },
  {
    id: 'runtime',
    header: 'Runtime',
    cell: device => runtimeName(device.runtime),
    sortBy: device => runtimeName(device.runtime),
    width: 150,
  },
  {
    id: 'reported',
    header: 'Reported at',
    cell: device => <Timestamp at={device.lastStatusUpdate} />,
    sortBy: device => device.lastStatusUpdate,
    width: 190,
    hidden: true,
  },
]

function LastReport({ device }: { device: CoreDevice }) {
  const now = useServiceNow(30_000)
  return <DeviceHealth status={device.status} lastStatusUpdate={device.lastStatusUpdate} now={now} />
}

/** `aws_nucleus_classic` as people say it. Unknown runtimes keep their own name. */
export function runtimeName(runtime: string): string {
  if (runtime === 'aws_nucleus_classic') return 'Nucleus'
  if (runtime === 'aws_nucleus_lite') return 'Nucleus lite'
  return runtime || 'Not reported'
}

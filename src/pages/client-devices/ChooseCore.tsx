import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { CoreDevice } from '#src/domain/core-device.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import { FleetTable } from '#src/ui/list/FleetTable.tsx'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { DeviceHealth } from '#src/ui/status/DeviceHealth.tsx'

const noDevices: readonly CoreDevice[] = []

const columns: readonly ResourceColumn<CoreDevice>[] = [
  {
    id: 'name',
    header: 'Core device',
    cell: device => (
      <span title={device.name}>
        <RouteLink to={linkTo.clientDevices(device.name)}>{device.name}</RouteLink>
      </span>
    ),
    sortBy: device => device.name,
    isRowHeader: true,
    width: 420,
    minWidth: 200,
  },
  {
    id: 'reported',
    header: 'Last report',
    cell: device => <LastReport device={device} />,
    sortBy: device => device.lastStatusUpdate,
    text: device => device.status,
    width: 260,
    minWidth: 200,
  },
]

/** Associations are kept by core device, so the way to them begins with one. */
export function ChooseCore() {
  const connection = useConnection()
  const navigate = useNavigate()
  const devices = useQuery(coreDevicesQuery(connection, {}))
  const view = useListView({ sort: { columnId: 'name', descending: false } })
  return (
    <FleetTable
      kind="core device"
      plural="core devices"
      rows={devices.data?.rows ?? noDevices}
      columns={columns}
      state={listStateOf(devices)}
      header={{
        title: 'Choose a core device',
        description:
          'Associations are kept by core device. Choose the one whose client devices you want to see.',
      }}
      filter={{ text: view.text, onChange: view.setText, placeholder: 'Find by name or status' }}
      empty={{
        title: 'No core devices yet',
        hint: 'Client devices discover core devices, and this account has none in this Region.',
      }}
      sort={{
        columnId: view.sort?.columnId ?? null,
        descending: view.sort?.descending ?? false,
        onChange: view.setSort,
      }}
      rowKey={device => device.name}
      onRowOpen={device => void navigate(linkTo.clientDevices(device.name))}
      preferencesKey="core devices to choose from"
    />
  )
}

function LastReport({ device }: { device: CoreDevice }) {
  const now = useServiceNow(60_000)
  return <DeviceHealth status={device.status} lastStatusUpdate={device.lastStatusUpdate} now={now} />
}

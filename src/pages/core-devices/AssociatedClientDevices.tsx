import { useQuery } from '@tanstack/react-query'
import type { ClientDevice } from '#src/domain/client-device.ts'
import { linkTo } from '#src/paths.ts'
import { clientDevicesQuery } from '#src/queries/client-devices.ts'
import { useConnection } from '#src/queries/connection.tsx'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Timestamp } from '#src/ui/Timestamp.tsx'

const columns: readonly ResourceColumn<ClientDevice>[] = [
  {
    id: 'name',
    header: 'Client device',
    cell: device => device.name,
    sortBy: device => device.name,
    isRowHeader: true,
  },
  {
    id: 'associated',
    header: 'Associated',
    cell: device => <Timestamp at={device.associated} />,
    sortBy: device => device.associated,
  },
]

/** Client devices that may discover this core device. Whether they are connected, the service does not know. */
export function AssociatedClientDevices({ device }: { device: string }) {
  const connection = useConnection()
  const clients = useQuery(clientDevicesQuery(connection, device))
  const view = useListView({ prefix: 'clients', sort: { columnId: 'name', descending: false } })
  return (
    <ResourceList
      kind="client device"
      plural="client devices"
      rows={clients.data?.rows ?? []}
      columns={columns}
      state={listStateOf(clients)}
      header={{
        title: 'Associated client devices',
        description:
          'An association lets a client device discover this core device. It says nothing about a connection.',
        actions: <RouteLink to={linkTo.clientDevices(device)}>Associate or disassociate</RouteLink>,
      }}
      filter={{ text: view.text, onChange: view.setText, placeholder: 'Find by name' }}
      empty={{
        title: 'No client devices',
        hint: 'Associate client devices so that they can discover this core device.',
        action: <RouteLink to={linkTo.clientDevices(device)}>Associate client devices</RouteLink>,
      }}
      sort={{
        columnId: view.sort?.columnId ?? null,
        descending: view.sort?.descending ?? false,
        onChange: view.setSort,
      }}
      page={{ index: view.page, onChange: view.setPage }}
      rowKey={client => client.name}
      preferencesKey="associated client devices"
    />
  )
}

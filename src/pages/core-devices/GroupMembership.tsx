import { useQuery } from '@tanstack/react-query'
import type { ThingGroup } from '#src/domain/thing-group.ts'
import { linkTo, paths } from '#src/paths.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { groupsOfThingQuery } from '#src/queries/thing-groups.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOfAnswer } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'

const columns: readonly ResourceColumn<ThingGroup>[] = [
  {
    id: 'name',
    header: 'Thing group',
    cell: group => group.name,
    sortBy: group => group.name,
    isRowHeader: true,
  },
  {
    id: 'devices',
    header: 'Its core devices',
    cell: group => (
      <RouteLink
        to={`${paths.coreDevices}?group=${encodeURIComponent(group.name)}`}
        label={`Core devices in ${group.name}`}
      >
        Show
      </RouteLink>
    ),
  },
  {
    id: 'deployments',
    header: 'Its deployments',
    cell: group => (
      <RouteLink
        to={`${paths.deployments}?q=${encodeURIComponent(group.name)}`}
        label={`Deployments of ${group.name}`}
      >
        Show
      </RouteLink>
    ),
  },
  {
    id: 'deploy',
    header: 'Deploy',
    cell: group => (
      <RouteLink to={linkTo.deploymentNew({ target: group.arn })} label={`Deploy to ${group.name}`}>
        Deploy to it
      </RouteLink>
    ),
  },
]

/** The thing groups whose deployments reach this device. */
export function GroupMembership({ device }: { device: string }) {
  const connection = useConnection()
  const groups = useQuery(groupsOfThingQuery(connection, device))
  const view = useListView({ prefix: 'groups', sort: { columnId: 'name', descending: false } })
  return (
    <ResourceList
      kind="thing group"
      plural="thing groups"
      rows={groups.data ?? []}
      columns={columns}
      state={listStateOfAnswer(groups)}
      header={{
        title: 'Thing groups',
        description: 'The device gets the deployments of each of these, and they add up.',
      }}
      filter={{ text: view.text, onChange: view.setText, placeholder: 'Find by name' }}
      empty={{
        title: 'In no thing group',
        hint: 'Only deployments to this very device reach it. Add it to a thing group in AWS IoT to manage it with others.',
      }}
      sort={{
        columnId: view.sort?.columnId ?? null,
        descending: view.sort?.descending ?? false,
        onChange: view.setSort,
      }}
      page={{ index: view.page, onChange: view.setPage }}
      rowKey={group => group.name}
    />
  )
}

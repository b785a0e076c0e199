import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { CoreDevice } from '#src/domain/core-device.ts'
import { linkTo, paths } from '#src/paths.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import { thingGroupsQuery, thingsInGroupQuery } from '#src/queries/thing-groups.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { FacetSelect } from '#src/ui/list/FacetSelect.tsx'
import { FleetTable } from '#src/ui/list/FleetTable.tsx'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { coreDeviceColumns } from './core-device-columns.tsx'
import { deviceFilter, readHealth } from './device-filters.ts'
import { platformOf } from './device-words.ts'
import { HealthFilter } from './HealthFilter.tsx'
import './core-devices.css'

const facets = ['status', 'runtime', 'health', 'platform', 'group'] as const
const noDevices: readonly CoreDevice[] = []
const statusOptions = [
  { value: 'HEALTHY', label: 'Healthy' },
  { value: 'UNHEALTHY', label: 'Unhealthy' },
]
const runtimeOptions = [
  { value: 'aws_nucleus_classic', label: 'Nucleus' },
  { value: 'aws_nucleus_lite', label: 'Nucleus lite' },
]

const help = (
  <>
    <p>
      A core device appears here after its first status report. It reports after deployments, when a component
      breaks, and otherwise once a day; there is no offline state. A device that lost power keeps its last
      status, so read each status with its age.
    </p>
    <p>
      Stale means that a daily report was missed, silent that two were. UNHEALTHY means that at least one
      component is broken. A component that is errored is still recovering and leaves the device healthy.
    </p>
    <p>
      Reported status and runtime are filtered by the service. A thing group shows its members as AWS IoT
      knows them: the service’s own group filter also lists devices that have left the group.
    </p>
  </>
)

/** Every core device of the account and Region, streamed in, filtered and sorted while it does. */
export function CoreDevicesPage() {
  const connection = useConnection()
  const navigate = useNavigate()
  const view = useListView({ facets, sort: { columnId: 'name', descending: false } })
  const { status, runtime, platform, group } = view.facets
  const devices = useQuery(
    coreDevicesQuery(connection, { ...(status ? { status } : {}), ...(runtime ? { runtime } : {}) }),
  )
  const groups = useQuery({ ...thingGroupsQuery(connection), enabled: devices.data !== undefined })
  const members = useQuery({ ...thingsInGroupQuery(connection, group ?? ''), enabled: Boolean(group) })
  const rows = devices.data?.rows ?? noDevices
  const selected = Boolean(status || runtime)

  // Health moves with the minute, not with every tick: each new predicate means a new pass over the fleet.
  const minute = Math.floor(useServiceNow(60_000) / 60_000) * 60_000
  const health = readHealth(view.facets.health)
  const judgedAt = health ? minute : 0
  const memberRows = members.data?.rows
  const match = useMemo(
    () =>
      deviceFilter(
        { health, platform: platform ?? null, members: group ? new Set<string>(memberRows ?? []) : null },
        judgedAt,
      ),
    [health, platform, group, memberRows, judgedAt],
  )
  const platforms = useMemo(() => [...new Set(rows.map(platformOf))].sort(), [rows])

  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Core devices"
        description="Devices that run the Greengrass nucleus, with what they last said of themselves and when."
        help={help}
      />
      {members.error ? <FailureAlert failure={members.error} retry={members.refetch} /> : null}
      <div className="m-devices">
        <HealthFilter
          devices={devices.data}
          now={minute}
          chosen={health}
          selected={selected}
          onChange={next => view.setFacet('health', next ?? '')}
        />
        <FleetTable
          kind="core device"
          // The service left the others out, so this is not all of them.
          plural={selected ? 'core devices of this kind' : 'core devices'}
          preferencesKey="core devices"
          rows={rows}
          columns={coreDeviceColumns}
          state={listStateOf(devices)}
          header={{
            title: 'Fleet',
            ...(group ? { description: memberText(group, members.data) } : {}),
          }}
          filter={{
            text: view.text,
            onChange: view.setText,
            placeholder: 'Find by name, status, platform or runtime',
            match,
            active: Object.keys(view.facets).length > 0,
            clear: view.clear,
          }}
          extraFilters={
            <>
              <FacetSelect
                label="Reported status"
                any="Any"
                value={status}
                options={statusOptions}
                onChange={value => view.setFacet('status', value)}
              />
              <FacetSelect
                label="Runtime"
                any="Any"
                value={runtime}
                options={runtimeOptions}
                onChange={value => view.setFacet('runtime', value)}
              />
              <FacetSelect
                label="Platform"
                any="Any"
                value={platform}
                options={platforms.map(value => ({ value, label: value }))}
                onChange={value => view.setFacet('platform', value)}
              />
              <FacetSelect
                label="Thing group"
                any="Any"
                value={group}
                options={(groups.data?.rows ?? []).map(({ name }) => ({ value: name, label: name }))}
                onChange={value => view.setFacet('group', value)}
              />
            </>
          }
          empty={{
            title: 'No core devices yet',
            hint: 'Install the Greengrass nucleus on a device and provision it. It appears here after its first status report.',
            action: <RouteLink to={paths.overview}>See the first steps</RouteLink>,
          }}
          sort={{
            columnId: view.sort?.columnId ?? null,
            descending: view.sort?.descending ?? false,
            onChange: view.setSort,
          }}
          rowKey={device => device.name}
          onRowOpen={device => void navigate(linkTo.coreDevice(device.name))}
        />
      </div>
    </SpaceBetween>
  )
}

function memberText(group: string, members: { rows: readonly string[]; complete: boolean } | undefined) {
  if (!members) return `Reading the members of ${group} …`
  const count = `${members.rows.length.toLocaleString()} ${members.rows.length === 1 ? 'thing' : 'things'}`
  return `Members of ${group}, by the thing group itself: ${count}${members.complete ? '' : ' so far'}. Members that are no core device are not listed.`
}

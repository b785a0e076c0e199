import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { CoreDevice } from '#src/domain/core-device.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import { thingGroupsQuery, thingsInGroupQuery } from '#src/queries/thing-groups.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { FleetTable } from '#src/ui/list/FleetTable.tsx'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { coreDeviceColumns } from './core-device-columns.tsx'
import { deviceFilter, platformOf, readHealth } from './device-filters.ts'

const facets = ['status', 'runtime', 'health', 'platform', 'group'] as const
const noDevices: readonly CoreDevice[] = []
const any = { value: '', label: 'Any' }
const statusOptions = [
  any,
  { value: 'HEALTHY', label: 'Healthy' },
  { value: 'UNHEALTHY', label: 'Unhealthy' },
]
const runtimeOptions = [
  any,
  { value: 'aws_nucleus_classic', label: 'Nucleus' },
  { value: 'aws_nucleus_lite', label: 'Nucleus lite' },
]
const healthOptions = [
  any,
  { value: 'healthy', label: 'Healthy and fresh' },
  { value: 'unhealthy', label: 'Unhealthy' },
  { value: 'stale', label: 'Stale: over 24 h' },
  { value: 'silent', label: 'Silent: over 48 h' },
  { value: 'unknown', label: 'Unknown' },
]

const help = (
  <>
    <p>
      A core device appears here after its first status report. It reports after deployments, when a component
      breaks, and otherwise once a day; there is no offline state. A device that lost power keeps its last
      status, so read each status with its age.
    </p>
    <p>
      UNHEALTHY means that at least one component is broken. A component that is errored is still recovering
      and leaves the device healthy.
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
  const count = rows.length

  // Filters by age move with the minute, not with every tick: each new predicate means a new pass over the fleet.
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows grow in place during a sweep; their count says when
  const platforms = useMemo(() => [...new Set(rows.map(platformOf))].sort(), [rows, count])

  const facet = (
    name: (typeof facets)[number],
    label: string,
    options: { value: string; label: string }[],
  ) => {
    const chosen = view.facets[name] ?? ''
    const option = options.find(({ value }) => value === chosen) ?? { value: chosen, label: chosen }
    return (
      <Select
        inlineLabelText={label}
        selectedOption={option}
        options={options}
        filteringType={options.length > 12 ? 'auto' : 'none'}
        onChange={({ detail }) => view.setFacet(name, detail.selectedOption.value ?? '')}
      />
    )
  }

  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Core devices"
        description="Devices that run the Greengrass nucleus, with what they last said of themselves and when."
        help={help}
      />
      {members.error ? <FailureAlert failure={members.error} retry={members.refetch} /> : null}
      <FleetTable
        kind="core device"
        plural="core devices"
        rows={rows}
        columns={coreDeviceColumns}
        state={listStateOf(devices)}
        header={{
          title: 'Fleet',
          ...(group
            ? {
                description: members.data
                  ? `Members of ${group} by the thing group itself: ${members.data.rows.length} things${members.data.complete ? '' : ' so far'}. Members that are no core device are not listed.`
                  : `Reading the members of ${group} …`,
              }
            : {}),
        }}
        filter={{
          text: view.text,
          onChange: view.setText,
          placeholder: 'Find by name, status, platform or runtime',
          match,
          active: view.narrowed,
          clear: view.clear,
        }}
        extraFilters={
          <>
            {facet('health', 'Health', healthOptions)}
            {facet('status', 'Status', statusOptions)}
            {facet('runtime', 'Runtime', runtimeOptions)}
            {facet('platform', 'Platform', [any, ...platforms.map(value => ({ value, label: value }))])}
            {facet('group', 'Thing group', [
              any,
              ...(groups.data?.rows ?? []).map(({ name }) => ({ value: name, label: name })),
            ])}
          </>
        }
        empty={{
          title: 'No core devices yet',
          hint: 'Install the Greengrass nucleus on a device and provision it. It appears here after its first status report.',
        }}
        sort={{
          columnId: view.sort?.columnId ?? null,
          descending: view.sort?.descending ?? false,
          onChange: view.setSort,
        }}
        rowKey={device => device.name}
        onRowOpen={device => void navigate(linkTo.coreDevice(device.name))}
      />
    </SpaceBetween>
  )
}

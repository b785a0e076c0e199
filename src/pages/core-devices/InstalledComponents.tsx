import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useQuery } from '@tanstack/react-query'
import type { InstalledComponent } from '#src/domain/core-device.ts'
import { componentStatusCode } from '#src/domain/error-codes.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { installedComponentsQuery } from '#src/queries/core-devices.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOfAnswer } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { ComponentState } from '#src/ui/status/ComponentState.tsx'

const columns: readonly ResourceColumn<InstalledComponent>[] = [
  {
    id: 'name',
    header: 'Component',
    cell: component => component.name,
    sortBy: component => component.name,
    isRowHeader: true,
    width: 280,
  },
  {
    id: 'version',
    header: 'Version',
    cell: component => component.version,
    sortBy: component => component.version,
  },
  {
    id: 'state',
    header: 'State',
    cell: component => <StateWithReason component={component} />,
    sortBy: component => component.state,
    text: component => `${component.state} ${component.statusCodes.join(' ')} ${component.stateDetails}`,
    width: 260,
  },
  {
    id: 'root',
    header: 'Why',
    cell: component => (component.isRoot ? 'Named in a deployment' : 'Dependency'),
  },
  {
    id: 'source',
    header: 'Installed by',
    cell: component => <Source source={component.lastInstallationSource} />,
    text: component => component.lastInstallationSource,
  },
  {
    id: 'reported',
    header: 'Reported',
    cell: component => <Reported at={component.lastReported} />,
    sortBy: component => component.lastReported,
  },
]

/** What the device says is installed: the components its deployments name, or with their dependencies. */
export function InstalledComponents({ device }: { device: string }) {
  const connection = useConnection()
  const view = useListView({ prefix: 'components', facets: ['all'] })
  const all = view.facets.all === 'yes'
  const components = useQuery(installedComponentsQuery(connection, device, all ? 'ALL' : 'ROOT'))
  return (
    <ResourceList
      kind="component"
      plural="components"
      rows={components.data ?? []}
      columns={columns}
      state={listStateOfAnswer(components)}
      header={{ title: 'Installed components' }}
      filter={{
        text: view.text,
        onChange: view.setText,
        placeholder: 'Find by name, version or state',
        clear: () => view.setText(''),
      }}
      extraFilters={
        <SegmentedControl
          label="Components to show"
          selectedId={all ? 'yes' : 'no'}
          onChange={({ detail }) => view.setFacet('all', detail.selectedId === 'yes' ? 'yes' : '')}
          options={[
            { id: 'no', text: 'Named in deployments' },
            { id: 'yes', text: 'All' },
          ]}
        />
      }
      empty={{
        title: 'No components reported',
        hint: 'The device has reported no component of this kind. A deployment to it or to one of its groups brings some.',
      }}
      sort={{
        columnId: view.sort?.columnId ?? null,
        descending: view.sort?.descending ?? false,
        onChange: view.setSort,
      }}
      page={{ index: view.page, onChange: view.setPage }}
      rowKey={component => component.name}
      preferencesKey="installed components"
    />
  )
}

function StateWithReason({ component }: { component: InstalledComponent }) {
  const [code] = component.statusCodes
  const known = code ? componentStatusCode(code) : null
  return (
    <div>
      <ComponentState state={component.state} />
      {code ? (
        <div className="meadow-quiet">
          {code}
          {known ? `: ${known.explanation}. ${known.remedy}` : ''}
        </div>
      ) : null}
      {component.stateDetails ? <div className="meadow-quiet">{component.stateDetails}</div> : null}
    </div>
  )
}

function Source({ source }: { source: string }) {
  if (source === '') return <>Not reported</>
  if (source === 'LOCAL') return <>A local deployment</>
  return <RouteLink to={linkTo.deployment(source)}>{source}</RouteLink>
}

function Reported({ at }: { at: number | null }) {
  return <Age at={at} now={useServiceNow(30_000)} />
}

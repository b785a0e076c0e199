import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useMemo } from 'react'
import { componentArn, parseTargetArn } from '#src/domain/arn.ts'
import type { InstalledComponent } from '#src/domain/core-device.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { effectiveDeploymentsQuery, installedComponentsQuery } from '#src/queries/core-devices.ts'
import { useVendorGuidance } from '#src/queries/vendor-guidance.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOfAnswer } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { ComponentState } from '#src/ui/status/ComponentState.tsx'
import { GuidanceBadge } from '#src/ui/status/GuidanceBadge.tsx'
import { explainState, stateRank } from './component-states.ts'

interface InstalledComponentsProps {
  device: string
  /** Where the account and Region are read from; without it components are no links. */
  thingArn: string | undefined
}

const isRoot = (component: InstalledComponent) => component.isRoot

/** What the device says is installed: the components its deployments name, or with their dependencies. */
export function InstalledComponents({ device, thingArn }: InstalledComponentsProps) {
  const connection = useConnection()
  const view = useListView({
    prefix: 'components',
    facets: ['all'],
    sort: { columnId: 'state', descending: false },
  })
  const all = view.facets.all === 'yes'
  const components = useQuery(installedComponentsQuery(connection, device, 'ALL'))
  const deployments = useQuery(effectiveDeploymentsQuery(connection, device))
  const names = useMemo(
    () =>
      new Map(deployments.data?.map(({ deploymentId, deploymentName }) => [deploymentId, deploymentName])),
    [deployments.data],
  )
  const guidance = useVendorGuidance(
    useMemo(
      () => (components.data ?? []).flatMap(one => vendorVersionArn(one, thingArn) ?? []),
      [components.data, thingArn],
    ),
  )
  const columns = useMemo(
    () =>
      columnsFor(thingArn, names, all, one => guidance.get(vendorVersionArn(one, thingArn) ?? '')?.guidance),
    [thingArn, names, all, guidance],
  )
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
        match: all ? undefined : isRoot,
        clear: () => view.setFacet('all', 'yes'),
      }}
      extraFilters={
        <SegmentedControl
          label="Components to show"
          selectedId={all ? 'yes' : 'no'}
          onChange={({ detail }) => view.setFacet('all', detail.selectedId === 'yes' ? 'yes' : '')}
          options={[
            { id: 'no', text: 'Named in deployments' },
            { id: 'yes', text: 'All, with dependencies' },
          ]}
        />
      }
      empty={{
        title: 'No components reported',
        hint: 'The device has reported no component. A deployment to it or to one of its groups brings some.',
      }}
      sort={{
        columnId: view.sort?.columnId ?? null,
        descending: view.sort?.descending ?? false,
        onChange: view.setSort,
      }}
      page={{ index: view.page, onChange: view.setPage }}
      rowKey={component => component.name}
      preferencesKey={all ? 'installed components with dependencies' : 'installed components'}
    />
  )
}

const why: ResourceColumn<InstalledComponent> = {
  id: 'root',
  header: 'Why it is here',
  cell: component => (component.isRoot ? 'Named in a deployment' : 'A dependency'),
  width: 180,
}

function columnsFor(
  thingArn: string | undefined,
  deploymentNames: ReadonlyMap<string, string>,
  withDependencies: boolean,
  guidance: (component: InstalledComponent) => string | undefined,
): readonly ResourceColumn<InstalledComponent>[] {
  return [
    {
      id: 'name',
      header: 'Component',
      cell: component => <Name component={component} thingArn={thingArn} />,
      sortBy: component => component.name,
      isRowHeader: true,
      width: 280,
      minWidth: 240,
    },
    {
      id: 'version',
      header: 'Version',
      cell: component => (
        <>
          {component.version} <GuidanceBadge guidance={guidance(component)} />
        </>
      ),
      text: component => component.version,
      sortBy: component => component.version,
      width: 130,
    },
    {
      id: 'state',
      header: 'State',
      cell: component => <State component={component} />,
      sortBy: stateRank,
      text: component => `${component.state} ${component.statusCodes.join(' ')} ${component.stateDetails}`,
      width: 380,
      minWidth: 280,
    },
    {
      id: 'source',
      header: 'Installed by',
      cell: component => <Source source={component.lastInstallationSource} names={deploymentNames} />,
      text: component =>
        `${component.lastInstallationSource} ${deploymentNames.get(component.lastInstallationSource) ?? ''}`,
      width: 190,
    },
    ...(withDependencies ? [why] : []),
    {
      id: 'changed',
      header: 'State since',
      cell: component => <Ago at={component.lastStatusChange} />,
      sortBy: component => component.lastStatusChange,
      width: 120,
      hidden: true,
    },
    {
      id: 'reported',
      header: 'Reported',
      cell: component => <Ago at={component.lastReported} />,
      sortBy: component => component.lastReported,
      width: 120,
    },
  ]
}

/** Version ARN of a component of AWS, which may have discontinued it; null for the account's own. */
function vendorVersionArn(component: InstalledComponent, thingArn: string | undefined): string | null {
  const thing = thingArn ? parseTargetArn(thingArn) : null
  if (!thing || component.lastInstallationSource === 'LOCAL') return null
  const { name, version } = component
  if (!name.startsWith('aws.greengrass.')) return null
  return `${componentArn({ region: thing.region, account: 'aws', name })}:versions:${version}`
}

/** A link to the component, where it can be told which one of that name it is: AWS's, or the account's own. */
function Name({
  component: { name, version, lastInstallationSource },
  thingArn,
}: {
  component: InstalledComponent
  thingArn: string | undefined
}) {
  const thing = thingArn ? parseTargetArn(thingArn) : null
  // A component of a local deployment need not be in the cloud at all.
  if (!thing || lastInstallationSource === 'LOCAL') return <DottedName name={name} />
  const account = name.startsWith('aws.greengrass.') ? 'aws' : thing.account
  return (
    <span className="m-wrap">
      <RouteLink to={linkTo.component(componentArn({ region: thing.region, account, name }), version)}>
        <DottedName name={name} />
      </RouteLink>
    </span>
  )
}

/** A component's name, which may break after its dots. */
function DottedName({ name }: { name: string }) {
  return (
    <span className="m-wrap">
      {name.split(/(?<=\.)/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed name
        <Fragment key={index}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </span>
  )
}

function State({ component }: { component: InstalledComponent }) {
  const { code, why, remedy, details } = explainState(component)
  return (
    <div className="m-cell-text">
      <ComponentState state={component.state} />
      {why ? (
        <p>
          {why} {remedy}
        </p>
      ) : null}
      {details || code ? (
        <p>
          {code ? <code>{code}</code> : null} {details}
        </p>
      ) : null}
    </div>
  )
}

function Source({ source, names }: { source: string; names: ReadonlyMap<string, string> }) {
  if (source === '') return <>Not reported</>
  if (source === 'LOCAL') return <>A local deployment</>
  return (
    <span className="m-wrap" title={source}>
      <RouteLink to={linkTo.deployment(source)}>{names.get(source) || source}</RouteLink>
    </span>
  )
}

function Ago({ at }: { at: number | null }) {
  const now = useServiceNow(60_000)
  return at === null ? <>Not reported</> : <Age at={at} now={now} />
}

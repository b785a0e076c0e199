import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { useQuery } from '@tanstack/react-query'
import { targetName } from '#src/domain/arn.ts'
import type { EffectiveDeployment } from '#src/domain/core-device.ts'
import { explainFailure } from '#src/domain/failure-groups.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { effectiveDeploymentsQuery } from '#src/queries/core-devices.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOfAnswer } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { ExecutionStatus } from '#src/ui/status/ExecutionStatus.tsx'

const unsuccessful = ['FAILED', 'REJECTED', 'TIMED_OUT']

const columns: readonly ResourceColumn<EffectiveDeployment>[] = [
  {
    id: 'deployment',
    header: 'Deployment',
    cell: row => (
      <RouteLink to={linkTo.deployment(row.deploymentId)}>{row.deploymentName || row.deploymentId}</RouteLink>
    ),
    sortBy: row => row.deploymentName || row.deploymentId,
    isRowHeader: true,
    width: 260,
  },
  {
    id: 'target',
    header: 'Through',
    cell: row => targetName(row.targetArn),
    sortBy: row => targetName(row.targetArn),
  },
  {
    id: 'status',
    header: 'On this device',
    cell: row => <Outcome row={row} />,
    sortBy: row => row.executionStatus,
    text: row => `${row.executionStatus} ${row.errorStack.join(' ')} ${row.reason}`,
    width: 420,
  },
  {
    id: 'modified',
    header: 'Last change',
    cell: row => <Changed at={row.modified} />,
    sortBy: row => row.modified,
  },
]

/** The deployments that reach this device through itself and its groups, and what each did here. */
export function EffectiveDeployments({ device }: { device: string }) {
  const connection = useConnection()
  const deployments = useQuery(effectiveDeploymentsQuery(connection, device))
  const view = useListView({ prefix: 'deployments', sort: { columnId: 'modified', descending: true } })
  return (
    <ResourceList
      kind="deployment"
      plural="deployments"
      rows={deployments.data ?? []}
      columns={columns}
      state={listStateOfAnswer(deployments)}
      header={{ title: 'Deployments on this device' }}
      filter={{
        text: view.text,
        onChange: view.setText,
        placeholder: 'Find by name, group, status or error code',
      }}
      empty={{
        title: 'No deployments',
        hint: 'No deployment has reached this device, neither its own nor one of its thing groups.',
      }}
      sort={{
        columnId: view.sort?.columnId ?? null,
        descending: view.sort?.descending ?? false,
        onChange: view.setSort,
      }}
      page={{ index: view.page, onChange: view.setPage }}
      rowKey={row => `${row.deploymentId} ${row.targetArn}`}
      preferencesKey="effective deployments"
    />
  )
}

function Outcome({ row }: { row: EffectiveDeployment }) {
  if (!unsuccessful.includes(row.executionStatus)) return <ExecutionStatus status={row.executionStatus} />
  const why = explainFailure(row)
  return (
    <div>
      <ExecutionStatus status={row.executionStatus} />
      <div>
        <strong>{why.headline}</strong>
      </div>
      <div>{why.remedy}</div>
      <ExpandableSection headerText="What the device said">
        {row.errorStack.length > 0 ? <p>{row.errorStack.join(' › ')}</p> : <p>It reported no error codes.</p>}
        {row.reason ? <p className="meadow-reason">{row.reason}</p> : null}
      </ExpandableSection>
    </div>
  )
}

function Changed({ at }: { at: number | null }) {
  return <Age at={at} now={useServiceNow(30_000)} />
}

import Badge from '@cloudscape-design/components/badge'
import { useQuery } from '@tanstack/react-query'
import { targetName } from '#src/domain/arn.ts'
import type { Deployment, DeploymentSummary } from '#src/domain/deployment.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { deploymentsQuery } from '#src/queries/deployments.ts'
import { listProps } from '#src/ui/list/list-props.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { ServiceStateBadge } from '#src/ui/status/DeploymentStateBadge.tsx'
import { deploymentTitle } from '../deployment-rows.ts'

/** Every revision of the same target, the newest first. */
export function RevisionsTab({ deployment }: { deployment: Deployment }) {
  const connection = useConnection()
  const query = useQuery(deploymentsQuery(connection, { history: 'ALL', targetArn: deployment.targetArn }))
  const view = useListView({ prefix: 'revisions', sort: { columnId: 'revision', descending: true } })
  return (
    <ResourceList<DeploymentSummary>
      kind="revision"
      plural="revisions"
      rows={query.data?.rows ?? []}
      columns={[
        {
          id: 'revision',
          header: 'Revision',
          isRowHeader: true,
          cell: row =>
            row.id === deployment.id ? (
              <>
                {row.revisionId} <Badge color="blue">this one</Badge>
              </>
            ) : (
              <RouteLink to={linkTo.deployment(row.id)}>{`Revision ${row.revisionId}`}</RouteLink>
            ),
          sortBy: row => Number(row.revisionId) || 0,
          text: row => row.revisionId,
        },
        ...summaryColumns,
      ]}
      state={listStateOf(query)}
      {...listProps<DeploymentSummary>(view, 'Find a revision')}
      rowKey={row => row.id}
      header={{ title: 'Revisions', description: `Of ${targetName(deployment.targetArn)}.` }}
      empty={{ title: 'No revisions', hint: 'The service lists none for this target any more.' }}
    />
  )
}

/** Deployments that change this one's content for a part of its devices. */
export function SubDeploymentsTab({ deployment }: { deployment: Deployment }) {
  const connection = useConnection()
  const query = useQuery(
    deploymentsQuery(connection, { history: 'LATEST_ONLY', parentTargetArn: deployment.targetArn }),
  )
  const view = useListView({ prefix: 'children' })
  return (
    <ResourceList<DeploymentSummary>
      kind="sub-deployment"
      plural="sub-deployments"
      rows={query.data?.rows ?? []}
      columns={[
        {
          id: 'target',
          header: 'Target',
          isRowHeader: true,
          cell: row => (
            <div className="meadow-long">
              <RouteLink to={linkTo.deployment(row.id)}>{targetName(row.targetArn)}</RouteLink>
            </div>
          ),
          sortBy: row => targetName(row.targetArn),
        },
        ...summaryColumns,
      ]}
      state={listStateOf(query)}
      {...listProps<DeploymentSummary>(view, 'Find a sub-deployment')}
      rowKey={row => row.id}
      header={{
        title: 'Sub-deployments',
        description: 'A new revision of this deployment replaces all of them.',
      }}
      empty={{
        title: 'No sub-deployments',
        hint: 'A sub-deployment brings something else to some of the devices, such as a fix for those that failed.',
      }}
    />
  )
}

const summaryColumns: readonly ResourceColumn<DeploymentSummary>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: row => <div className="meadow-long">{deploymentTitle(row)}</div>,
    sortBy: row => deploymentTitle(row),
  },
  {
    id: 'status',
    header: 'Status',
    cell: row => <ServiceStateBadge status={row.status} />,
    sortBy: row => row.status,
  },
  {
    id: 'created',
    header: 'Created',
    cell: row => <CreatedAge at={row.created} />,
    sortBy: row => row.created,
  },
]

function CreatedAge({ at }: { at: number | null }) {
  return <Age at={at} now={useServiceNow(30_000)} />
}

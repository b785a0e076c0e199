import { useQuery } from '@tanstack/react-query'
import { targetName } from '#src/domain/arn.ts'
import type { Deployment, DeploymentSummary } from '#src/domain/deployment.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { deploymentsQuery } from '#src/queries/deployments.ts'
import { listProps } from '#src/ui/list/list-props.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { summaryColumns } from './summary-columns.tsx'

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

import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { Age } from '#src/ui/status/Age.tsx'
import { ServiceStateBadge } from '#src/ui/status/DeploymentStateBadge.tsx'
import { deploymentTitle } from '../deployment-rows.ts'

/** What every list of deployments beside the main one shows. */
export const summaryColumns: readonly ResourceColumn<DeploymentSummary>[] = [
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

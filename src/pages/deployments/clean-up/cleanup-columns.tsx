import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { targetName } from '#src/domain/arn.ts'
import type { CleanupCandidate } from '#src/domain/deployment-cleanup.ts'
import { linkTo } from '#src/paths.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { ServiceStateBadge } from '#src/ui/status/DeploymentStateBadge.tsx'
import { deploymentTitle } from '../deployment-rows.ts'

export const cleanupColumns: readonly ResourceColumn<CleanupCandidate>[] = [
  {
    id: 'name',
    header: 'Deployment',
    isRowHeader: true,
    minWidth: 170,
    cell: ({ deployment }) => (
      <div className="meadow-long">
        <RouteLink to={linkTo.deployment(deployment.id)}>{deploymentTitle(deployment)}</RouteLink>
      </div>
    ),
    sortBy: ({ deployment }) => deploymentTitle(deployment).toLowerCase(),
    text: ({ deployment }) => `${deployment.name} ${deployment.id}`,
  },
  {
    id: 'verdict',
    header: 'Can it go?',
    minWidth: 210,
    cell: candidate => <Verdict candidate={candidate} />,
    sortBy: ({ verdict }) => verdict,
    text: ({ reason }) => reason,
  },
  {
    id: 'target',
    header: 'Target',
    minWidth: 140,
    cell: ({ deployment }) => <div className="meadow-long">{targetName(deployment.targetArn)}</div>,
    sortBy: ({ deployment }) => targetName(deployment.targetArn).toLowerCase(),
  },
  {
    id: 'revision',
    header: 'Revision',
    minWidth: 100,
    cell: ({ deployment }) => deployment.revisionId,
    sortBy: ({ deployment }) => Number(deployment.revisionId) || 0,
  },
  {
    id: 'created',
    header: 'Created',
    minWidth: 120,
    cell: ({ deployment }) => <CreatedAge at={deployment.created} />,
    sortBy: ({ deployment }) => deployment.created,
  },
  {
    id: 'status',
    header: 'Service status',
    cell: ({ deployment }) => <ServiceStateBadge status={deployment.status} />,
    sortBy: ({ deployment }) => deployment.status,
    hidden: true,
  },
]

const verdicts = {
  delete: { type: 'success', text: 'Safe to delete' },
  keep: { type: 'stopped', text: 'Kept' },
  refuse: { type: 'warning', text: 'Not as it is' },
} as const

function Verdict({ candidate: { deployment, verdict, reason } }: { candidate: CleanupCandidate }) {
  const { type, text } = verdicts[verdict]
  return (
    <div className="meadow-long">
      <StatusIndicator type={type}>{text}</StatusIndicator>
      <div className="meadow-soft meadow-small">
        {reason}{' '}
        {verdict === 'refuse' ? (
          <RouteLink to={linkTo.deployment(deployment.id)}>Open it to cancel it</RouteLink>
        ) : null}
      </div>
    </div>
  )
}

function CreatedAge({ at }: { at: number | null }) {
  return <Age at={at} now={useServiceNow(60_000)} />
}

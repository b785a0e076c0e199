import SpaceBetween from '@cloudscape-design/components/space-between'
import { targetName } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { useCleanupCalls } from '#src/queries/deployment-cleanup.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { durationText } from '#src/ui/time-text.ts'
import { countText, numberText } from '../count-text.ts'
import { deploymentTitle } from '../deployment-rows.ts'

interface CleanupConfirmationProps {
  /** `null`: nothing is asked. */
  deployments: readonly DeploymentSummary[] | null
  disabledReason: string | undefined
  onConfirm(deployments: readonly DeploymentSummary[]): void
  onDismiss(): void
}

const named = 200

export function CleanupConfirmation({
  deployments,
  disabledReason,
  onConfirm,
  onDismiss,
}: CleanupConfirmationProps) {
  const { perSecond } = useCleanupCalls()
  if (deployments === null) return null
  const seconds = Math.ceil(deployments.length / perSecond)
  return (
    <ConfirmDialog
      visible
      title={`Delete ${countText(deployments.length, 'superseded deployment')}?`}
      action={`Delete ${countText(deployments.length, 'deployment')}`}
      typed="delete"
      disabledReason={disabledReason}
      onConfirm={async () => onConfirm(deployments)}
      onDismiss={onDismiss}
      calls={deployments.map(({ id }) => ({ action: 'DeleteDeployment', input: { deploymentId: id } }))}
      consequences={
        <SpaceBetween size="s">
          <ul className="meadow-happens">
            <li>They and their results go from every list. That cannot be undone.</li>
            <li>They can no longer be compared with or rolled back to.</li>
            <li>Devices go on running what they have. What is in force stays in force.</li>
            <li>
              {`At most ${numberText(perSecond)} a second are sent, and everything else goes first: about ${durationText(Math.max(1, seconds) * 1000)} or more, while this tab is in sight.`}
            </li>
          </ul>
          <div className="meadow-many">
            {deployments.slice(0, named).map(deployment => (
              <div key={deployment.id}>
                {deploymentTitle(deployment)} · {targetName(deployment.targetArn)}, revision{' '}
                {deployment.revisionId}
              </div>
            ))}
            {deployments.length > named ? (
              <div>{`and ${countText(deployments.length - named, 'more', 'more')}`}</div>
            ) : null}
          </div>
        </SpaceBetween>
      }
    />
  )
}

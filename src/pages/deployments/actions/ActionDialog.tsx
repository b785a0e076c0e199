import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRef, useState } from 'react'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import type { JobCounts } from '#src/domain/job.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { useCancelDeployment, useDeleteDeployment } from '#src/queries/deployments.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { countText } from '../count-text.ts'
import { deploymentTitle } from '../deployment-rows.ts'
import { consequences, type WriteAction } from './explain-actions.ts'

interface ActionDialogProps {
  /** `null`: nothing is asked. */
  action: WriteAction | null
  deployments: readonly DeploymentSummary[]
  /** Why others that were chosen are not among them. */
  leftOut?: string | undefined
  /** Of the one deployment, where they are known. */
  counts?: JobCounts | null
  /** Devices in its group, where they have been counted. */
  groupSize?: number | null
  onDone?: () => void
  onDismiss: () => void
}

const verbs = {
  cancel: { ask: 'Cancel', button: 'Cancel deployment', done: 'cancelled' },
  delete: { ask: 'Delete', button: 'Delete deployment', done: 'deleted' },
}

/**
 * Asks before one or several deployments are cancelled or deleted. Several are done one after the other; a failure
 * stops there, is shown, and a retry goes on with those that are left.
 */
export function ActionDialog({ action, ...props }: ActionDialogProps) {
  // What has been done belongs to one asking: the next one starts anew.
  return action === null ? null : <OpenDialog action={action} {...props} />
}

function OpenDialog({
  action,
  deployments,
  leftOut,
  counts = null,
  groupSize = null,
  onDone,
  onDismiss,
}: ActionDialogProps & { action: WriteAction }) {
  const cancel = useCancelDeployment()
  const remove = useDeleteDeployment()
  const notify = useNotify()
  const readOnly = useReadOnlyReason()
  const finished = useRef(new Set<string>())
  const [progress, setProgress] = useState(0)
  const one = deployments.length === 1 ? deployments[0]! : null
  const { ask, button, done } = verbs[action]
  const what = one ? deploymentTitle(one) : countText(deployments.length, 'deployment')
  const run = async () => {
    for (const deployment of deployments) {
      if (finished.current.has(deployment.id)) continue
      await (action === 'cancel' ? cancel : remove).mutateAsync(deployment.id)
      finished.current.add(deployment.id)
      setProgress(finished.current.size)
    }
    notify({ type: 'success', header: `${one ? deploymentTitle(one) : what} ${done}` })
    onDone?.()
  }
  return (
    <ConfirmDialog
      visible
      title={`${ask} ${what}?`}
      action={one ? button : `${ask} ${what}`}
      disabledReason={readOnly}
      onConfirm={run}
      onDismiss={onDismiss}
      calls={deployments.map(({ id }) => ({
        action: action === 'cancel' ? 'CancelDeployment' : 'DeleteDeployment',
        input: { deploymentId: id },
      }))}
      consequences={
        <SpaceBetween size="s">
          <ul className="meadow-happens">
            {(one ? consequences(action, one, counts, groupSize) : forMany(action)).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {leftOut ? <div>{leftOut}</div> : null}
          {one ? null : (
            <div className="meadow-many">
              {deployments.map(deployment => (
                <div key={deployment.id}>
                  {deploymentTitle(deployment)} · revision {deployment.revisionId}
                </div>
              ))}
            </div>
          )}
          {progress > 0 ? <output>{`${progress} of ${deployments.length} ${done}`}</output> : null}
        </SpaceBetween>
      }
    />
  )
}

const forMany = (action: WriteAction): string[] =>
  action === 'cancel'
    ? [
        'Devices that have not received them yet will not get them.',
        'Devices that have them keep them: nothing is undone or uninstalled.',
      ]
    : [
        'They go from every list with their history; that cannot be undone.',
        'Devices go on running what they have. Nothing is uninstalled.',
        'A device whose next deployment fails can still roll back to what one of them brought.',
      ]

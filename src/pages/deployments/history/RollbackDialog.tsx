import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQueries } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { rollback } from '#src/domain/deployment-history.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { deploymentQuery, useCreateDeployment } from '#src/queries/deployments.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { ComparisonView } from './ComparisonView.tsx'

interface RollbackDialogProps {
  to: DeploymentSummary
  /** All revisions of the target, the newest first. */
  revisions: readonly DeploymentSummary[]
  onDismiss(): void
}

/**
 * Makes an older revision the target's newest one. It cannot be confirmed before what it changes has been read and is
 * on screen; what it uninstalls has to be ticked.
 */
export function RollbackDialog({ to, revisions, onDismiss }: RollbackDialogProps) {
  const connection = useConnection()
  const readOnly = useReadOnlyReason()
  const navigate = useNavigate()
  const notify = useNotify()
  const create = useCreateDeployment()
  const [agreed, setAgreed] = useState(false)
  const [restore, setRestore] = useState(true)
  const clientToken = useRef<string>(crypto.randomUUID())
  // What lies before the revision does not bear on the way back to it.
  const needed = revisions.slice(0, revisions.findIndex(({ id }) => id === to.id) + 1)
  const queries = useQueries({ queries: needed.map(({ id }) => deploymentQuery(connection, id)) })
  const history = queries.flatMap(query => (query.data ? [query.data] : []))
  const failed = queries.find(query => query.error)
  const goal = history.find(({ id }) => id === to.id)
  const plan =
    goal && history.length === needed.length
      ? rollback(goal, history, { restoreConfiguration: restore })
      : null
  const reason =
    readOnly ??
    (!plan
      ? 'What it changes has not been read yet'
      : plan.uninstalled.length > 0 && !agreed
        ? 'Tick what is uninstalled first'
        : undefined)
  return (
    <ConfirmDialog
      visible
      title={`Roll back to revision ${to.revisionId}?`}
      action={`Roll back to revision ${to.revisionId}`}
      disabledReason={reason}
      onDismiss={onDismiss}
      calls={plan ? [{ action: 'CreateDeployment', input: plan.request }] : undefined}
      onConfirm={async () => {
        if (!plan) return
        const made = await create.mutateAsync({ request: plan.request, clientToken: clientToken.current })
        notify({ type: 'success', header: `Revision ${to.revisionId} is deployed again, as a new revision.` })
        await navigate(linkTo.deployment(made.id))
      }}
      consequences={
        <SpaceBetween size="m">
          <div>
            A new revision with the content of revision {to.revisionId} goes to every device of the target.
            Compared with what is in force now:
          </div>
          {failed ? <FailureAlert failure={failed.error} retry={failed.refetch} /> : null}
          {plan ? (
            <ComparisonView comparison={plan.comparison} />
          ) : failed ? null : (
            <StatusIndicator type="loading">{`Reading ${history.length} of ${needed.length} revisions`}</StatusIndicator>
          )}
          {plan && plan.leftovers.length > 0 ? (
            <Alert type="info" header="Configuration that later revisions set would stay">
              <SpaceBetween size="xs">
                <div>
                  {plan.leftovers.map(({ component }) => component).join(', ')}: a revision deployed again
                  lays its merge over what devices have.
                </div>
                <Checkbox checked={restore} onChange={({ detail }) => setRestore(detail.checked)}>
                  Take that configuration back as well
                </Checkbox>
              </SpaceBetween>
            </Alert>
          ) : null}
          {plan && plan.uninstalled.length > 0 ? (
            <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
              {`Uninstall ${plan.uninstalled.join(', ')}`}
            </Checkbox>
          ) : null}
        </SpaceBetween>
      }
    />
  )
}

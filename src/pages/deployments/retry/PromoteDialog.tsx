import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { targetName } from '#src/domain/arn.ts'
import type { Deployment, DeploymentRequest } from '#src/domain/deployment.ts'
import { totalCount } from '#src/domain/job-counts.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { jobQuery } from '#src/queries/jobs.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { countText, numberText } from '../count-text.ts'
import { ComparisonView } from '../history/ComparisonView.tsx'
import { type PromotionReading, usePromotion } from './use-promotion.ts'

interface PromoteDialogProps {
  child: Deployment
  parentName: string
  onConfirm(request: DeploymentRequest): void
  onDismiss(): void
}

/**
 * Gives a sub-deployment's change to its parent. It cannot be confirmed before what it changes there is on screen;
 * what it uninstalls has to be ticked.
 */
export function PromoteDialog({ child, parentName, onConfirm, onDismiss }: PromoteDialogProps) {
  const readOnly = useReadOnlyReason()
  const [agreed, setAgreed] = useState(false)
  const reading = usePromotion(child)
  const { promotion } = reading
  return (
    <ConfirmDialog
      visible
      title={`Promote to ${parentName}?`}
      action={`Promote to ${parentName}`}
      dismiss="Not now"
      disabledReason={readOnly ?? reasonAgainst(reading, parentName, agreed)}
      onDismiss={onDismiss}
      calls={promotion ? [{ action: 'CreateDeployment', input: promotion.request }] : undefined}
      onConfirm={async () => {
        if (promotion) onConfirm(promotion.request)
      }}
      consequences={
        <SpaceBetween size="m">
          <div>
            {parentName} gets a new revision with what the sub-deployment changed. It goes to every device of{' '}
            {parentName}, at its own rollout rate; name, rollout, policies and tags stay as they are.
          </div>
          <HowItWent child={child} />
          {reading.failure ? <FailureAlert failure={reading.failure} retry={reading.retry} /> : null}
          {promotion ? (
            <>
              {promotion.revisedSince ? (
                <Alert type="info">
                  {parentName} has been revised since: its revision {promotion.current.revisionId} took the
                  place of the sub-deployment. The change is laid over that revision.
                </Alert>
              ) : null}
              <div>Compared with revision {promotion.current.revisionId}, which is in place now:</div>
              <ComparisonView comparison={promotion.comparison} />
              {promotion.siblings.length > 0 ? (
                <Alert
                  type="warning"
                  header={`It also takes the place of ${countText(promotion.siblings.length, 'other sub-deployment')}`}
                >
                  {promotion.siblings.map(({ targetArn }) => targetName(targetArn)).join(', ')}
                </Alert>
              ) : null}
              {promotion.uninstalled.length > 0 ? (
                <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
                  {`Uninstall ${promotion.uninstalled.join(', ')} on every device of ${parentName}`}
                </Checkbox>
              ) : null}
            </>
          ) : reading.failure || reading.orphan ? null : (
            <StatusIndicator type="loading">Reading what it changes</StatusIndicator>
          )}
        </SpaceBetween>
      }
    />
  )
}

function reasonAgainst({ promotion, orphan }: PromotionReading, parent: string, agreed: boolean) {
  if (orphan) return `${parent} has no deployment any more`
  if (!promotion) return 'What it changes has not been read yet'
  if (promotion.comparison.same) return `${parent} brings all of it already`
  return promotion.uninstalled.length > 0 && !agreed ? 'Tick what is uninstalled first' : undefined
}

/** Whether it has helped, so that nobody promotes what has not. */
function HowItWent({ child }: { child: Deployment }) {
  const job = useQuery({
    ...jobQuery(useConnection(), child.iotJobId ?? '', { moving: false }),
    enabled: child.iotJobId !== null,
  })
  if (!job.data) return null
  const { succeeded, failed, rejected, timedOut } = job.data.counts
  const total = totalCount(job.data.counts)
  const bad = failed + rejected + timedOut
  if (total > 0 && succeeded === total)
    return (
      <StatusIndicator type="success">
        <span className="meadow-words">{`${total === 1 ? 'Its device has' : `All of its ${numberText(total)} devices have`} taken the sub-deployment`}</span>
      </StatusIndicator>
    )
  return (
    <StatusIndicator type="warning">
      <span className="meadow-words">{`${numberText(succeeded)} of ${countText(total, 'device')} have taken the sub-deployment${
        bad > 0 ? `, ${numberText(bad)} did not come through` : ''
      }`}</span>
    </StatusIndicator>
  )
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import type { FailureGroup } from '#src/domain/failure-groups.ts'
import type { JobCounts } from '#src/domain/job.ts'
import { unsuccessfulCount } from '#src/domain/job-counts.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { countText, numberText } from '../count-text.ts'
import { RetryDialog } from '../retry/RetryDialog.tsx'
import { RetryPanel } from '../retry/RetryPanel.tsx'
import { useRetryRun } from '../retry/use-retry-run.ts'
import { FailureGroupCard } from './FailureGroupCard.tsx'
import { useFailures } from './use-failures.ts'

interface FailuresTabProps {
  deployment: Deployment
  jobId: string
  counts: JobCounts
}

/** Where and why: the devices that did not come through, by cause, the commonest first. */
export function FailuresTab({ deployment, jobId, counts }: FailuresTabProps) {
  const failures = useFailures(jobId, counts)
  const retry = useRetryRun(deployment.id)
  const [retrying, setRetrying] = useState<FailureGroup | null>(null)
  const readOnly = useReadOnlyReason()
  if (unsuccessfulCount(counts) === 0)
    return (
      <Container>
        <Box textAlign="center" color="text-body-secondary" padding="l">
          No device has failed, rejected or timed out.
        </Box>
      </Container>
    )
  const { groups, read, total } = failures
  return (
    <SpaceBetween size="m">
      <div className="meadow-failures-summary">
        <span>
          <strong>
            {groups.length > 0
              ? `${countText(groups.length, 'cause')} on ${countText(read, 'device')}.`
              : 'Reading why…'}
          </strong>{' '}
          {read < total
            ? `Read ${numberText(read)} of ${countText(total, 'device')} that did not come through.`
            : 'Every device that did not come through has been read.'}
        </span>
        {failures.readMore && !failures.reading ? (
          <Button onClick={failures.readMore}>Read more devices</Button>
        ) : null}
      </div>
      {failures.reading && read < total ? (
        <ProgressBar
          value={(read / Math.max(1, total)) * 100}
          ariaLabel="Reading what the devices reported"
          variant="standalone"
        />
      ) : null}
      {failures.failure ? (
        <FailureAlert
          failure={failures.failure}
          title="Some devices’ reasons could not be read"
          retry={failures.retry}
        />
      ) : null}
      {retry.plan ? <RetryPanel {...retry} plan={retry.plan} /> : null}
      {groups.map((group, index) => (
        <FailureGroupCard
          key={group.key}
          group={group}
          open={index === 0 || group.code === ''}
          retry={{
            reason: readOnly ?? retryReason(deployment, retry.plan !== null, read < total),
            start: () => setRetrying(group),
          }}
        />
      ))}
      {retrying ? (
        <RetryDialog
          parent={deployment}
          things={retrying.devices}
          component={retrying.component}
          onDismiss={() => setRetrying(null)}
          onStart={plan => {
            setRetrying(null)
            void retry.run(plan)
          }}
        />
      ) : null}
    </SpaceBetween>
  )
}

/** Why a sub-deployment cannot be begun from here now; undefined if it can. */
function retryReason(deployment: Deployment, another: boolean, incomplete: boolean): string | undefined {
  if (another) return 'Another retry of this deployment is not closed yet'
  if (!deployment.isLatestForTarget) return 'A newer revision has taken the place of this deployment'
  if (parseTargetArn(deployment.targetArn)?.kind !== 'thinggroup') return 'Only groups have sub-deployments'
  return incomplete ? 'Not all of the devices that failed have been read yet' : undefined
}

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
import { partsOf } from '#src/domain/retry-steps.ts'
import { unsuccessfulCount } from '#src/domain/job-counts.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { durationText } from '#src/ui/time-text.ts'
import { countText, numberText } from '../count-text.ts'
import { RetryDialog } from '../retry/RetryDialog.tsx'
import type { RetryRun } from '../retry/retry-runs.ts'
import { useRetryRuns } from '../retry/use-retry-runs.ts'
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
  const retries = useRetryRuns()
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
            ? `Read ${numberText(read)} of ${countText(total, 'device')} that did not come through${
                failures.secondsLeft ? `, about ${durationText(failures.secondsLeft * 1000)} left` : ''
              }.`
            : 'Every device that did not come through has been read.'}
        </span>
        {failures.reading && read < total ? <Button onClick={failures.stop}>Stop reading</Button> : null}
        {failures.more && !failures.reading ? (
          <Button onClick={failures.more.start}>
            {`Read ${countText(failures.more.count, 'more device')}, about ${durationText(failures.more.seconds * 1000)}`}
          </Button>
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
      {groups.map((group, index) => (
        <FailureGroupCard
          key={group.key}
          group={group}
          deployment={deployment}
          open={index === 0 || group.code === ''}
          retryReason={readOnly ?? retryReason(deployment, isRetried(group, retries.runs), read < total)}
          onRetry={setRetrying}
        />
      ))}
      {retrying ? (
        <RetryDialog
          parent={deployment}
          group={retrying}
          onDismiss={() => setRetrying(null)}
          onStart={plan => {
            setRetrying(null)
            retries.run(plan)
          }}
        />
      ) : null}
    </SpaceBetween>
  )
}

/** All of its devices are in retries that have not been taken back. */
function isRetried(group: FailureGroup, runs: readonly RetryRun[]): boolean {
  const inside = new Set(
    runs
      .filter(({ plan }) => plan.direction === 'forward')
      .flatMap(({ plan }) => partsOf(plan).adds.map(({ thing }) => thing)),
  )
  return group.devices.every(name => inside.has(name))
}

/** Why a sub-deployment cannot be begun from here now; undefined if it can. */
function retryReason(deployment: Deployment, retried: boolean, incomplete: boolean): string | undefined {
  if (retried) return 'A retry on these devices is under way: see the top of this page'
  if (!deployment.isLatestForTarget) return 'A newer revision has taken the place of this deployment'
  if (parseTargetArn(deployment.targetArn)?.kind !== 'thinggroup') return 'Only groups have sub-deployments'
  return incomplete ? 'Not all of the devices that failed have been read yet' : undefined
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { JobCounts } from '#src/domain/job.ts'
import { unsuccessfulCount } from '#src/domain/job-counts.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { countText, numberText } from '../count-text.ts'
import { FailureGroupCard } from './FailureGroupCard.tsx'
import { useFailures } from './use-failures.ts'

/** Where and why: the devices that did not come through, by cause, the commonest first. */
export function FailuresTab({ jobId, counts }: { jobId: string; counts: JobCounts }) {
  const failures = useFailures(jobId, counts)
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
      {groups.map((group, index) => (
        <FailureGroupCard key={group.key} group={group} open={index === 0 || group.code === ''} />
      ))}
    </SpaceBetween>
  )
}

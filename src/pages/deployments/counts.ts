import type { JobCounts } from '#src/domain/job.ts'
import { finishedCount, totalCount, unsuccessfulCount } from '#src/domain/job-counts.ts'
import { jobSegments, segmentSummary } from '#src/ui/charts/job-segments.ts'
import { countText } from './count-text.ts'

export interface Rung {
  key: keyof JobCounts
  /** The job execution status that the service lists these devices by. */
  status: string
  label: string
}

/** The ladder of a deployment, in the order in which it is read: done, wrong, under way, out of it. */
export const rungs: readonly Rung[] = [
  { key: 'succeeded', status: 'SUCCEEDED', label: 'Succeeded' },
  { key: 'failed', status: 'FAILED', label: 'Failed' },
  { key: 'rejected', status: 'REJECTED', label: 'Rejected' },
  { key: 'timedOut', status: 'TIMED_OUT', label: 'Timed out' },
  { key: 'inProgress', status: 'IN_PROGRESS', label: 'In progress' },
  { key: 'queued', status: 'QUEUED', label: 'Queued' },
  { key: 'canceled', status: 'CANCELED', label: 'Cancelled' },
  { key: 'removed', status: 'REMOVED', label: 'Removed' },
]

/**
 * What is worth telling someone who does not look, between two readings of a job: the first failure, each quarter of
 * the devices done, the end. `null` when nothing of the kind has happened.
 */
export function milestone(before: JobCounts, after: JobCounts): string | null {
  const said: string[] = []
  const [failedBefore, failedNow] = [unsuccessfulCount(before), unsuccessfulCount(after)]
  if (failedBefore === 0 && failedNow > 0)
    said.push(`First failure: ${countText(failedNow, 'device')} did not come through.`)
  const total = totalCount(after)
  const quarter = (counts: JobCounts) =>
    totalCount(counts) === 0 ? 0 : Math.floor((finishedCount(counts) / totalCount(counts)) * 4)
  const reached = quarter(after)
  if (total > 0 && reached > quarter(before)) {
    said.push(
      reached === 4
        ? `All ${countText(total, 'device')} have come to an end: ${segmentSummary(jobSegments(after))}.`
        : `${reached * 25} percent of ${countText(total, 'device')} have come to an end.`,
    )
  }
  return said.length > 0 ? said.join(' ') : null
}

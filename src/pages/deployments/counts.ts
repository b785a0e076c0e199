import type { JobCounts } from '#src/domain/job.ts'

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

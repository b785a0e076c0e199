import type { JobCounts } from './job.ts'

export const emptyCounts: JobCounts = {
  queued: 0,
  inProgress: 0,
  succeeded: 0,
  failed: 0,
  rejected: 0,
  timedOut: 0,
  canceled: 0,
  removed: 0,
}

/** Devices that the job has reached so far. */
export function totalCount(c: JobCounts): number {
  return c.queued + c.inProgress + finishedCount(c)
}

/** Devices for which nothing more will happen. */
export function finishedCount(c: JobCounts): number {
  return c.succeeded + c.canceled + c.removed + unsuccessfulCount(c)
}

/** Devices that had the deployment and did not come through it. */
export function unsuccessfulCount(c: JobCounts): number {
  return c.failed + c.rejected + c.timedOut
}

/** Devices that have not come to an end. */
export function movingCount(c: JobCounts): number {
  return c.queued + c.inProgress
}

import type { JobCounts } from '#src/domain/job.ts'

export interface Segment {
  key: keyof JobCounts | 'unreached'
  label: string
  count: number
}

const order: { key: keyof JobCounts; label: string }[] = [
  { key: 'succeeded', label: 'succeeded' },
  { key: 'failed', label: 'failed' },
  { key: 'rejected', label: 'rejected' },
  { key: 'timedOut', label: 'timed out' },
  { key: 'inProgress', label: 'in progress' },
  { key: 'queued', label: 'queued' },
  { key: 'canceled', label: 'cancelled' },
  { key: 'removed', label: 'removed' },
]

/**
 * A job's counts in the order of a bar: what is done, what went wrong, what moves, what waits. `size` is the
 * number of devices of the target, where it is known: those that the rollout has not reached are a segment too.
 */
export function jobSegments(counts: JobCounts, size: number | null = null): Segment[] {
  const segments: Segment[] = order.map(({ key, label }) => ({ key, label, count: counts[key] }))
  const reached = segments.reduce((sum, segment) => sum + segment.count, 0)
  if (size !== null && size > reached)
    segments.push({ key: 'unreached', label: 'not reached yet', count: size - reached })
  return segments.filter(segment => segment.count > 0)
}

/** "34 succeeded, 2 failed, 4 queued of 40". */
export function segmentSummary(segments: readonly Segment[]): string {
  if (segments.length === 0) return 'no device yet'
  const total = segments.reduce((sum, segment) => sum + segment.count, 0)
  return `${segments.map(({ count, label }) => `${count.toLocaleString('en-US')} ${label}`).join(', ')} of ${total.toLocaleString('en-US')}`
}

import type { CSSProperties } from 'react'
import type { JobCounts } from '#src/domain/job.ts'

const steps: { key: keyof JobCounts; label: string; tone: string }[] = [
  { key: 'succeeded', label: 'succeeded', tone: 'healthy' },
  { key: 'failed', label: 'failed', tone: 'unhealthy' },
  { key: 'rejected', label: 'rejected', tone: 'rejected' },
  { key: 'timedOut', label: 'timed out', tone: 'stale' },
  { key: 'inProgress', label: 'in progress', tone: 'moving' },
  { key: 'queued', label: 'queued', tone: 'waiting' },
  { key: 'canceled', label: 'cancelled', tone: 'cancelled' },
  { key: 'removed', label: 'removed', tone: 'unknown' },
]

/** How far a rollout is: a bar of its devices, and the same in figures. */
export function JobLadder({ counts }: { counts: JobCounts }) {
  const shown = steps.filter(({ key }) => counts[key] > 0)
  return (
    <div className="wall-ladder">
      <div aria-hidden="true">
        {shown.map(({ key, tone }) => (
          <i key={key} style={{ '--share': counts[key], '--tone': `var(--m-${tone})` } as CSSProperties} />
        ))}
      </div>
      <span>
        {shown.map(({ key, label, tone }) => (
          <span key={key} style={{ '--tone': `var(--m-${tone})` } as CSSProperties}>
            <b>{counts[key].toLocaleString()}</b> {label}
          </span>
        ))}
        {shown.length === 0 ? 'No device reached yet' : ''}
      </span>
    </div>
  )
}

import type { CSSProperties } from 'react'
import { deploymentState } from '#src/domain/deployment-state.ts'
import type { JobCounts } from '#src/domain/job.ts'
import { targetName } from '#src/domain/arn.ts'
import type { WatchedDeployments } from '#src/queries/watched-deployments.ts'
import { ageText } from '#src/ui/time-text.ts'

const steps: { key: keyof JobCounts; label: string; tone: string }[] = [
  { key: 'succeeded', label: 'succeeded', tone: 'var(--healthy)' },
  { key: 'failed', label: 'failed', tone: 'var(--unhealthy)' },
  { key: 'rejected', label: 'rejected', tone: '#d2557f' },
  { key: 'timedOut', label: 'timed out', tone: 'var(--stale)' },
  { key: 'inProgress', label: 'in progress', tone: 'var(--moving)' },
  { key: 'queued', label: 'queued', tone: '#3a5468' },
  { key: 'canceled', label: 'cancelled', tone: '#54615b' },
  { key: 'removed', label: 'removed', tone: '#3c4843' },
]
const tones: Record<string, string> = {
  healthy: 'var(--healthy)',
  completed: 'var(--healthy)',
  degraded: 'var(--unhealthy)',
  failed: 'var(--unhealthy)',
  halted: 'var(--unhealthy)',
  stuck: 'var(--stale)',
}

/** Deployments that are under way or have gone wrong, worst first; the quiet ones are only counted. */
export function MovingPanel({ watched, now }: { watched: WatchedDeployments; now: number }) {
  const rows = watched.entries
    .map(entry => ({ ...entry, state: deploymentState(entry.summary, entry.job, now) }))
    .filter(({ state }) => ['waiting', 'rolling-out', 'degraded', 'stuck', 'halted'].includes(state.state))
    .sort((a, b) => b.state.failed - a.state.failed || (b.summary.created ?? 0) - (a.summary.created ?? 0))
  return (
    <section className="wall-panel wall-moving" aria-labelledby="wall-moving">
      <div className="wall-panel-head">
        <h2 id="wall-moving">Deployments under way or in trouble</h2>
        <span>
          {rows.length} of {watched.entries.length} watched
          {watched.active > watched.entries.length ? `, ${watched.active} active` : ''}
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="wall-none">
          {watched.settled ? 'Nothing is moving, nothing is failing.' : 'Reading …'}
        </p>
      ) : (
        <ul className="wall-list">
          {rows.map(({ summary, job, state }) => (
            <li key={summary.id} className="wall-row">
              <span className="wall-name">{summary.name || targetName(summary.targetArn)}</span>
              <span
                className="wall-state"
                style={{ '--tone': tones[state.state] ?? 'var(--moving)' } as CSSProperties}
              >
                {state.label}
              </span>
              {job && <Ladder counts={job.counts} />}
              <span className="wall-detail">
                {targetName(summary.targetArn)} · {state.detail}
              </span>
              <span className="wall-detail">{summary.created !== null && ageText(summary.created, now)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Ladder({ counts }: { counts: JobCounts }) {
  const shown = steps.filter(({ key }) => counts[key] > 0)
  return (
    <div
      className="wall-ladder"
      role="img"
      aria-label={
        shown.map(({ key, label }) => `${counts[key]} ${label}`).join(', ') || 'No device reached yet'
      }
    >
      {shown.map(({ key, tone }) => (
        <i key={key} style={{ '--share': counts[key], '--tone': tone } as CSSProperties} />
      ))}
    </div>
  )
}

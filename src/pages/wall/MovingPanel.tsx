import { targetName } from '#src/domain/arn.ts'
import type { WatchedDeployments } from '#src/queries/watched-deployments.ts'
import { ageText } from '#src/ui/time-text.ts'
import { JobLadder } from './JobLadder.tsx'
import { noteworthyDeployments } from './noteworthy.ts'
import { useFit } from './use-fit.ts'

const tones: Record<string, string> = {
  degraded: 'unhealthy',
  failed: 'unhealthy',
  halted: 'unhealthy',
  stuck: 'stale',
}

/** Deployments that are under way or have gone wrong, worst first; the quiet ones are only counted. */
export function MovingPanel({ watched, now }: { watched: WatchedDeployments; now: number }) {
  const rows = noteworthyDeployments(watched.entries, now)
  const [box, fits] = useFit<HTMLUListElement>(rows.length)
  return (
    <section className="wall-panel wall-moving" aria-label="Deployments under way or in trouble">
      <div className="wall-panel-head">
        <h2>Under way or in trouble</h2>
        <span>{coverage(rows.length, fits, watched)}</span>
      </div>
      {rows.length === 0 ? (
        <p className="wall-none">
          {watched.asOf === null && watched.failure
            ? 'The deployments could not be read yet.'
            : !watched.settled
              ? 'Reading …'
              : watched.active === 0
                ? 'No deployment is in force.'
                : 'Nothing is moving, nothing is failing.'}
        </p>
      ) : (
        <ul ref={box} className="wall-list">
          {rows.map(({ summary, job, state }, index) => (
            <li key={summary.id} className="wall-row" data-beyond={index >= fits || undefined}>
              <span className="wall-name">
                {summary.name || targetName(summary.targetArn)} <small>{targetName(summary.targetArn)}</small>
              </span>
              <span className="wall-state" data-tone={tones[state.state] ?? 'moving'}>
                {state.label}
              </span>
              {job && <JobLadder counts={job.counts} />}
              {!job && <span className="wall-quiet">{state.detail}</span>}
              <span className="wall-when">{summary.created !== null && ageText(summary.created, now)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What of all deployments in force is on show: a part is never told as the whole. */
function coverage(rows: number, fits: number, { entries, active }: WatchedDeployments): string {
  if (rows === 0) return ''
  const shown = rows > fits ? `${fits} of ${rows} shown` : `${rows}`
  return active > entries.length
    ? `${shown}, from the newest ${entries.length} of ${active.toLocaleString()}`
    : `${shown}, from ${active.toLocaleString()} in force`
}

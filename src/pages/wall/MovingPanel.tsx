import { targetName } from '#src/domain/arn.ts'
import { deploymentState } from '#src/domain/deployment-state.ts'
import type { WatchedDeployments } from '#src/queries/watched-deployments.ts'
import { ageText } from '#src/ui/time-text.ts'
import { JobLadder } from './JobLadder.tsx'
import { useFit } from './use-fit.ts'

const noteworthy = ['waiting', 'rolling-out', 'degraded', 'stuck', 'halted', 'failed']
const tones: Record<string, string> = {
  degraded: 'unhealthy',
  failed: 'unhealthy',
  halted: 'unhealthy',
  stuck: 'stale',
}

/** Deployments that are under way or have gone wrong, worst first; the quiet ones are only counted. */
export function MovingPanel({ watched, now }: { watched: WatchedDeployments; now: number }) {
  const rows = watched.entries
    .map(entry => ({ ...entry, state: deploymentState(entry.summary, entry.job, now) }))
    .filter(({ state }) => noteworthy.includes(state.state))
    .sort((a, b) => b.state.failed - a.state.failed || (b.summary.created ?? 0) - (a.summary.created ?? 0))
  const [box, fits] = useFit<HTMLUListElement>(rows.length)
  return (
    <section className="wall-panel wall-moving" aria-labelledby="wall-moving">
      <div className="wall-panel-head">
        <h2 id="wall-moving">Under way or in trouble</h2>
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
              <span className="wall-name">{summary.name || targetName(summary.targetArn)}</span>
              <span className="wall-state" data-tone={tones[state.state] ?? 'moving'}>
                {state.label}
              </span>
              {job && <JobLadder counts={job.counts} />}
              <span className="wall-quiet">{targetName(summary.targetArn)}</span>
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
  const watched = active > entries.length ? `${entries.length} newest of ${active}` : `${active}`
  return rows > fits ? `${fits} of ${rows} shown, from the ${watched} in force` : `of ${watched} in force`
}

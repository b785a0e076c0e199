import type { CSSProperties } from 'react'
import type { LatestFailure } from '#src/queries/latest-failures.ts'
import { ageText } from '#src/ui/time-text.ts'

/** What failed last, where and why, in plain words. */
export function FailuresPanel({
  failures,
  settled,
  now,
}: {
  failures: LatestFailure[]
  settled: boolean
  now: number
}) {
  return (
    <section className="wall-panel wall-failures" aria-labelledby="wall-failures">
      <div className="wall-panel-head">
        <h2 id="wall-failures">Latest failures</h2>
        <span>of the deployments watched</span>
      </div>
      {failures.length === 0 ? (
        <p className="wall-none">
          {settled ? 'No device has failed a deployment that is in force.' : 'Reading …'}
        </p>
      ) : (
        <ul className="wall-list">
          {failures.map(failure => (
            <li key={`${failure.deploymentId} ${failure.thingName}`} className="wall-row">
              <span className="wall-name">{failure.thingName}</span>
              <span className="wall-state" style={{ '--tone': 'var(--unhealthy)' } as CSSProperties}>
                {failure.at !== null && ageText(failure.at, now)}
              </span>
              <span className="wall-detail">{failure.headline}</span>
              <span className="wall-detail">{failure.deploymentName}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

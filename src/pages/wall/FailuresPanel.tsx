import type { LatestFailures } from '#src/queries/latest-failures.ts'
import type { WatchedDeployments } from '#src/queries/watched-deployments.ts'
import { ageText } from '#src/ui/time-text.ts'
import { useFit } from './use-fit.ts'

interface FailuresPanelProps {
  latest: LatestFailures
  watched: WatchedDeployments
  now: number
}

/** What failed last: where, why in plain words, and when. */
export function FailuresPanel({ latest, watched, now }: FailuresPanelProps) {
  const { failures, settled, failure: problem } = latest
  const [box, fits] = useFit<HTMLUListElement>(failures.length)
  return (
    <section className="wall-panel wall-failures" aria-labelledby="wall-failures">
      <div className="wall-panel-head">
        <h2 id="wall-failures">Latest failures</h2>
        {failures.length > 0 && <span>newest first</span>}
      </div>
      {failures.length === 0 ? (
        <p className="wall-none">
          {problem ? 'The failures could not be read.' : settled ? noneText(watched) : 'Reading …'}
        </p>
      ) : (
        <ul ref={box} className="wall-list">
          {failures.map((failure, index) => (
            <li
              key={`${failure.deploymentId} ${failure.thingName}`}
              className="wall-row"
              data-beyond={index >= fits || undefined}
            >
              <span className="wall-name">
                {failure.thingName} <small>{failure.deploymentName}</small>
              </span>
              <span className="wall-when">{failure.at !== null && ageText(failure.at, now)}</span>
              <span className="wall-why">{failure.headline}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function noneText({ entries, active }: WatchedDeployments): string {
  return active > entries.length
    ? `No device has failed the newest ${entries.length} deployments in force.`
    : 'No device has failed a deployment in force.'
}

import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { linkTo } from '#src/paths.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'

interface HistoryLineProps {
  /** The newest first. */
  revisions: readonly DeploymentSummary[]
  now: number
}

/** The revisions of a target on a line of time, the oldest on the left: the longer one was the newest, the wider it is. */
export function HistoryLine({ revisions, now }: HistoryLineProps) {
  const line = revisions.toReversed()
  return (
    <ol className="meadow-history-line" aria-label="Revisions over time">
      {line.map((revision, index) => (
        <li
          key={revision.id}
          data-current={revision.isLatestForTarget || undefined}
          style={{ flexGrow: days(revision.created, line[index + 1]?.created ?? now) }}
        >
          <RouteLink
            to={linkTo.deployment(revision.id, 'revisions')}
          >{`Revision ${revision.revisionId}`}</RouteLink>
          <div className="meadow-soft">
            <Age at={revision.created} now={now} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** How long it was in force, at least a little, so that the line is one. */
function days(from: number | null, to: number): number {
  return from === null ? 0.05 : Math.max(0.05, (to - from) / 86_400_000)
}

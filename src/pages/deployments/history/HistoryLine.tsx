import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { linkTo } from '#src/paths.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'

interface HistoryLineProps {
  /** The newest first. */
  revisions: readonly DeploymentSummary[]
  now: number
}

/** The revisions of a target on a line of time, the oldest on the left. */
export function HistoryLine({ revisions, now }: HistoryLineProps) {
  return (
    <ol className="meadow-history-line" aria-label="Revisions over time">
      {revisions.toReversed().map(revision => (
        <li key={revision.id} data-current={revision.isLatestForTarget || undefined}>
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

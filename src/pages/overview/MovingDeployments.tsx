import { targetName } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import type { DeploymentState } from '#src/domain/deployment-state.ts'
import type { Job } from '#src/domain/job.ts'
import { linkTo, paths } from '#src/paths.ts'
import { JobCountsBar } from '#src/ui/charts/JobCountsBar.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { DeploymentStateBadge } from '#src/ui/status/DeploymentStateBadge.tsx'

export interface MovingDeployment {
  summary: DeploymentSummary
  job: Job | null
  state: DeploymentState
}

const shown = new Set(['waiting', 'rolling-out', 'degraded', 'stuck', 'halted', 'failed'])

/** Deployments that are under way or in trouble, worst first, with the live counts of their devices. */
export function MovingDeployments({
  deployments,
  settled,
  now,
}: {
  deployments: readonly MovingDeployment[]
  settled: boolean
  now: number
}) {
  const moving = deployments
    .filter(({ state }) => shown.has(state.state))
    .sort((a, b) => b.state.failed - a.state.failed || (b.summary.created ?? 0) - (a.summary.created ?? 0))
  // Their order is by failures, which are known only when all jobs have been read.
  if (!settled) return <p className="meadow-soft">Reading deployments and their jobs…</p>
  if (moving.length === 0)
    return (
      <p className="meadow-soft">
        Nothing is moving: the deployments in force have come to an end on every device they reached.{' '}
        <RouteLink to={paths.deployments}>All deployments</RouteLink>
      </p>
    )
  return (
    <ul className="m-moving">
      {moving.map(({ summary, job, state }) => (
        <li key={summary.id}>
          <div className="m-moving-head">
            <RouteLink to={linkTo.deployment(summary.id)}>
              {summary.name || targetName(summary.targetArn)}
            </RouteLink>
            <DeploymentStateBadge state={state} />
            <span className="meadow-soft">
              to {targetName(summary.targetArn)}, created <Age at={summary.created} now={now} />
            </span>
          </div>
          {job ? <JobCountsBar counts={job.counts} /> : <p className="meadow-soft">{state.detail}</p>}
        </li>
      ))}
    </ul>
  )
}

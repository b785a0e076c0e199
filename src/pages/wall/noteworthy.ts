import { type DeploymentState, deploymentState } from '#src/domain/deployment-state.ts'
import { movingCount } from '#src/domain/job-counts.ts'
import type { WatchedDeployment } from '#src/queries/watched-deployments.ts'

export interface NoteworthyDeployment extends WatchedDeployment {
  state: DeploymentState
}

const states = ['waiting', 'rolling-out', 'degraded', 'stuck', 'halted', 'failed']
/** Trouble older than this has been seen by whoever looks at the wall; what is new comes before it. */
const news = 2 * 86_400_000

/**
 * Deployments that are under way or have gone wrong: fresh trouble first, then what moves, then old trouble; the
 * newest first among each. `now` is epoch ms of the service's clock.
 */
export function noteworthyDeployments(
  watched: readonly WatchedDeployment[],
  now: number,
): NoteworthyDeployment[] {
  return watched
    .map(entry => ({ ...entry, state: deploymentState(entry.summary, entry.job, now) }))
    .filter(({ state }) => states.includes(state.state))
    .sort((a, b) => rank(a, now) - rank(b, now) || (b.summary.created ?? 0) - (a.summary.created ?? 0))
}

function rank({ summary, job, state }: NoteworthyDeployment, now: number): number {
  const isNew = now - (summary.created ?? 0) < news
  if (isNew && state.failed > 0) return 0
  return isNew && (job === null || state.moving || movingCount(job.counts) > 0) ? 1 : 2
}

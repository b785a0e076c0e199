import { useQuery } from '@tanstack/react-query'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { type DeploymentState, deploymentState } from '#src/domain/deployment-state.ts'
import type { Job } from '#src/domain/job.ts'
import { cadences } from '#src/queries/cadences.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { deploymentQuery } from '#src/queries/deployments.ts'
import { jobQuery } from '#src/queries/jobs.ts'
import { useLastProgress } from './use-last-progress.ts'

export interface LiveJob {
  job: Job | null
  /** `null` while nothing better than the service's own word is known. */
  state: DeploymentState | null
  failure: unknown
}

interface Watch {
  /** Whether it is in sight. */
  watch: boolean
  /** Epoch ms on the service's clock. */
  now: number
  /** Devices on which a component broke after success, as far as known. */
  brokeLater: number
  moreBroke: boolean
}

/**
 * A row's counts: the list does not name the job, so the deployment is read once. Its job is read when the row comes
 * into sight, and again in its turn (`useJobRound`).
 */
export function useLiveJob(
  summary: DeploymentSummary,
  { watch, now, brokeLater, moreBroke }: Watch,
): LiveJob {
  const connection = useConnection()
  const group = parseTargetArn(summary.targetArn)?.kind === 'thinggroup'
  // A deployment that was stopped may have been halted by its own failures, which only its job tells.
  const tells = summary.status === 'ACTIVE' || (summary.status === 'CANCELED' && summary.isLatestForTarget)
  const live = watch && group && tells
  const deployment = useQuery({
    ...deploymentQuery(connection, summary.id),
    enabled: live,
    // Which job carries a deployment never changes, and its status comes with the list.
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
  })
  const jobId = deployment.data?.iotJobId ?? ''
  const job = useQuery({
    ...jobQuery(connection, jobId, { moving: true }),
    enabled: live && jobId !== '',
    refetchInterval: false,
    staleTime: cadences.inForce,
  })
  const data = job.data ?? null
  const progress = useLastProgress(live ? data : null, now)
  return {
    job: data,
    state:
      data || !live || brokeLater > 0
        ? deploymentState({ ...deployment.data, ...summary }, data, now, progress, brokeLater, moreBroke)
        : null,
    failure: job.error ?? deployment.error,
  }
}

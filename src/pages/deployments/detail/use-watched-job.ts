import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Deployment } from '#src/domain/deployment.ts'
import { type DeploymentState, deploymentState, isMoving } from '#src/domain/deployment-state.ts'
import type { Job } from '#src/domain/job.ts'
import { totalCount } from '#src/domain/job-counts.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { jobQuery } from '#src/queries/jobs.ts'
import { type GroupSize, useGroupSize } from './use-group-size.ts'

export interface WatchedJob {
  job: Job | null
  state: DeploymentState
  /** Devices are on their way: the page looks often. */
  moving: boolean
  /** Epoch ms (this computer's clock) at which the counts were received. */
  asOf: number | null
  failure: unknown
  loading: boolean
  retry: () => void
  group: GroupSize
}

/** One DescribeJob a poll: often while devices move, seldom otherwise. */
export function useWatchedJob(deployment: Deployment, now: number): WatchedJob {
  const connection = useConnection()
  const client = useQueryClient()
  const jobId = deployment.iotJobId ?? ''
  const last = client.getQueryData(jobQuery(connection, jobId, { moving: false }).queryKey) ?? null
  const group = useGroupSize(deployment.targetArn, last ? totalCount(last.counts) : null)
  const movingNow = last === null || isGoingOn(deployment, last, group, now)
  const query = useQuery({ ...jobQuery(connection, jobId, { moving: movingNow }), enabled: jobId !== '' })
  const job = query.data ?? null
  const state = deploymentState(deployment, job, now)
  return {
    job,
    state,
    moving: job !== null && isGoingOn(deployment, job, group, now),
    asOf: query.dataUpdatedAt || null,
    failure: query.error,
    loading: query.isLoading,
    retry: () => void query.refetch(),
    group,
  }
}

/** Devices are under way, or the rollout has not come to all of the group yet. */
function isGoingOn(deployment: Deployment, job: Job, group: GroupSize, now: number): boolean {
  // In an empty group nothing moves, however long it waits.
  if (totalCount(job.counts) === 0 && group.complete)
    return group.size !== 0 && deployment.status === 'ACTIVE'
  if (isMoving(deploymentState(deployment, job, now).state, job.counts)) return true
  const going = deployment.status === 'ACTIVE' && job.status === 'IN_PROGRESS'
  return going && group.complete && group.size !== null && group.size > totalCount(job.counts)
}

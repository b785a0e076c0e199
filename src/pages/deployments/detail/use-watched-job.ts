import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Deployment } from '#src/domain/deployment.ts'
import { type DeploymentState, deploymentState, isMoving } from '#src/domain/deployment-state.ts'
import type { Job } from '#src/domain/job.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { jobQuery } from '#src/queries/jobs.ts'

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
}

/** One DescribeJob a poll: often while devices move, seldom otherwise. */
export function useWatchedJob(deployment: Deployment, now: number): WatchedJob {
  const connection = useConnection()
  const client = useQueryClient()
  const jobId = deployment.iotJobId ?? ''
  const last = client.getQueryData(jobQuery(connection, jobId, { moving: false }).queryKey) ?? null
  const movingNow = last === null || isMoving(deploymentState(deployment, last, now).state, last.counts)
  const query = useQuery({ ...jobQuery(connection, jobId, { moving: movingNow }), enabled: jobId !== '' })
  const job = query.data ?? null
  const state = deploymentState(deployment, job, now)
  return {
    job,
    state,
    moving: job !== null && isMoving(state.state, job.counts),
    asOf: query.dataUpdatedAt || null,
    failure: query.error,
    loading: query.isLoading,
    retry: () => void query.refetch(),
  }
}

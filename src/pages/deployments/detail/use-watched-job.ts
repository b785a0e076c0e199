import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Deployment } from '#src/domain/deployment.ts'
import type { Observation } from '#src/domain/burn-up.ts'
import { deploymentState } from '#src/domain/deployment-state.ts'
import type { Job } from '#src/domain/job.ts'
import { totalCount } from '#src/domain/job-counts.ts'
import { isLively } from '#src/queries/cadences.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { countsChanged, jobQuery } from '#src/queries/jobs.ts'
import { useLastProgress } from '../use-last-progress.ts'
import { type GroupSize, useGroupSize } from './use-group-size.ts'

export interface WatchedJob {
  job: Job | null
  /** Epoch ms (service clock) at which a device moved last, where that is known. */
  lastProgress: number | null
  /** What this page has seen of the counts, at each change. */
  seen: readonly Observation[]
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
  return {
    job,
    lastProgress: useLastProgress(job, now),
    seen: useObservations(job, now),
    moving: job !== null && isGoingOn(deployment, job, group, now),
    asOf: query.dataUpdatedAt || null,
    failure: query.error,
    loading: query.isLoading,
    retry: () => void query.refetch(),
    group,
  }
}

/** The counts at each of their changes since the page was opened. `now` is of the service's clock. */
function useObservations(job: Job | null, now: number): readonly Observation[] {
  const [seen, setSeen] = useState<readonly Observation[]>([])
  const last = seen.at(-1)
  if (job && last?.counts !== job.counts) {
    const next = [...seen, { at: now, counts: job.counts }]
    setSeen(next)
    return next
  }
  return seen
}

/** Devices are under way, or the rollout has not come to all of the group yet. */
function isGoingOn(deployment: Deployment, job: Job, group: GroupSize, now: number): boolean {
  // What stands still is looked at seldom, whatever it waits for.
  if (!isLively(countsChanged(job.counts), Date.now())) return false
  // In an empty group nothing moves, however long it waits.
  if (totalCount(job.counts) === 0 && group.complete)
    return group.size !== 0 && deployment.status === 'ACTIVE'
  if (deploymentState(deployment, job, now).moving) return true
  const going = deployment.status === 'ACTIVE' && job.status === 'IN_PROGRESS'
  return going && group.complete && group.size !== null && group.size > totalCount(job.counts)
}

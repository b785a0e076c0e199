import { useQueries, useQuery } from '@tanstack/react-query'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import type { Job } from '#src/domain/job.ts'
import { movingCount } from '#src/domain/job-counts.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { cadences, nextTurn } from './cadences.ts'
import { useConnection } from './connection.tsx'
import { deploymentQuery, deploymentsQuery } from './deployments.ts'
import { jobQuery } from './jobs.ts'

export interface WatchedDeployment {
  summary: DeploymentSummary
  /** `null` until it has been read, and for thing targets, which have none. */
  job: Job | null
}

export interface WatchedDeployments {
  /** The newest deployments in force, newest first, at most as many as asked for. */
  entries: WatchedDeployment[]
  /** How many deployments are in force altogether. */
  active: number
  /** All of `entries` have been read. */
  settled: boolean
  /** Epoch ms (this computer's clock) at which the oldest part on show came. */
  asOf: number | null
  failure: ServiceFailure | null
  /** Asks again for the list and whatever failed. */
  retry(): void
}

interface JobState {
  data: Job | undefined
  error: ServiceFailure | null
}

/**
 * The newest deployments in force with the counts of their jobs: what overview and wall look at. The list costs one
 * call, each entry one more for its job and once one for the job's id; counts are asked for again while they move.
 */
export function useWatchedDeployments(limit: number): WatchedDeployments {
  const connection = useConnection()
  const list = useQuery(deploymentsQuery(connection, { history: 'LATEST_ONLY' }))
  const inForce = (list.data?.rows ?? []).filter(deployment => deployment.status === 'ACTIVE')
  const shown = inForce.toSorted((a, b) => (b.created ?? 0) - (a.created ?? 0)).slice(0, limit)
  const details = useQueries({
    // Which job carries a deployment never changes, so this is asked once.
    queries: shown.map(summary => ({
      ...deploymentQuery(connection, summary.id),
      enabled: parseTargetArn(summary.targetArn)?.kind === 'thinggroup',
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: false as const,
    })),
  })
  const jobs = useQueries({
    queries: shown.map((_, index) => {
      const jobId = details[index]?.data?.iotJobId ?? null
      return {
        ...jobQuery(connection, jobId ?? '', { moving: true }),
        enabled: jobId !== null,
        // Many are watched at once: those whose devices stand still are asked less often.
        refetchInterval: ({ state: { data, error } }: { state: JobState }) =>
          nextTurn(
            data && movingCount(data.counts) === 0 ? cadences.inForce : cadences.wallDeployments,
            error,
          ),
      }
    }),
  })
  const waiting = shown.some((_, index) => {
    const detail = details[index]
    // A thing's deployment has no job: its detail is never asked for.
    if (!detail || (detail.isPending && detail.fetchStatus === 'idle')) return false
    return detail.isPending || (detail.data?.iotJobId ? jobs[index]?.isPending === true : false)
  })
  const ages = [list.data?.asOf, ...jobs.map(job => (job.data ? job.dataUpdatedAt : undefined))].filter(
    time => time !== undefined,
  )
  const error =
    list.error ?? jobs.find(job => job.error)?.error ?? details.find(detail => detail.error)?.error
  return {
    entries: shown.map((summary, index) => ({ summary, job: jobs[index]?.data ?? null })),
    active: inForce.length,
    settled: list.data?.complete === true && !waiting,
    asOf: ages.length > 0 ? Math.min(...ages) : null,
    failure: (error as ServiceFailure | undefined) ?? null,
    retry() {
      void list.refetch()
      for (const query of [...details, ...jobs]) if (query.error) void query.refetch()
    },
  }
}

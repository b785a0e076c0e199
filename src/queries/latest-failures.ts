import { queryOptions, useQueries } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import { targetName } from '#src/domain/arn.ts'
import { failureOfExecution } from '#src/domain/execution-failure.ts'
import type { JobExecution } from '#src/domain/job.ts'
import { unsuccessfulCount } from '#src/domain/job-counts.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { useConnection } from './connection.tsx'
import { jobExecutionQuery, jobExecutionsQuery } from './jobs.ts'
import type { WatchedDeployments } from './watched-deployments.ts'

export interface LatestFailure {
  deploymentId: string
  deploymentName: string
  thingName: string
  /** Epoch ms on the service's clock. */
  at: number | null
  /** In plain words; the bare status until the device's own words have come. */
  headline: string
}

export interface LatestFailures {
  failures: LatestFailure[]
  /** Every list of failed devices has been read once. */
  settled: boolean
  /** Epoch ms (this computer's clock) of the oldest list that was read; null where none was needed. */
  asOf: number | null
  /** What reading one of them failed with last. */
  failure: ServiceFailure | null
}

const statuses = ['FAILED', 'REJECTED', 'TIMED_OUT'] as const

/**
 * The newest failed, rejected and timed-out devices of the watched deployments, with the reason of each. Asks only
 * for deployments whose job counts failures, and for the words of the `limit` newest.
 */
export function useLatestFailures(watched: WatchedDeployments, limit: number): LatestFailures {
  const connection = useConnection()
  const failing = watched.entries.flatMap(({ summary, job }) =>
    job && unsuccessfulCount(job.counts) > 0
      ? statuses
          .filter(status => countOf(job.counts, status) > 0)
          .map(status => ({ summary, jobId: job.id, status }))
      : [],
  )
  const lists = useQueries({
    queries: failing.map(({ jobId, status }) => jobExecutionsQuery(connection, jobId, status)),
  })
  const newest = failing
    .flatMap(({ summary, jobId }, index) =>
      (lists[index]?.data?.rows ?? []).map(execution => ({ summary, jobId, execution })),
    )
    .toSorted((a, b) => (b.execution.updated ?? 0) - (a.execution.updated ?? 0))
    .slice(0, limit)
  const words = useQueries({
    queries: newest.map(({ jobId, execution }) => headlineQuery(connection, jobId, execution)),
  })
  const failures: LatestFailure[] = newest.map(({ summary, execution }, index) => ({
    deploymentId: summary.id,
    deploymentName: summary.name || targetName(summary.targetArn),
    thingName: execution.thingName,
    at: execution.updated,
    headline: words[index]?.data ?? spell(execution.status),
  }))
  const ages = lists.map(list => list.data?.asOf).filter(time => time !== undefined)
  return {
    failures,
    settled: watched.settled && lists.every(list => !list.isPending),
    asOf: ages.length > 0 ? Math.min(...ages) : null,
    failure: lists.find(list => list.error)?.error ?? null,
  }
}

/** The reason of one failure in a sentence. The table of error codes behind it is fetched with the first failure. */
function headlineQuery(connection: Connection, jobId: string, { thingName, updated }: JobExecution) {
  return queryOptions<string>({
    queryKey: [connection.id, 'jobs', 'headline', jobId, thingName, updated],
    queryFn: async ({ client }) => {
      const [execution, { explainFailure }] = await Promise.all([
        client.fetchQuery(jobExecutionQuery(connection, jobId, thingName)),
        import('#src/domain/failure-groups.ts'),
      ])
      return explainFailure(failureOfExecution(execution)).headline
    },
    // What a device said of a failure does not change.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const countOf = (counts: { failed: number; rejected: number; timedOut: number }, status: string) =>
  status === 'FAILED' ? counts.failed : status === 'REJECTED' ? counts.rejected : counts.timedOut

const spell = (status: string) => `${status.charAt(0)}${status.slice(1).toLowerCase().replaceAll('_', ' ')}`

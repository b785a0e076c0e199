import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { failureOfExecution } from '#src/domain/execution-failure.ts'
import { type FailureGroup, groupFailures } from '#src/domain/failure-groups.ts'
import type { JobCounts } from '#src/domain/job.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { jobExecutionQuery } from '#src/queries/jobs.ts'
import { useExecutions } from './use-executions.ts'

/** One call a device: so many are read without asking. */
const firstBatch = 60
const nextBatch = 200

export interface Failures {
  groups: FailureGroup[]
  /** Devices whose reasons have been read, and those there are. */
  read: number
  total: number
  /** More devices failed than are being read; the rest waits for a word. */
  readMore: (() => void) | null
  reading: boolean
  failure: unknown
  retry: () => void
}

/** Why devices did not come through, read device by device and put into groups as the answers come. */
export function useFailures(jobId: string, counts: JobCounts): Failures {
  const connection = useConnection()
  const [limit, setLimit] = useState(firstBatch)
  const listOf = (status: string, counted: number) => ({ jobId, status, counted, enabled: counted > 0 })
  const failed = useExecutions(listOf('FAILED', counts.failed))
  const rejected = useExecutions(listOf('REJECTED', counts.rejected))
  const timedOut = useExecutions(listOf('TIMED_OUT', counts.timedOut))
  const lists = [failed, rejected, timedOut]
  const names = lists.flatMap(list => (list.data?.rows ?? []).map(row => row.thingName))
  const wanted = names.slice(0, limit)
  const details = useQueries({
    queries: wanted.map(name => ({
      ...jobExecutionQuery(connection, jobId, name),
      // What a device said of a failure does not change.
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: results => ({
      failures: results.flatMap(result => (result.data ? [failureOfExecution(result.data)] : [])),
      error: results.find(result => result.error && !result.data)?.error ?? null,
      pending: results.some(result => result.isFetching && !result.data),
      retry: () => {
        for (const result of results) if (result.error && !result.data) void result.refetch()
      },
    }),
  })
  const groups = useMemo(() => groupFailures(details.failures), [details.failures])
  const listError = lists.find(list => list.error)?.error ?? null
  const total = Math.max(names.length, counts.failed + counts.rejected + counts.timedOut)
  return {
    groups,
    read: details.failures.length,
    total,
    readMore: names.length > limit ? () => setLimit(held => held + nextBatch) : null,
    reading: details.pending || lists.some(list => list.isLoading),
    failure: listError ?? details.error,
    retry: () => {
      for (const list of lists) if (list.error) void list.refetch()
      details.retry()
    },
  }
}

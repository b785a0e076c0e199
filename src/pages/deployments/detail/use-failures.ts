import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { failureOfExecution } from '#src/domain/execution-failure.ts'
import { type FailureGroup, groupFailures } from '#src/domain/failure-groups.ts'
import type { JobCounts, JobExecutionDetail } from '#src/domain/job.ts'
import { unsuccessfulCount } from '#src/domain/job-counts.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { allowance } from '#src/queries/cadences.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { jobExecutionQuery } from '#src/queries/jobs.ts'
import { useTrickle } from '#src/queries/use-trickle.ts'
import { useExecutions } from './use-executions.ts'

/**
 * One call a device. Of the failures that are there so many are read without asking, and so many at each further word;
 * of a rollout's first failures a few at once, and those that follow a few a minute.
 */
const unasked = 500
const firstFew = 60
const nextBatch = 1000
/** Calls in the scheduler's queue at once: enough to use its whole rate, few enough to let others through. */
const ahead = 24
/** What has been read is put into groups so often, in ms: each answer by itself would be too often. */
const showEvery = 400

export interface Failures {
  groups: FailureGroup[]
  /** Devices whose reasons have been read, and those there are. */
  read: number
  total: number
  reading: boolean
  /** At the connection's own limit. */
  secondsLeft: number
  stop: () => void
  /** What waits for a word: how many devices, and how long they take. */
  more: { count: number; seconds: number; start: () => void } | null
  failure: unknown
  retry: () => void
}

/** Why devices did not come through, read device by device and put into groups as the answers come. */
export function useFailures(jobId: string, counts: JobCounts): Failures {
  const connection = useConnection()
  const [begun, setBegun] = useState(ahead)
  const [stopped, setStopped] = useState(false)
  const listOf = (status: string, counted: number) => ({
    jobId,
    status,
    counted,
    perMinute: allowance.failurePages,
    enabled: counted > 0,
  })
  const failed = useExecutions(listOf('FAILED', counts.failed))
  const rejected = useExecutions(listOf('REJECTED', counts.rejected))
  const timedOut = useExecutions(listOf('TIMED_OUT', counts.timedOut))
  const lists = [failed, rejected, timedOut]
  const names = lists.flatMap(list => (list.data?.rows ?? []).map(row => row.thingName))
  const { passed, letMore } = useTrickle(
    names.map(key => ({ key, stamp: '' })),
    Math.min(unasked, Math.max(firstFew, unsuccessfulCount(counts))),
    allowance.failurePages,
  )
  // In the order in which they were let through: none loses its place to one that failed later.
  const there = new Set(names)
  const wanted = [...passed.keys()].filter(name => there.has(name))
  const details = useQueries({
    queries: wanted.slice(0, begun).map(name => ({
      ...jobExecutionQuery(connection, jobId, name),
      // What a device said of a failure does not change.
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: summary,
  })
  const { settled, error } = details
  const left = wanted.length - settled
  useEffect(() => {
    // What fails for one device fails for all: the rest waits until that is put right.
    if (error === null && !stopped && left > 0 && settled + ahead / 2 > begun) setBegun(settled + ahead)
  }, [settled, error, begun, left, stopped])
  const failures = useAtMostEvery(showEvery, details.failures)
  const reading = lists.some(list => list.isLoading) || (error === null && !stopped && left > 0)
  const groups = useMemo(() => {
    const bySize = groupFailures(failures)
    // Sizes change places all the time while they grow: until all is read, groups stand still.
    return reading ? bySize.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : bySize
  }, [failures, reading])
  const listError = lists.find(list => list.error)?.error ?? null
  const seconds = (devices: number) => Math.ceil(devices / connection.config.requestsPerSecond)
  const unread = names.length - wanted.length
  const batch = Math.min(nextBatch, unread)
  const goOn = { count: left, seconds: seconds(left), start: () => setStopped(false) }
  const another = { count: batch, seconds: seconds(batch), start: () => letMore(batch) }
  return {
    groups,
    read: failures.length,
    total: Math.max(names.length, unsuccessfulCount(counts)),
    reading,
    secondsLeft: seconds(left),
    stop: () => setStopped(true),
    more: stopped && left > 0 ? goOn : batch > 0 ? another : null,
    failure: listError ?? error,
    retry: () => {
      for (const list of lists) if (list.error) void list.refetch()
      details.retry()
    },
  }
}

function summary(results: UseQueryResult<JobExecutionDetail, ServiceFailure>[]) {
  return {
    failures: results.flatMap(result => (result.data ? [failureOfExecution(result.data)] : [])),
    error: results.find(result => result.error && !result.data)?.error ?? null,
    settled: results.filter(result => result.data || result.error).length,
    retry: () => {
      for (const result of results) if (result.error && !result.data) void result.refetch()
    },
  }
}

/** The value as it is now, or was at most `ms` ago. */
function useAtMostEvery<Value>(ms: number, value: Value): Value {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    latest.current = value
    if (timer.current !== null || shown === value) return
    timer.current = setTimeout(() => {
      timer.current = null
      setShown(latest.current)
    }, ms)
  }, [ms, value, shown])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
  return shown
}

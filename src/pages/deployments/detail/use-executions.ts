import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { allowance, pageGap } from '#src/queries/cadences.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { jobExecutionsQuery } from '#src/queries/jobs.ts'

interface Executions {
  jobId: string
  /** One status, or all of them. */
  status: string | undefined
  /** Whatever of the job's counts says that the list has changed. */
  counted: string | number
  /** Pages a minute at most, once the list is on show. */
  perMinute?: number
  /** Pages after which the list is cut. */
  most?: number | undefined
  enabled?: boolean
}

/**
 * The devices of a job. The job's counts tell when the list has changed, so that it is read again then and never
 * otherwise: a list that stands still costs nothing. While it changes it is read at its own pace.
 */
export function useExecutions({
  jobId,
  status,
  counted,
  perMinute = allowance.devicePages,
  most,
  enabled = true,
}: Executions) {
  const list = jobExecutionsQuery(useConnection(), jobId, status, { perMinute, most })
  const query = useQuery({
    ...list,
    enabled,
    refetchInterval: false,
    staleTime: 0,
  })
  const { refetch, isFetching, data } = query
  /** What was counted, and when, as the last reading began. */
  const began = useRef({ counted, at: Date.now() })
  const pages = data?.pages ?? 0
  useEffect(() => {
    if (!enabled || isFetching || pages === 0 || began.current.counted === counted) return
    const due = began.current.at + pages * pageGap(perMinute)
    const timer = setTimeout(
      () => {
        began.current = { counted, at: Date.now() }
        void refetch()
      },
      Math.max(0, due - Date.now()),
    )
    return () => clearTimeout(timer)
  }, [counted, enabled, isFetching, pages, perMinute, refetch])
  const cut = data?.cut ?? false
  useEffect(() => {
    if (cut && most === undefined) void refetch()
  }, [cut, most, refetch])
  return query
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useConnection } from '#src/queries/connection.tsx'
import { jobExecutionsQuery } from '#src/queries/jobs.ts'

/** Lists up to this long are read again as soon as their count changes; longer ones at their own pace. */
export const shortList = 500

interface Executions {
  jobId: string
  /** One status, or all of them. */
  status: string | undefined
  /** Whatever of the job's counts says that the list has changed. */
  counted: string | number
  enabled?: boolean
}

/**
 * The devices of a job. The job's counts tell when the list has changed, so it is not polled closely for that: a
 * list that stands still costs next to nothing.
 */
export function useExecutions({ jobId, status, counted, enabled = true }: Executions) {
  const query = useQuery({ ...jobExecutionsQuery(useConnection(), jobId, status), enabled })
  const last = useRef(counted)
  const { refetch } = query
  const short = query.data?.complete === true && query.data.rows.length <= shortList
  useEffect(() => {
    if (last.current === counted) return
    last.current = counted
    if (enabled && short) void refetch()
  }, [counted, enabled, short, refetch])
  return query
}

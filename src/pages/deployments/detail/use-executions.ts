import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useConnection } from '#src/queries/connection.tsx'
import { jobExecutionsQuery } from '#src/queries/jobs.ts'

/** Lists up to this long are read again as soon as their count changes; longer ones at their own pace. */
const shortList = 500

/**
 * The devices of a job in one status. The job's counts tell when the list has changed, so it is not polled for that:
 * a list that stands still costs nothing.
 */
export function useExecutions(jobId: string, status: string, count: number, enabled = true) {
  const query = useQuery({ ...jobExecutionsQuery(useConnection(), jobId, status), enabled })
  const counted = useRef(count)
  const { refetch } = query
  const length = query.data?.complete ? query.data.rows.length : null
  useEffect(() => {
    if (counted.current === count) return
    counted.current = count
    if (enabled && length !== null && length !== count && length <= shortList) void refetch()
  }, [count, enabled, length, refetch])
  return query
}

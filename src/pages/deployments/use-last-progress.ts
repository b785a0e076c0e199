import { useQuery } from '@tanstack/react-query'
import { stuckAfter } from '#src/domain/deployment-state.ts'
import type { Job } from '#src/domain/job.ts'
import { emptyCounts, movingCount, totalCount } from '#src/domain/job-counts.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { devicesPerPage, lastProgressQuery } from '#src/queries/jobs.ts'

/**
 * Epoch ms at which a device of a job moved last. `null` while that is not known, where the job has too many devices
 * for one page, and where it does not matter because the job is young or over. `now` is of the service's clock.
 */
export function useLastProgress(job: Job | null, now: number): number | null {
  const matters =
    job !== null &&
    movingCount(job.counts) > 0 &&
    totalCount(job.counts) <= devicesPerPage &&
    now - (job.created ?? now) >= stuckAfter
  const query = useQuery({
    ...lastProgressQuery(useConnection(), job?.id ?? '', job?.counts ?? emptyCounts),
    enabled: matters,
  })
  return matters ? (query.data ?? null) : null
}

import { focusManager, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Job, JobCounts } from '#src/domain/job.ts'
import { movingCount } from '#src/domain/job-counts.ts'
import { allowance, cadences, isLively } from './cadences.ts'
import { useConnection } from './connection.tsx'
import { isOver } from './jobs.ts'

/** A job on show. */
interface InRound {
  jobId: string
  /** Epoch ms at which it was asked last. */
  asked: number
  lively: boolean
}

const turn = (perMinute: number) => 60_000 / perMinute

/**
 * Jobs to ask about now, at most one of those that move and one of those that rest, each the one that was asked
 * longest ago. Called each `tick`; `rested` is epoch ms at which one of those that rest was asked last.
 */
export function nextInRound(jobs: readonly InRound[], now: number, rested: number): InRound[] {
  const due = (lively: boolean, atMostEvery: number) =>
    jobs
      .filter(job => job.lively === lively && now - job.asked >= atMostEvery)
      .toSorted((a, b) => a.asked - b.asked)
      .slice(0, 1)
  const quiet = now - rested >= turn(allowance.restingJobs) ? due(false, cadences.inForce) : []
  return [...due(true, cadences.rollout), ...quiet]
}

/**
 * Tells which jobs are worth a close look. A job moves for two minutes after its counts were last seen to change, as
 * of when it was `asked` last: one whose turn is long in coming has not stood still meanwhile for all anybody knows.
 * What stood still when it came into sight rests until its counts change. All times are epoch ms.
 */
export function livelinessOfJobs() {
  const known = new Map<string, { counts: JobCounts; changed: number }>()
  return (jobId: string, counts: JobCounts, now: number, asked: number): boolean => {
    const before = known.get(jobId)
    if (before?.counts === counts) return isLively(before.changed, asked)
    const changed = before || movingCount(counts) > 0 ? now : Number.NEGATIVE_INFINITY
    known.set(jobId, { counts, changed })
    return isLively(changed, asked)
  }
}

export const tick = turn(allowance.movingJobs)

/**
 * Asks again for the jobs that rows on screen show, by turns, so that a page full of rows that move costs no more
 * than one with a few of them. Those rows do not ask by themselves.
 */
export function useJobRound(): void {
  const connection = useConnection()
  const client = useQueryClient()
  useEffect(() => {
    let rested = Date.now()
    const livelyNow = livelinessOfJobs()
    const timer = setInterval(() => {
      if (!focusManager.isFocused()) return
      const now = Date.now()
      const onShow = client
        .getQueryCache()
        .findAll({ queryKey: [connection.id, 'jobs', 'detail'], type: 'active', fetchStatus: 'idle' })
        .flatMap(({ queryKey, state }): InRound[] => {
          const job = state.data as Job | undefined
          if (isOver(job)) return []
          const jobId = String(queryKey[3])
          const asked = Math.max(state.dataUpdatedAt, state.errorUpdatedAt)
          return [{ jobId, asked, lively: !!job && livelyNow(jobId, job.counts, now, asked) }]
        })
      for (const { jobId, lively } of nextInRound(onShow, now, rested)) {
        if (!lively) rested = now
        void client.refetchQueries({ queryKey: [connection.id, 'jobs', 'detail', jobId], exact: true })
      }
    }, tick)
    return () => clearInterval(timer)
  }, [client, connection])
}

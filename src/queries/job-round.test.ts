import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyCounts } from '#src/domain/job-counts.ts'
import { allowance, cadences } from './cadences.ts'
import { livelinessOfJobs, nextInRound, tick } from './job-round.ts'

/** Asks by turns for ten minutes from `start`; when which job was asked, in order. */
function askedOver(moving: number, resting: number) {
  const start = 1_800_000_000_000
  const jobs = Array.from({ length: moving + resting }, (_, index) => ({
    jobId: `job-${index}`,
    asked: start,
    lively: index < moving,
  }))
  const log: { at: number; jobId: string; lively: boolean }[] = []
  let rested = start
  for (let at = start + tick; at <= start + 600_000; at += tick)
    for (const job of nextInRound(jobs, at, rested)) {
      job.asked = at
      if (!job.lively) rested = at
      log.push({ at, jobId: job.jobId, lively: job.lively })
    }
  return log
}

const inAnyMinute = (log: readonly { at: number }[]) =>
  Math.max(0, ...log.map(({ at }) => log.filter(other => other.at >= at && other.at < at + 60_000).length))

test('any number of jobs keeps to the allowance in every minute, and each has its turn', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.nat({ max: 36 }), (moving, resting) => {
      const log = askedOver(moving, resting)
      expect(inAnyMinute(log.filter(({ lively }) => lively))).toBeLessThanOrEqual(allowance.movingJobs)
      expect(inAnyMinute(log.filter(({ lively }) => !lively))).toBeLessThanOrEqual(allowance.restingJobs)
      expect(new Set(log.filter(({ lively }) => lively).map(({ jobId }) => jobId)).size).toBe(moving)
      expect(new Set(log.filter(({ lively }) => !lively).map(({ jobId }) => jobId)).size).toBe(resting)
    }),
    { numRuns: 40 },
  )
})

test('a job alone is asked as often as a page of its own would ask', () => {
  const gaps = (log: readonly { at: number }[]) => log.slice(1).map(({ at }, index) => at - log[index]!.at)
  expect(new Set(gaps(askedOver(1, 0)))).toEqual(new Set([cadences.rollout]))
  expect(new Set(gaps(askedOver(0, 1)))).toEqual(new Set([cadences.inForce]))
})

/** Asks by turns for `span` ms about jobs that each reach a device a minute until `ends`; which lively one it asked when. */
function watchedOver(count: number, span: number, ends = Number.POSITIVE_INFINITY) {
  const start = 1_800_000_000_000
  const livelyNow = livelinessOfJobs()
  const countsAt = (at: number) => ({
    ...emptyCounts,
    queued: 1,
    succeeded: Math.floor((Math.min(at, start + ends) - start) / 60_000),
  })
  const jobs = Array.from({ length: count }, (_, index) => ({
    jobId: `job-${index}`,
    asked: start,
    counts: countsAt(start),
  }))
  const asked: { jobId: string; at: number }[] = []
  let rested = start
  for (let at = start + tick; at <= start + span; at += tick) {
    const onShow = jobs.map(job => ({ ...job, lively: livelyNow(job.jobId, job.counts, at, job.asked) }))
    for (const { jobId, lively } of nextInRound(onShow, at, rested)) {
      const job = jobs.find(one => one.jobId === jobId)!
      const next = countsAt(at)
      // Query keeps the very object for as long as an answer says the same.
      if (next.succeeded !== job.counts.succeeded) job.counts = next
      job.asked = at
      if (lively) asked.push({ jobId, at: at - start })
      else rested = at
    }
  }
  return asked
}

test('sixty jobs that all move have a turn each, though it takes longer to come than a rest', () => {
  const asked = watchedOver(60, 30 * 60_000)
  const turns = new Map(asked.map(({ jobId }) => [jobId, asked.filter(other => other.jobId === jobId)]))
  expect(turns.size).toBe(60)
  for (const turn of turns.values()) {
    const gaps = turn.slice(1).map(({ at }, index) => at - turn[index]!.at)
    expect(Math.max(...gaps)).toBeLessThanOrEqual((60 / allowance.movingJobs) * 60_000 + tick)
  }
})

test('and leave it when they have been seen to stand still', () => {
  const asked = watchedOver(5, 20 * 60_000, 5 * 60_000)
  expect(asked.some(({ at }) => at > 4 * 60_000)).toBe(true)
  expect(asked.some(({ at }) => at > 8 * 60_000)).toBe(false)
})

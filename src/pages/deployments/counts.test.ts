import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JobCounts } from '#src/domain/job.ts'
import { emptyCounts, totalCount } from '#src/domain/job-counts.ts'
import { milestone, rungs } from './counts.ts'

const counts = (part: Partial<JobCounts>): JobCounts => ({ ...emptyCounts, ...part })
const anyCounts = fc.record(
  Object.fromEntries(rungs.map(rung => [rung.key, fc.nat(500)])) as Record<
    keyof JobCounts,
    fc.Arbitrary<number>
  >,
)

describe('ladder', () => {
  it('has a rung for every count, so that the numbers add up', () => {
    fc.assert(
      fc.property(anyCounts, given => {
        expect(rungs.reduce((sum, rung) => sum + given[rung.key], 0)).toBe(totalCount(given))
      }),
    )
  })
})

describe('milestone', () => {
  it('tells the first failure once', () => {
    expect(milestone(counts({ queued: 40 }), counts({ queued: 38, failed: 2 }))).toBe(
      'First failure: 2 devices did not come through.',
    )
    expect(milestone(counts({ queued: 38, failed: 2 }), counts({ queued: 37, failed: 3 }))).toBeNull()
  })

  it('tells each quarter and the end', () => {
    expect(milestone(counts({ queued: 40 }), counts({ queued: 30, succeeded: 10 }))).toBe(
      '25 percent of 40 devices have come to an end.',
    )
    expect(milestone(counts({ queued: 1, succeeded: 39 }), counts({ succeeded: 40 }))).toBe(
      'All 40 devices have come to an end: 40 succeeded of 40.',
    )
  })

  it('says nothing when nothing changed', () => {
    fc.assert(
      fc.property(anyCounts, given => {
        expect(milestone(given, given)).toBeNull()
      }),
    )
  })
})

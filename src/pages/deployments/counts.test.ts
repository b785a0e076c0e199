import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JobCounts } from '#src/domain/job.ts'
import { totalCount } from '#src/domain/job-counts.ts'
import { rungs } from './counts.ts'

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

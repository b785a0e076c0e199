import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JobCounts } from './job.ts'
import { emptyCounts } from './job-counts.ts'
import { type MilestoneFacts, milestoneNews, milestones } from './milestones.ts'

const facts = (counts: Partial<JobCounts>, over: Partial<MilestoneFacts> = {}): MilestoneFacts => ({
  state: 'rolling-out',
  size: 40,
  brokeLater: 0,
  ...over,
  counts: { ...emptyCounts, ...counts },
})

/** What a person hears who looks at each of these in turn, from the beginning. */
function heard(...looks: MilestoneFacts[]): string[] {
  let marks: string[] = []
  return looks.flatMap(look => {
    const told = milestoneNews(look, marks)
    marks = told.marks
    return told.news.map(({ text }) => text)
  })
}

test('a rollout from its first device to its last', () => {
  expect(
    heard(
      facts({ queued: 4 }),
      facts({ succeeded: 9, queued: 11 }),
      facts({ succeeded: 10, queued: 20 }),
      facts({ succeeded: 18, failed: 2, queued: 10 }),
      facts({ succeeded: 20, failed: 3, queued: 10 }),
      facts({ succeeded: 36, failed: 4 }),
    ),
  ).toEqual([
    '25 percent of 40 devices have come to an end.',
    'First failure: 2 devices did not come through.',
    '50 percent of 40 devices have come to an end.',
    'All 40 devices have come to an end: 36 succeeded, 4 did not.',
  ])
})

test('a share is of the target, not of the devices reached so far', () => {
  expect(milestones(facts({ succeeded: 2 }))).toEqual([])
  expect(milestones(facts({ succeeded: 2 }, { size: null }))).toEqual([])
})

test('what had happened before anybody looked is not news, however late it is read', () => {
  const half = { succeeded: 20, failed: 1 }
  expect(heard(facts(half))).toEqual([])
  expect(heard(facts(half, { size: null, brokeLater: null }), facts(half, { brokeLater: 3 }))).toEqual([])
})

test('an abort, and no quarters after it', () => {
  expect(
    heard(facts({ failed: 2, queued: 38 }), facts({ failed: 3, canceled: 37 }, { state: 'halted' })),
  ).toEqual(['Halted by its abort criterion: 3 devices did not come through.'])
  expect(heard(facts({ queued: 40 }), facts({ canceled: 40 }, { state: 'cancelled' }))).toEqual([])
})

test('a component that breaks after success', () => {
  expect(heard(facts({ succeeded: 40 }), facts({ succeeded: 40 }, { brokeLater: 1 }))).toEqual([
    'A component broke on 1 device after the deployment had succeeded there.',
  ])
})

describe('whatever happens', () => {
  const count = fc.nat({ max: 30 })
  const look = fc.record({
    state: fc.constantFrom<MilestoneFacts['state']>(
      'rolling-out',
      'degraded',
      'healthy',
      'halted',
      'cancelled',
    ),
    size: fc.option(fc.nat({ max: 200 }), { nil: null }),
    brokeLater: fc.option(count, { nil: null }),
    counts: fc.record({
      queued: count,
      inProgress: count,
      succeeded: count,
      failed: count,
      rejected: count,
      timedOut: count,
      canceled: count,
      removed: count,
    }),
  })

  test('nothing is told twice, also after a reload, and the first look tells nothing', () => {
    fc.assert(
      fc.property(fc.array(look, { minLength: 1, maxLength: 12 }), looks => {
        const told: string[] = []
        let marks: string[] = []
        for (const [index, one] of looks.entries()) {
          const result = milestoneNews(one, marks)
          if (index === 0) expect(result.news).toEqual([])
          told.push(...result.news.map(({ id }) => id))
          marks = JSON.parse(JSON.stringify(result.marks)) as string[]
          expect(milestoneNews(one, marks)).toEqual({ news: [], marks })
        }
        expect(new Set(told).size).toBe(told.length)
      }),
    )
  })

  test('a failure is told by the look that first sees one', () => {
    fc.assert(
      fc.property(look, after => {
        const failed = after.counts.failed + after.counts.rejected + after.counts.timedOut
        const { marks } = milestoneNews(facts({ queued: 9 }), [])
        const { news } = milestoneNews(after, marks)
        expect(news.some(({ id }) => id === 'first-failure')).toBe(failed > 0)
      }),
    )
  })
})

import { expect, test } from 'vitest'
import { emptyCounts, finishedCount, movingCount, totalCount, unsuccessfulCount } from './job-counts.ts'

test('each count falls into moving or finished', () => {
  const counts = {
    queued: 1,
    inProgress: 2,
    succeeded: 4,
    failed: 8,
    rejected: 16,
    timedOut: 32,
    canceled: 64,
    removed: 128,
  }
  expect(movingCount(counts)).toBe(3)
  expect(unsuccessfulCount(counts)).toBe(56)
  expect(finishedCount(counts)).toBe(252)
  expect(totalCount(counts)).toBe(255)
  expect(totalCount(emptyCounts)).toBe(0)
})

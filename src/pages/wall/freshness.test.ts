import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallFreshness, type WallSource } from './freshness.ts'

const minute = 60_000
const now = 1_800_000_000_000
const source = (facts: Partial<WallSource>): WallSource => ({
  name: 'Core devices',
  lastGood: now,
  every: minute,
  failure: null,
  ...facts,
})

test.each([
  ['fresh', 0],
  ['fresh', 1.9 * minute],
  ['late', 2 * minute],
  ['old', 10 * minute],
  ['old', 40 * 24 * 60 * minute],
])('data is %s after %i ms', (level, age) => {
  expect(wallFreshness([source({ lastGood: now - age })], now).level).toBe(level)
})

test('a wall that has had no data yet waits, and is old once its first request failed', () => {
  expect(wallFreshness([source({ lastGood: null })], now).level).toBe('waiting')
  const failed = wallFreshness([source({ lastGood: null, failure: 'Nothing answered' })], now)
  expect(failed).toMatchObject({ level: 'old', failure: 'Core devices: Nothing answered' })
})

test('one late source makes the wall late, whatever the others say', () => {
  const order = ['fresh', 'late', 'old']
  fc.assert(
    fc.property(fc.array(fc.nat(20 * minute), { minLength: 1, maxLength: 5 }), ages => {
      const sources = ages.map(age => source({ lastGood: now - age }))
      const worst = Math.max(...sources.map(one => order.indexOf(wallFreshness([one], now).level)))
      expect(order.indexOf(wallFreshness(sources, now).level)).toBe(worst)
      expect(wallFreshness(sources, now).lastGood).toBe(now - Math.max(...ages))
    }),
  )
})

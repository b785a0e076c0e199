import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minuteTicks } from './minute-ticks.ts'

const minute = 60_000

describe('minuteTicks', () => {
  test.each([
    [1.95, [0, 1]],
    [8, [0, 2, 4, 6, 8]],
    [47, [0, 10, 20, 30, 40]],
    [200, [0, 60, 120, 180]],
    [0.5, [0, 0.5]],
  ])('an axis of %d minutes', (length, expected) => {
    expect(minuteTicks(0, length * minute).map(tick => tick / minute)).toEqual(expected)
  })

  test('lies within the axis, in even steps of whole minutes, few enough to read', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 2e12 }), fc.integer({ min: 2 * minute, max: 4e12 }))
    fc.assert(
      fc.property(times, ([from, length]) => {
        const ticks = minuteTicks(from, from + length)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect(ticks[0]).toBeGreaterThanOrEqual(from)
        expect(ticks.at(-1)).toBeLessThanOrEqual(from + length)
        const gaps = new Set(ticks.slice(1).map((tick, index) => tick - ticks[index]!))
        expect(gaps.size).toBe(1)
        if (ticks.length > 2) expect([...gaps][0]! % minute).toBe(0)
      }),
    )
  })
})

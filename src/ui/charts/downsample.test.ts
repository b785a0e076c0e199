import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { downsample } from './downsample.ts'

describe('downsample', () => {
  it('keeps the highest point, the order and the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        (values, most) => {
          const points = values.map((value, at) => ({ at, value }))
          const kept = downsample(points, most)
          expect(kept.length).toBeLessThanOrEqual(Math.max(most, 0))
          expect(Math.max(...kept.map(point => point.value))).toBe(Math.max(...values))
          expect(kept.every((point, index) => index === 0 || point.at > kept[index - 1]!.at)).toBe(true)
        },
      ),
    )
  })
})

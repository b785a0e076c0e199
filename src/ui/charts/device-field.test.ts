import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brushOf, cellAt, fieldLayout, fieldSummary } from './device-field.ts'

const hour = 3_600_000

describe('fieldLayout', () => {
  it('has a place for every device, and never a cell wider than the box', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 50, max: 2000 }),
        fc.integer({ min: 20, max: 1000 }),
        (count, width, height) => {
          const { columns, rows, pitch } = fieldLayout(count, width, height)
          expect(columns * rows).toBeGreaterThanOrEqual(count)
          expect(columns * pitch).toBeLessThanOrEqual(width)
          if (pitch > 2) expect(rows * pitch).toBeLessThanOrEqual(height)
        },
      ),
    )
  })

  it('gives few devices large cells', () => {
    expect(fieldLayout(120, 600, 200).pitch).toBeGreaterThan(fieldLayout(10_000, 600, 200).pitch)
  })
})

describe('cellAt', () => {
  it('finds the device under the pointer and nothing beyond the last', () => {
    const layout = { columns: 10, rows: 2, pitch: 20, gap: 3 }
    expect(cellAt(layout, 15, 45, 25)).toBe(12)
    expect(cellAt(layout, 15, 190, 30)).toBeNull()
    expect(cellAt(layout, 15, 230, 5)).toBeNull()
  })
})

describe('brushOf', () => {
  it('pales a healthy device with age and leaves the others', () => {
    const now = 100 * hour
    expect(brushOf({ name: 'a', health: 'healthy', reportedAt: now - hour }, now)).toBe('healthy')
    expect(brushOf({ name: 'a', health: 'healthy', reportedAt: now - 7 * hour }, now)).toBe('healthy-older')
    expect(brushOf({ name: 'a', health: 'unhealthy', reportedAt: now - 7 * hour }, now)).toBe('unhealthy')
    expect(brushOf({ name: 'a', health: 'healthy' }, now)).toBe('healthy')
  })
})

describe('fieldSummary', () => {
  it('counts by health in words', () => {
    expect(
      fieldSummary([
        { name: 'a', health: 'healthy' },
        { name: 'b', health: 'silent' },
        { name: 'c', health: 'healthy' },
      ]),
    ).toBe('3 devices: 2 healthy, 1 silent (no report for two days).')
    expect(fieldSummary([])).toBe('0 devices.')
  })
})

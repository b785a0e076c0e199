import { describe, expect, it } from 'vitest'
import { arcs } from './arc.ts'

describe('arcs', () => {
  it('have one segment for each value above zero', () => {
    expect(arcs([3, 0, 1]).map(arc => arc.index)).toEqual([0, 2])
    expect(arcs([0, 0])).toEqual([])
    expect(arcs([])).toEqual([])
  })

  it('begin at the top and go clockwise', () => {
    const [first] = arcs([1, 1, 1, 1], { gap: 0 })
    expect(first?.path.startsWith('M50.000 2.000A')).toBe(true)
    expect(first?.path).toContain('98.000 50.000')
  })

  it('keep a sliver for one among ten thousand', () => {
    const [, sliver] = arcs([10_000, 1], { gap: 0 })
    const start = sliver?.path.match(/^M([\d.]+) /)?.[1]
    expect(50 - Number(start)).toBeGreaterThan(3)
  })

  it('draw a whole ring for a single value', () => {
    expect(arcs([5])[0]?.path).toContain(' 0 1 1 ')
  })
})

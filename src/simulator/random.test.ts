import { describe, expect, it } from 'vitest'
import { hashText, seededRandom } from './random.ts'

const take = (seed: number | string, count: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random.next())
}

describe('seededRandom', () => {
  it('gives the same values for the same seed, and others for another', () => {
    expect(take(7, 20)).toEqual(take(7, 20))
    expect(take(7, 20)).not.toEqual(take(8, 20))
  })

  it('spreads evenly over [0, 1)', () => {
    const values = take('spread', 20_000)
    const tenths = new Array<number>(10).fill(0)
    for (const value of values) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(250)
  })

  it('forks by label without disturbing the original', () => {
    const one = seededRandom(1)
    const two = seededRandom(1)
    one.fork('a').next()
    expect(one.next()).toBe(two.next())
    expect(one.fork('a').next()).toBe(two.fork('a').next())
    expect(one.fork('a').next()).not.toBe(one.fork('b').next())
  })

  it('makes whole numbers in range, picks, and identifiers in the form of a UUID', () => {
    const random = seededRandom(3)
    const dice = Array.from({ length: 500 }, () => random.int(1, 6))
    expect(new Set(dice)).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    expect(['a', 'b']).toContain(random.pick(['a', 'b']))
    expect(() => random.pick([])).toThrow(RangeError)
    expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(random.hex(5)).toMatch(/^[0-9a-f]{5}$/)
  })
})

describe('hashText', () => {
  it('tells similar texts apart', () => {
    const hashes = new Set(Array.from({ length: 5000 }, (_, index) => hashText(`device-${index}`)))
    expect(hashes.size).toBe(5000)
  })
})

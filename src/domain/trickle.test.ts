import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letThrough, refill, type Trickle } from './trickle.ts'

const wanted = (...keys: string[]) => keys.map(key => ({ key, stamp: '1' }))
const begin = (credit: number): Trickle => ({ passed: new Map(), credit })

test('the first few go at once, the others one by one', () => {
  let state = letThrough(begin(2), wanted('a', 'b', 'c', 'd'))
  expect([...state.passed.keys()]).toEqual(['a', 'b'])
  expect(letThrough(state, wanted('a', 'b', 'c', 'd'))).toBe(state)
  state = letThrough(refill(state, 1), wanted('new', 'a', 'b', 'c', 'd'))
  expect([...state.passed.keys()]).toEqual(['a', 'b', 'new'])
})

test('what has something new to tell is read again, and holds what it told until then', () => {
  const state = letThrough(begin(1), wanted('a'))
  const again = [{ key: 'a', stamp: '2' }]
  expect(letThrough(state, again).passed.get('a')).toBe('1')
  expect(letThrough(refill(state, 1), again).passed.get('a')).toBe('2')
})

test('no more go than the first few and one for each refill', () => {
  const step = fc.oneof(
    fc.constant('refill' as const),
    fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), stamp: fc.constantFrom('1', '2') })),
  )
  fc.assert(
    fc.property(fc.nat({ max: 4 }), fc.integer({ min: 1, max: 3 }), fc.array(step), (first, rate, steps) => {
      let state = begin(first)
      let reads = 0
      let refills = 0
      for (const one of steps) {
        const before = state
        if (one === 'refill') {
          state = refill(state, rate)
          refills += 1
          continue
        }
        state = letThrough(state, one)
        reads += before.credit - state.credit
        expect(state.credit).toBeGreaterThanOrEqual(0)
      }
      expect(reads).toBeLessThanOrEqual(first + refills)
    }),
  )
})

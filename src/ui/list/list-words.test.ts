import { describe, expect, it } from 'vitest'
import type { ListState } from './list-state.ts'
import { coverage, listCounter, matches } from './list-words.ts'

describe('listCounter', () => {
  it('tells part, whole, and that more is to come', () => {
    expect(listCounter({ total: 150, shown: 150, selected: 0, complete: true })).toBe('(150)')
    expect(listCounter({ total: 150, shown: 2, selected: 0, complete: true })).toBe('(2/150)')
    expect(listCounter({ total: 150, shown: 150, selected: 0, complete: false })).toBe('(150+)')
    expect(listCounter({ total: 150, shown: 9, selected: 3, complete: true })).toBe('(3 selected of 150)')
  })
})

describe('coverage', () => {
  const state: ListState = { phase: 'ready', retry() {}, complete: true, asOf: 0, refreshing: false }
  it('never tells a part as the whole', () => {
    expect(coverage(state, 10, 'devices')).toBe('All devices')
    expect(coverage({ ...state, complete: false }, 10, 'devices')).toBe('10 devices loaded so far')
    expect(coverage({ ...state, complete: false, cut: true }, 10, 'devices')).toBe('The first 10 devices')
  })
})

describe('matches', () => {
  it('counts in the singular too', () => {
    expect([matches(0), matches(1), matches(2)]).toEqual(['0 matches', '1 match', '2 matches'])
  })
})

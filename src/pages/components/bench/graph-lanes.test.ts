import { describe, expect, it } from 'vitest'
import { dependencyOrder, graphLanes } from './graph-lanes.ts'

describe('dependencyOrder', () => {
  it('puts whoever depends above what it depends on, also by the longest way', () => {
    const dependencies = new Map([
      ['app', ['nucleus', 'store', 'logs']],
      ['store', ['nucleus', 'logs']],
      ['logs', ['nucleus']],
    ])
    expect(dependencyOrder('app', dependencies)).toEqual(['app', 'store', 'logs', 'nucleus'])
  })

  it('ends in a loop, and names each once', () => {
    const dependencies = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a', 'b']],
    ])
    expect(dependencyOrder('a', dependencies)).toEqual(['a', 'b', 'c'])
    expect(dependencyOrder('a', new Map([['a', ['a']]]))).toEqual(['a'])
  })
})

describe('graphLanes', () => {
  it('gives each source one line, short ones innermost, and shares columns where lines do not meet', () => {
    const { lanes, columns } = graphLanes([
      { from: 0, to: 1 },
      { from: 0, to: 4 },
      { from: 1, to: 2 },
      { from: 3, to: 4 },
    ])
    expect(lanes).toEqual([
      { from: 0, to: [1, 4], lane: 1 },
      { from: 1, to: [2], lane: 0 },
      { from: 3, to: [4], lane: 0 },
    ])
    expect(columns).toBe(2)
  })

  it('keeps lines apart that touch in a row', () => {
    const { lanes } = graphLanes([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ])
    expect(new Set(lanes.map(({ lane }) => lane)).size).toBe(2)
  })

  it('draws a loop upwards, and nothing for no edges', () => {
    expect(graphLanes([{ from: 2, to: 0 }]).lanes).toEqual([{ from: 2, to: [0], lane: 0 }])
    expect(graphLanes([])).toEqual({ lanes: [], columns: 0 })
  })
})

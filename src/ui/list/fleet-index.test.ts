import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FleetIndex } from './fleet-index.ts'
import { runWhole } from './sliced.ts'

interface Row {
  name: string
  seen: number | null
}
const columns = [
  { id: 'name', sortBy: (row: Row) => row.name },
  { id: 'seen', sortBy: (row: Row) => row.seen },
]
const make = () => new FleetIndex<Row>(row => row.name, columns)
const all = { columnId: null, descending: false, text: '' }

const rowsOf = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 6 }),
    seen: fc.option(fc.integer({ min: 0, max: 20 })),
  }),
  { maxLength: 200 },
)

describe('FleetIndex', () => {
  it('puts numbers in names in the order people count', () => {
    const index = make()
    const rows = ['press-10', 'press-9', 'Press-1'].map(name => ({ name, seen: null }))
    runWhole(index.extend(rows))
    expect([...runWhole(index.select({ ...all, columnId: 'name' }))]).toEqual([2, 1, 0])
  })

  it('sorts a list that streams in as one that came whole, and puts the unknown last both ways', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 0, max: 200 }), fc.boolean(), (rows, cut, descending) => {
        const index = make()
        const selection = { columnId: 'seen', descending, text: '' }
        runWhole(index.extend(rows.slice(0, cut)))
        runWhole(index.select(selection))
        runWhole(index.extend(rows))
        const shown = [...runWhole(index.select(selection))].map(at => rows[at]!.seen)
        const known = rows.map(row => row.seen).filter(seen => seen !== null)
        known.sort((a, b) => (descending ? b - a : a - b))
        expect(shown.filter(seen => seen !== null)).toEqual(known)
        expect(shown.slice(known.length).every(seen => seen === null)).toBe(true)
        expect(shown).toHaveLength(rows.length)
      }),
    )
  })

  it('finds every row that has all the words, and no other', () => {
    fc.assert(
      fc.property(rowsOf, fc.string({ maxLength: 3 }), (rows, text) => {
        const index = make()
        runWhole(index.extend(rows))
        const words = text.toLowerCase().split(/\s+/).filter(Boolean)
        const expected = rows.flatMap((row, at) =>
          words.every(word => row.name.toLowerCase().includes(word)) ? [at] : [],
        )
        expect([...runWhole(index.select({ ...all, text }))]).toEqual(expected)
      }),
    )
  })

  it('applies a predicate, and knows nothing of a column it was not given', () => {
    const index = make()
    const rows = [1, 2, 3].map(seen => ({ name: `d${seen}`, seen }))
    runWhole(index.extend(rows))
    expect([...runWhole(index.select({ ...all, columnId: 'gone' }, row => row.seen !== 2))]).toEqual([0, 2])
  })

  it('can be left half way and taken up again', () => {
    const index = make()
    const rows = Array.from({ length: 9000 }, (_, at) => ({ name: `d${at}`, seen: 9000 - at }))
    const work = index.extend(rows)
    work.next()
    runWhole(index.extend(rows))
    const order = runWhole(index.select({ ...all, columnId: 'seen' }))
    expect([order.length, order[0], order[8999]]).toEqual([9000, 8999, 0])
  })

  it('tells a list that grew from one that was replaced', () => {
    const index = make()
    const rows = [{ name: 'a', seen: 1 }]
    runWhole(index.extend(rows))
    expect(index.continues([...rows, { name: 'b', seen: 2 }])).toBe(true)
    expect(index.continues([{ name: 'a', seen: 1 }])).toBe(false)
    expect(index.continues([])).toBe(false)
  })

  it('follows a list that grows in place', () => {
    const index = make()
    const rows = [{ name: 'b', seen: 1 }]
    runWhole(index.extend(rows))
    rows.push({ name: 'a', seen: 2 })
    expect(index.continues(rows)).toBe(true)
    expect([...runWhole(index.select(all))]).toEqual([0])
    runWhole(index.extend(rows))
    expect([...runWhole(index.select({ ...all, columnId: 'name' }))]).toEqual([1, 0])
  })
})

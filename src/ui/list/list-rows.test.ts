import { describe, expect, it } from 'vitest'
import { filterRows, pageOf, type ResourceColumn, sortRows } from './list-rows.ts'

interface Row {
  name: string
  age: number | null
}
const columns: ResourceColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: row => row.name, sortBy: row => row.name },
  {
    id: 'age',
    header: 'Age',
    cell: row => row.age,
    sortBy: row => row.age,
    text: row => (row.age === null ? 'never' : ''),
  },
]
const rows: Row[] = [
  { name: 'dev-10', age: 3 },
  { name: 'dev-2', age: null },
  { name: 'Dev-1', age: 7 },
]
const names = (list: readonly Row[]) => list.map(row => row.name)

describe('filterRows', () => {
  it('looks for every word, in any case and order', () => {
    expect(names(filterRows(rows, 'NEVER dev', columns))).toEqual(['dev-2'])
    expect(filterRows(rows, '  ', columns)).toBe(rows)
    expect(filterRows(rows, 'nothing like it', columns)).toEqual([])
  })
})

describe('sortRows', () => {
  it('sorts numbers in names as people count', () => {
    expect(names(sortRows(rows, { columnId: 'name', descending: false }, columns))).toEqual([
      'Dev-1',
      'dev-2',
      'dev-10',
    ])
  })

  it('puts what is not known last both ways', () => {
    expect(names(sortRows(rows, { columnId: 'age', descending: false }, columns))).toEqual([
      'dev-10',
      'Dev-1',
      'dev-2',
    ])
    expect(names(sortRows(rows, { columnId: 'age', descending: true }, columns))).toEqual([
      'Dev-1',
      'dev-10',
      'dev-2',
    ])
  })

  it('leaves rows as they are when the URL names a column that is not there', () => {
    expect(sortRows(rows, { columnId: 'gone', descending: false }, columns)).toBe(rows)
  })
})

describe('pageOf', () => {
  it('shows the last page when asked for one beyond', () => {
    expect(pageOf([1, 2, 3], 9, 2)).toEqual({ rows: [3], page: 2, pages: 2 })
    expect(pageOf([], 1, 25)).toEqual({ rows: [], page: 1, pages: 1 })
  })
})

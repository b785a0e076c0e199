import type { ReactNode } from 'react'
import type { SortChoice } from './list-view.ts'

export type SortValue = string | number | null

/** A column of a list. `id` is what the URL's sort names. */
export interface ResourceColumn<Row> {
  id: string
  header: string
  cell(row: Row): ReactNode
  /** Given: the column can be sorted, by this. null sorts last, whichever way. */
  sortBy?: (row: Row) => SortValue
  /** Text that the filter looks in. Without it the filter looks in `sortBy` where that is a string. */
  text?: (row: Row) => string
  /** The column that names the row. Exactly one. */
  isRowHeader?: boolean
  width?: number
  minWidth?: number
  /** Not shown until chosen in the preferences. */
  hidden?: boolean
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Words are all searched for, in any order and place. */
export function filterRows<Row>(
  rows: readonly Row[],
  text: string,
  columns: readonly ResourceColumn<Row>[],
): readonly Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter(row => {
    const haystack = rowText(row, columns)
    return words.every(word => haystack.includes(word))
  })
}

/** Everything of a row that the filter looks in, in lower case. */
export function rowText<Row>(row: Row, columns: readonly ResourceColumn<Row>[]): string {
  let haystack = ''
  for (const column of columns) {
    const value = column.text ? column.text(row) : column.sortBy?.(row)
    if (typeof value === 'string') haystack += `${value}\n`
  }
  return haystack.toLowerCase()
}

export function sortRows<Row>(
  rows: readonly Row[],
  sort: SortChoice | null,
  columns: readonly ResourceColumn<Row>[],
): readonly Row[] {
  const by = sort && columns.find(column => column.id === sort.columnId)?.sortBy
  if (!sort || !by) return rows
  const direction = sort.descending ? -1 : 1
  return rows
    .map(row => ({ row, value: by(row) }))
    .sort((a, b) => compareValues(a.value, b.value, direction))
    .map(entry => entry.row)
}

function compareValues(a: SortValue, b: SortValue, direction: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction
  return collator.compare(String(a), String(b)) * direction
}

/** The page that is shown: the asked one, or the last that there is. */
export function pageOf<Row>(
  rows: readonly Row[],
  page: number,
  size: number,
): { rows: readonly Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const shown = Math.min(Math.max(1, page), pages)
  return { rows: rows.slice((shown - 1) * size, shown * size), page: shown, pages }
}

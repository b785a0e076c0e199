import type { SortValue } from './list-rows.ts'
import type { SlicedWork } from './sliced.ts'

/** What the index knows of a row. */
export interface FleetColumn<Row> {
  id: string
  sortBy?: (row: Row) => SortValue
}

interface SortOrder {
  /** Sort keys by row: numbers, or strings that compare as people count. null is "not known". */
  keys: SortValue[]
  /** Row numbers, ascending by key; rows whose key is null at the end, in their own order. */
  order: Uint32Array
  unknown: number
}

export interface FleetSelection {
  columnId: string | null
  descending: boolean
  text: string
}

/** Rows looked at between two chances to pause. */
const step = 2048

/**
 * Finds and sorts among a hundred thousand rows: one prepared text a row, one kept order a column. Rows that are
 * added are sorted among themselves and merged in, so a list that streams in is never sorted anew.
 */
export class FleetIndex<Row> {
  readonly #text: (row: Row) => string
  readonly #columns: readonly FleetColumn<Row>[]
  #rows: readonly Row[] = []
  #haystacks: string[] = []
  #orders = new Map<string, SortOrder>()

  constructor(text: (row: Row) => string, columns: readonly FleetColumn<Row>[]) {
    this.#text = text
    this.#columns = columns
  }

  /** The rows now on hand only grew at their end since the index last took them in. A list may grow in place. */
  continues(rows: readonly Row[]): boolean {
    const seen = this.#haystacks.length
    if (rows === this.#rows || seen === 0) return rows.length >= seen
    return rows.length >= seen && rows[0] === this.#rows[0] && rows[seen - 1] === this.#rows[seen - 1]
  }

  /** Takes in rows that `continues` the last ones. Can be left half done and taken up again. */
  *extend(rows: readonly Row[]): SlicedWork<void> {
    this.#rows = rows
    const count = rows.length
    while (this.#haystacks.length < count) {
      const end = Math.min(count, this.#haystacks.length + step)
      for (let index = this.#haystacks.length; index < end; index++)
        this.#haystacks.push(this.#text(rows[index]!).toLowerCase())
      yield
    }
  }

  /** Row numbers of what is to be shown, in order. */
  *select(
    { columnId, descending, text }: FleetSelection,
    match?: (row: Row) => boolean,
  ): SlicedWork<Uint32Array> {
    const order = columnId === null ? null : yield* this.#orderOf(columnId)
    const count = this.#haystacks.length
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const known = order ? count - order.unknown : count
    const chosen = new Uint32Array(count)
    let found = 0
    for (let place = 0; place < count; place++) {
      if (place % step === step - 1) yield
      const at = order && descending && place < known ? known - 1 - place : place
      const row = order ? order.order[at]! : at
      const haystack = this.#haystacks[row]!
      let fits = true
      for (const word of words) {
        if (haystack.includes(word)) continue
        fits = false
        break
      }
      if (fits && (!match || match(this.#rows[row]!))) chosen[found++] = row
    }
    return chosen.subarray(0, found)
  }

  *#orderOf(columnId: string): SlicedWork<SortOrder | null> {
    const sortBy = this.#columns.find(column => column.id === columnId)?.sortBy
    if (!sortBy) return null
    let sorted = this.#orders.get(columnId) ?? { keys: [], order: new Uint32Array(0), unknown: 0 }
    while (sorted.order.length < this.#haystacks.length) {
      const end = Math.min(this.#haystacks.length, sorted.order.length + step)
      const keys = sorted.keys
      for (let index = keys.length; index < end; index++) keys.push(sortKey(sortBy(this.#rows[index]!)))
      sorted = mergeIn(sorted, end)
      this.#orders.set(columnId, sorted)
      yield
    }
    return sorted
  }
}

/** Digits are padded, so that plain comparison puts device-9 before device-10. */
function sortKey(value: SortValue): SortValue {
  return typeof value === 'string'
    ? value.toLowerCase().replace(/\d+/g, digits => digits.padStart(10, '0'))
    : value
}

function compareKeys(a: SortValue, b: SortValue): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

/** Sorts the rows from `sorted.order.length` to `end` and merges them into what is sorted already. Stable. */
function mergeIn({ keys, order }: SortOrder, end: number): SortOrder {
  const start = order.length
  const added = Array.from({ length: end - start }, (_, offset) => start + offset)
  added.sort((a, b) => compareKeys(keys[a]!, keys[b]!) || a - b)
  const merged = new Uint32Array(end)
  let left = 0
  let right = 0
  let unknown = 0
  for (let place = 0; place < end; place++) {
    const useLeft =
      right >= added.length || (left < start && compareKeys(keys[order[left]!]!, keys[added[right]!]!) <= 0)
    const row = useLeft ? order[left++]! : added[right++]!
    merged[place] = row
    if (keys[row] === null) unknown += 1
  }
  return { keys, order: merged, unknown }
}

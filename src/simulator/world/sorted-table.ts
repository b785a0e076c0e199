/**
 * Maps and sets that can be read in key order at any time without sorting anew: paging at 100,000 rows needs a
 * position by binary search, not a sort per page. Order is that of UTF-16 code units, as `<` compares.
 */

/** First index whose key is greater than `key`. */
function upperBound<R>(rows: readonly R[], keyOf: (row: R) => string, key: string): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keyOf(rows[middle]!) <= key) low = middle + 1
    else high = middle
  }
  return low
}

class SortedRows<R> {
  private rows: R[] = []
  private late: R[] = []
  private readonly keyOf: (row: R) => string

  constructor(keyOf: (row: R) => string) {
    this.keyOf = keyOf
  }

  add(row: R): void {
    this.late.push(row)
  }

  remove(key: string): void {
    this.settle()
    const index = upperBound(this.rows, this.keyOf, key) - 1
    if (index >= 0 && this.keyOf(this.rows[index]!) === key) this.rows.splice(index, 1)
  }

  clear(): void {
    this.rows = []
    this.late = []
  }

  all(): readonly R[] {
    this.settle()
    return this.rows
  }

  private settle(): void {
    const late = this.late
    if (late.length === 0) return
    this.late = []
    const { keyOf, rows } = this
    const compare = (a: R, b: R) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)
    if (late.length < 16) {
      for (const row of late) rows.splice(upperBound(rows, keyOf, keyOf(row)), 0, row)
      return
    }
    late.sort(compare)
    const merged: R[] = new Array(rows.length + late.length)
    let left = 0
    let right = 0
    for (let index = 0; index < merged.length; index += 1) {
      const takeLeft = right >= late.length || (left < rows.length && compare(rows[left]!, late[right]!) <= 0)
      merged[index] = takeLeft ? rows[left++]! : late[right++]!
    }
    this.rows = merged
  }
}

/** A map by name whose rows can be read in the order of their names. A row's key must not change. */
export class SortedTable<R> extends Map<string, R> {
  private readonly order: SortedRows<R>
  private readonly nameOf: (row: R) => string

  constructor(nameOf: (row: R) => string) {
    super()
    this.nameOf = nameOf
    this.order = new SortedRows(nameOf)
  }

  put(row: R): this {
    return this.set(this.nameOf(row), row)
  }

  override set(name: string, row: R): this {
    if (this.has(name)) this.order.remove(name)
    this.order.add(row)
    return super.set(name, row)
  }

  override delete(name: string): boolean {
    if (!super.delete(name)) return false
    this.order.remove(name)
    return true
  }

  override clear(): void {
    super.clear()
    this.order.clear()
  }

  /** All rows in the order of their names (code units). The array is the table's own: read it at once, do not keep it. */
  sorted(): readonly R[] {
    return this.order.all()
  }
}

const same = (name: string) => name

/** A set of names that can be read in order. */
export class NameSet extends Set<string> {
  // Made lazily: the Set constructor may call add() before fields exist, and most sets are never paged.
  private order: SortedRows<string> | undefined

  override add(name: string): this {
    if (!this.has(name)) {
      super.add(name)
      this.order?.add(name)
    }
    return this
  }

  override delete(name: string): boolean {
    if (!super.delete(name)) return false
    this.order?.remove(name)
    return true
  }

  override clear(): void {
    super.clear()
    this.order = undefined
  }

  /** All names in order. The array is the set's own: read it at once, do not keep it. */
  sorted(): readonly string[] {
    if (!this.order) {
      this.order = new SortedRows(same)
      for (const name of this) this.order.add(name)
    }
    return this.order.all()
  }
}

import type { ListSelection } from './list-contract.ts'

/** The keys with one put in or taken out; a single choice replaces the last. */
export function toggledKeys(keys: ReadonlySet<string>, key: string, single: boolean): ReadonlySet<string> {
  if (single) return new Set([key])
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

/** The state of "all in view" and what pressing it does: chooses every row in view, or takes exactly those out. */
export function wholeSelection<Row>(
  selection: ListSelection<Row>,
  rows: readonly Row[],
  order: Uint32Array,
  rowKey: (row: Row) => string,
): { checked: boolean; mixed: boolean; toggle(): void } {
  const keysInView = () => {
    const keys: string[] = []
    for (const at of order) {
      const row = rows[at]
      if (row !== undefined && !selection.disabled?.(row)) keys.push(rowKey(row))
    }
    return keys
  }
  // With nothing or few chosen the answer is known without looking at a hundred thousand rows.
  const checked =
    selection.keys.size >= order.length &&
    order.length > 0 &&
    keysInView().every(key => selection.keys.has(key))
  return {
    checked,
    mixed: !checked && selection.keys.size > 0,
    toggle() {
      const next = new Set(selection.keys)
      for (const key of keysInView()) {
        if (checked) next.delete(key)
        else next.add(key)
      }
      selection.onChange(next)
    },
  }
}

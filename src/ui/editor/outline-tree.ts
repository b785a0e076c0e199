import type { OutlineItem } from './outline-items.ts'

/** An outline item as one row of a tree that is read from top to bottom. */
export interface OutlineRow {
  item: OutlineItem
  /** From 1. */
  level: number
  /** Place among its siblings, from 1. */
  position: number
  siblings: number
  expanded: boolean | null
  parent: string | null
}

/** The rows that show when the items of `closed` are folded. `expanded` is null for items without children. */
export function outlineRows(items: readonly OutlineItem[], closed: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = []
  const visit = (list: readonly OutlineItem[], level: number, parent: string | null) => {
    list.forEach((item, index) => {
      const expanded = item.children.length === 0 ? null : !closed.has(item.id)
      rows.push({ item, level, position: index + 1, siblings: list.length, expanded, parent })
      if (expanded) visit(item.children, level + 1, item.id)
    })
  }
  visit(items, 1, null)
  return rows
}

export type TreeMove = { go: string } | { fold: string } | { unfold: string }

/** What a key does in a tree (WAI-ARIA authoring practices); null if it is none of the tree's keys. */
export function treeMove(rows: readonly OutlineRow[], current: string, key: string): TreeMove | null {
  const index = rows.findIndex(row => row.item.id === current)
  const row = rows[index]
  if (!row) return null
  const goTo = (target: OutlineRow | undefined): TreeMove | null => (target ? { go: target.item.id } : null)
  if (key === 'ArrowDown') return goTo(rows[index + 1])
  if (key === 'ArrowUp') return goTo(rows[index - 1])
  if (key === 'Home') return goTo(rows[0])
  if (key === 'End') return goTo(rows.at(-1))
  if (key === 'ArrowRight') {
    if (row.expanded === false) return { unfold: current }
    return row.expanded ? goTo(rows[index + 1]) : null
  }
  if (key === 'ArrowLeft') {
    if (row.expanded) return { fold: current }
    return row.parent === null ? null : { go: row.parent }
  }
  return null
}

export interface GraphEdge {
  from: number
  to: number
}

/** The line that leads from one row to all rows that it depends on. */
export interface GraphLane {
  /** Row that it starts at. */
  from: number
  /** Rows that it leads to, those above `from` (of a loop) included. */
  to: number[]
  /** Column of the line, 0 nearest to the names. */
  lane: number
}

/**
 * A picture of who depends on whom beside a list of names: each row that depends on others has one upright line, in the
 * innermost column in which it crosses no other line's stretch. Rows are in the order of the list.
 */
export function graphLanes(edges: readonly GraphEdge[]): { lanes: GraphLane[]; columns: number } {
  const targets = new Map<number, Set<number>>()
  for (const { from, to } of edges) targets.set(from, (targets.get(from) ?? new Set<number>()).add(to))
  const spans = [...targets].map(([from, to]) => ({
    from,
    to: [...to].sort((a, b) => a - b),
    top: Math.min(from, ...to),
    bottom: Math.max(from, ...to),
  }))
  // Short lines nearest to the names, so that long ones do not cut through them.
  spans.sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.from - b.from)
  const columns: { top: number; bottom: number }[][] = []
  const lanes = spans.map(({ from, to, top, bottom }): GraphLane => {
    const free = columns.findIndex(taken => taken.every(one => bottom < one.top || top > one.bottom))
    const lane = free === -1 ? columns.length : free
    const column = columns[lane] ?? []
    column.push({ top, bottom })
    columns[lane] = column
    return { from, to, lane }
  })
  return { lanes: lanes.sort((a, b) => a.from - b.from), columns: columns.length }
}

/** Rows in an order in which whoever depends comes before what it depends on, as far as loops allow; `first` on top. */
export function dependencyOrder(
  first: string,
  dependencies: ReadonlyMap<string, readonly string[]>,
): string[] {
  const depth = new Map<string, number>([[first, 0]])
  // As long as a name comes to lie deeper; in a loop that would not end, so no deeper than there are names.
  const settle = (name: string, trail: ReadonlySet<string>) => {
    const below = (depth.get(name) ?? 0) + 1
    for (const next of dependencies.get(name) ?? []) {
      if (trail.has(next) || (depth.get(next) ?? 0) >= below) continue
      depth.set(next, below)
      settle(next, new Set(trail).add(next))
    }
  }
  settle(first, new Set([first]))
  return [...depth.keys()].sort(
    (a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0),
  )
}

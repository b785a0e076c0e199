import type { Sweep } from '#src/domain/sweep.ts'

export interface SweepPublisher<Row> {
  add(page: readonly Row[]): void
  /** The list is whole, or has as much as was asked for. What it returns is the last word. */
  finish(how?: { cut: boolean }): Sweep<Row>
  /** Shows what has come so far and says no more. */
  fail(): void
  /** Says no more. */
  stop(): void
}

export interface SweepPublisherParts<Row> {
  /** What is on show now. */
  previous: Sweep<Row> | undefined
  publish(sweep: Sweep<Row>): void
  /** Runs its argument once, on the first frame after so many milliseconds. Returns what takes it back. */
  schedule(run: () => void, afterMs: number): () => void
  now(): number
}

/**
 * Who shows a list does work for all of its rows: it is indexed, sorted and searched anew. So the longer it is, the
 * rarer it is published: 2,000 rows every 100 ms, 10,000 every half second.
 */
const pauseFor = (rows: number) => Math.min(1_000, rows / 20)

/**
 * Decides what of a list that arrives page by page is shown when: the first page at once, then one batch a frame.
 * Rows on show never become fewer but by a whole new list: a refetch stays out of sight until it is whole, and a
 * new try after a broken one until it has as many rows.
 */
export function createSweepPublisher<Row>(parts: SweepPublisherParts<Row>): SweepPublisher<Row> {
  const { previous, publish, schedule, now } = parts
  const rows: Row[] = []
  const visibleFrom = previous?.complete ? Number.POSITIVE_INFINITY : (previous?.rows.length ?? 0)
  let pages = 0
  let asOf = 0
  let published = 0
  let takeBack: (() => void) | null = null

  const current = (complete: boolean): Sweep<Row> => ({ rows: rows.slice(), complete, pages, asOf })
  const show = () => {
    takeBack = null
    if (rows.length < visibleFrom) return
    published += 1
    publish(current(false))
  }
  const silence = () => {
    takeBack?.()
    takeBack = null
  }
  return {
    add: page => {
      if (pages === 0) asOf = now()
      pages += 1
      for (const row of page) rows.push(row)
      if (rows.length < visibleFrom) return
      if (published === 0) show()
      else takeBack ??= schedule(show, pauseFor(rows.length))
    },
    finish: ({ cut } = { cut: false }) => {
      silence()
      return cut ? { ...current(false), cut } : current(true)
    },
    fail: () => {
      const waiting = takeBack !== null
      silence()
      if (waiting) show()
    },
    stop: silence,
  }
}

import { useEffect, useRef, useState } from 'react'
import { FleetIndex, type FleetSelection } from './fleet-index.ts'
import { type ResourceColumn, rowText } from './list-rows.ts'
import { runSliced, type SlicedWork } from './sliced.ts'

interface Shown<Row> {
  rows: readonly Row[]
  /** Positions in `rows`, filtered and sorted. */
  order: Uint32Array
}

/**
 * The rows to show, in order, worked out a slice at a time. Until a new answer is ready the last one stands, with
 * `busy` set: a list never blanks because it is being sorted.
 */
export function useFleetRows<Row>(
  rows: readonly Row[],
  columns: readonly ResourceColumn<Row>[],
  selection: FleetSelection,
  match: ((row: Row) => boolean) | undefined,
): Shown<Row> & { busy: boolean } {
  const { columnId, descending, text } = selection
  const held = useRef<{ columns: unknown; index: FleetIndex<Row> } | null>(null)
  const [shown, setShown] = useState<Shown<Row>>(() => ({ rows: [], order: new Uint32Array(0) }))
  const [busy, setBusy] = useState(true)
  const count = rows.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list may grow in place; then only its count changes
  useEffect(() => {
    const kept = held.current
    const usable = kept !== null && kept.columns === columns && kept.index.continues(rows)
    const index = usable ? kept.index : new FleetIndex<Row>(row => rowText(row, columns), columns)
    function* work(): SlicedWork<Uint32Array> {
      yield* index.extend(rows)
      return yield* index.select({ columnId, descending, text }, match)
    }
    // A fresh index counts once it is whole; an old one that is half extended can be taken up where it was left.
    if (usable) held.current = { columns, index }
    setBusy(true)
    return runSliced(work(), order => {
      held.current = { columns, index }
      setShown({ rows, order })
      setBusy(false)
    })
  }, [rows, count, columns, columnId, descending, text, match])
  return { ...shown, busy }
}

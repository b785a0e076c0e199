/**
 * A list that arrives page by page. `rows` only ever grows within one sweep; a refetch keeps the old rows
 * until its own sweep is whole, so that rows never blank.
 */
export interface Sweep<Row> {
  rows: readonly Row[]
  /** The list is whole: the last page has come. */
  complete: boolean
  /** There is more, and nobody has asked for it: the list was to have so many pages at most. */
  cut?: boolean
  /** Pages received by the sweep that is under way (or was last). */
  pages: number
  /** Epoch ms at which the oldest row on show was received. */
  asOf: number
}

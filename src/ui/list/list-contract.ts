import type { ReactNode } from 'react'
import type { EmptyWords } from './ListFaces.tsx'
import type { ResourceColumn } from './list-rows.ts'
import type { ListState } from './list-state.ts'
import type { SortChoice } from './list-view.ts'

export interface ListFilter<Row> {
  text: string
  onChange(text: string): void
  placeholder: string
  /** The facets of the page, as one predicate. Rows it refuses count as filtered out, not as absent. */
  match?: ((row: Row) => boolean) | undefined
  /** A facet is set. */
  active?: boolean
  /** Takes the facets away; the list clears the text itself. */
  clear?: () => void
}

export interface ListSort {
  /** null: as the service returned them. */
  columnId: string | null
  descending: boolean
  onChange(sort: SortChoice): void
}

export interface ListSelection<Row> {
  keys: ReadonlySet<string>
  onChange(keys: ReadonlySet<string>): void
  type?: 'multi' | 'single'
  /** Rows that cannot be selected. */
  disabled?: (row: Row) => boolean
}

export interface ListHeader {
  title: string
  description?: ReactNode
  actions?: ReactNode
  info?: ReactNode
  /** In place of the list's own "(2/150)". */
  counter?: string
  /** h2 by default; h1 where the list is the page, h3 inside a page's container. */
  level?: 'h1' | 'h2' | 'h3'
}

/** What every list must be told. Its four faces (loading, empty, no match, failed) cannot be left out. */
export interface ResourceListProps<Row> {
  /** Singular, for labels: "deployment". */
  kind: string
  plural: string
  /** All rows that are loaded, before any filter. */
  rows: readonly Row[]
  columns: readonly ResourceColumn<Row>[]
  state: ListState
  header: ListHeader
  filter: ListFilter<Row>
  empty: EmptyWords
  sort: ListSort
  rowKey(row: Row): string
  /** Selects and toggles beside the filter box. */
  extraFilters?: ReactNode
  selection?: ListSelection<Row>
  /** From 1. Without it the list pages by itself. */
  page?: { index: number; onChange(page: number): void }
  /** Called when a row is clicked outside its links. */
  onRowOpen?: (row: Row) => void
  /** How a row is called by a screen reader. Default: its key. */
  rowLabel?: (row: Row) => string
  /** Rows in a container of their own (default), or inside one. */
  variant?: 'container' | 'embedded' | 'borderless'
  /** Key under which column and page size choices are kept. Default: the plural. */
  preferencesKey?: string
}

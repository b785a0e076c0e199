import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { useDeferredValue, useMemo, useState } from 'react'
import { DataAge } from './DataAge.tsx'
import { EmptyFace, FailedFace, NoMatchFace, StaleNotice } from './ListFaces.tsx'
import { ListFilterBar } from './ListFilterBar.tsx'
import { ListPreferencesButton } from './ListPreferencesButton.tsx'
import type { ResourceListProps } from './list-contract.ts'
import { useListPreferences } from './list-preferences.ts'
import { filterRows, pageOf, sortRows } from './list-rows.ts'
import { listCounter } from './list-words.ts'

/**
 * A list of up to a few thousand resources, a page of 25 or 50 at a time. It filters, sorts and pages what is
 * loaded, and has a face for each state its data can be in.
 */
export function ResourceList<Row>(props: ResourceListProps<Row>) {
  const { rows, columns, state, filter, sort, selection, rowKey, plural } = props
  const { preferences, setPreferences } = useListPreferences(props.preferencesKey ?? plural, columns)
  const text = useDeferredValue(filter.text)
  const { match } = filter
  const count = rows.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list may grow in place; then only its count changes
  const matching = useMemo(() => {
    const kept = match ? rows.filter(match) : rows
    return filterRows(kept, text, columns)
  }, [rows, count, match, text, columns])
  const { columnId, descending } = sort
  const sorted = useMemo(
    () => sortRows(matching, columnId === null ? null : { columnId, descending }, columns),
    [matching, columnId, descending, columns],
  )
  const [ownPage, setOwnPage] = useState(1)
  const { index, onChange } = props.page ?? { index: ownPage, onChange: setOwnPage }
  const view = pageOf(sorted, index, preferences.pageSize)
  const narrowed = filter.text !== '' || filter.active === true
  const definitions = useMemo(() => columns.map(column => definition(column)), [columns])
  const clear = () => {
    filter.clear?.()
    if (filter.text !== '') filter.onChange('')
  }

  return (
    <div
      className={state.failure && state.phase === 'ready' ? 'meadow-list meadow-list-stale' : 'meadow-list'}
    >
      <Table<Row>
        variant={props.variant ?? 'container'}
        stickyHeader={(props.variant ?? 'container') === 'container'}
        items={view.rows}
        columnDefinitions={definitions}
        visibleColumns={preferences.visible}
        wrapLines={preferences.wrapLines}
        contentDensity={preferences.compact ? 'compact' : 'comfortable'}
        trackBy={rowKey}
        loading={state.phase === 'loading' && rows.length === 0}
        loadingText={`Loading ${plural}`}
        enableKeyboardNavigation
        empty={
          state.phase === 'failed' ? (
            <FailedFace state={state} plural={plural} />
          ) : rows.length > 0 || narrowed ? (
            <NoMatchFace plural={plural} state={state} onClear={clear} />
          ) : (
            <EmptyFace empty={props.empty} />
          )
        }
        header={
          <>
            <Header
              variant={props.header.level ?? 'h2'}
              counter={
                state.phase === 'ready'
                  ? (props.header.counter ??
                    listCounter({
                      total: rows.length,
                      shown: sorted.length,
                      selected: selection?.keys.size ?? 0,
                      complete: state.complete,
                    }))
                  : ''
              }
              actions={props.header.actions}
              info={props.header.info}
              description={
                <>
                  {props.header.description ? <div>{props.header.description}</div> : null}
                  <DataAge state={state} total={rows.length} plural={plural} />
                </>
              }
            >
              {props.header.title}
            </Header>
            <StaleNotice state={state} plural={plural} />
          </>
        }
        filter={
          <ListFilterBar
            text={filter.text}
            onChange={filter.onChange}
            placeholder={filter.placeholder}
            plural={plural}
            shown={sorted.length}
            narrowed={narrowed}
            extra={props.extraFilters}
          />
        }
        pagination={
          view.pages > 1 || !state.complete ? (
            <Pagination
              currentPageIndex={view.page}
              pagesCount={view.pages}
              openEnd={!state.complete && state.phase === 'ready'}
              onChange={({ detail }) => onChange(detail.currentPageIndex)}
            />
          ) : undefined
        }
        preferences={
          <ListPreferencesButton
            columns={columns}
            preferences={preferences}
            onChange={setPreferences}
            plural={plural}
          />
        }
        {...sorting(props, definitions)}
        {...selecting(props)}
        {...(props.onRowOpen
          ? { onRowClick: ({ detail }: { detail: { item: Row } }) => props.onRowOpen?.(detail.item) }
          : {})}
        ariaLabels={{
          tableLabel: props.header.title,
          selectionGroupLabel: `Choose ${plural}`,
          allItemsSelectionLabel: () => `Choose all ${plural} on this page`,
          itemSelectionLabel: (_, row) => `Choose ${props.rowLabel?.(row) ?? rowKey(row)}`,
        }}
      />
    </div>
  )
}

type Definition<Row> = TableProps.ColumnDefinition<Row> & { id: string }

function definition<Row>(column: ResourceListProps<Row>['columns'][number]): Definition<Row> {
  return {
    id: column.id,
    header: column.header,
    cell: column.cell,
    isRowHeader: column.isRowHeader ?? false,
    ...(column.width === undefined ? {} : { width: column.width }),
    minWidth: column.minWidth ?? 110,
    // Named for the kit's sort control; the sorting itself is ours.
    ...(column.sortBy ? { sortingField: column.id } : {}),
  }
}

function sorting<Row>({ sort }: ResourceListProps<Row>, definitions: readonly Definition<Row>[]) {
  const current = definitions.find(column => column.id === sort.columnId && column.sortingField)
  return {
    ...(current ? { sortingColumn: current } : {}),
    sortingDescending: sort.descending,
    onSortingChange: ({ detail }: { detail: TableProps.SortingState<Row> }) => {
      const columnId = detail.sortingColumn.sortingField
      if (columnId) sort.onChange({ columnId, descending: detail.isDescending ?? false })
    },
  }
}

function selecting<Row>({ selection, rows, rowKey }: ResourceListProps<Row>) {
  if (!selection) return {}
  return {
    selectionType: selection.type ?? 'multi',
    selectedItems: rows.filter(row => selection.keys.has(rowKey(row))),
    isItemDisabled: (row: Row) => selection.disabled?.(row) ?? false,
    onSelectionChange: ({ detail }: { detail: { selectedItems: Row[] } }) =>
      selection.onChange(new Set(detail.selectedItems.map(rowKey))),
  }
}

import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useMemo } from 'react'
import { DataAge } from './DataAge.tsx'
import { FleetGrid } from './FleetGrid.tsx'
import { EmptyFace, FailedFace, NoMatchFace, StaleNotice } from './ListFaces.tsx'
import { ListFilterBar } from './ListFilterBar.tsx'
import { ListPreferencesButton } from './ListPreferencesButton.tsx'
import type { ResourceListProps } from './list-contract.ts'
import { useListPreferences } from './list-preferences.ts'
import { listCounter } from './list-words.ts'
import { useFleetRows } from './use-fleet-rows.ts'

/**
 * A list of any length, scrolled rather than paged: the same contract and look as ResourceList, with only the rows
 * in sight in the document. `columns` and `filter.match` must be stable: a new identity means a new index.
 */
export function FleetTable<Row>(props: ResourceListProps<Row>) {
  const { rows, columns, state, filter, sort, plural } = props
  const { preferences, setPreferences } = useListPreferences(props.preferencesKey ?? plural, columns)
  const shown = useFleetRows(
    rows,
    columns,
    { columnId: sort.columnId, descending: sort.descending, text: filter.text },
    filter.match,
  )
  const visibleIds = preferences.visible.join(' ')
  const visible = useMemo(() => {
    const ids = visibleIds.split(' ')
    return columns.filter(column => ids.includes(column.id))
  }, [columns, visibleIds])
  const narrowed = filter.text !== '' || filter.active === true
  const clear = () => {
    filter.clear?.()
    if (filter.text !== '') filter.onChange('')
  }
  const stale = state.failure !== undefined && state.phase === 'ready'

  return (
    <Container
      disableContentPaddings
      header={
        <>
          <Header
            variant={props.header.level ?? 'h2'}
            counter={
              state.phase === 'ready'
                ? (props.header.counter ??
                  listCounter({
                    total: rows.length,
                    shown: narrowed ? shown.order.length : rows.length,
                    selected: props.selection?.keys.size ?? 0,
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
          <div className="meadow-fleet-tools">
            <ListFilterBar
              text={filter.text}
              onChange={filter.onChange}
              placeholder={filter.placeholder}
              plural={plural}
              shown={shown.order.length}
              narrowed={narrowed}
              extra={props.extraFilters}
            />
            <ListPreferencesButton
              columns={columns}
              preferences={preferences}
              onChange={setPreferences}
              plural={plural}
              paged={false}
            />
          </div>
        </>
      }
    >
      <div className={stale ? 'meadow-list meadow-list-stale' : 'meadow-list'}>
        {rows.length > 0 && (shown.order.length > 0 || shown.busy) ? (
          <FleetGrid
            key={preferences.compact ? 'compact' : 'comfortable'}
            label={props.header.title}
            plural={plural}
            columns={visible}
            rows={shown.rows}
            order={shown.order}
            busy={shown.busy || !state.complete}
            compact={preferences.compact}
            sort={sort}
            rowKey={props.rowKey}
            rowLabel={props.rowLabel ?? props.rowKey}
            selection={props.selection}
            onRowOpen={props.onRowOpen}
          />
        ) : state.phase === 'failed' ? (
          <div className="meadow-fleet-face">
            <FailedFace state={state} plural={plural} />
          </div>
        ) : state.phase === 'loading' || (rows.length === 0 && !state.complete) ? (
          <div className="meadow-fleet-face" role="status">
            <p className="meadow-soft">Loading {plural}</p>
            <div className="m-bone" />
            <div className="m-bone" />
            <div className="m-bone" />
          </div>
        ) : rows.length > 0 || narrowed ? (
          <NoMatchFace plural={plural} state={state} onClear={clear} />
        ) : (
          <EmptyFace empty={props.empty} />
        )}
      </div>
    </Container>
  )
}

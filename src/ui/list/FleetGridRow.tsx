import { memo, type RefCallback } from 'react'
import type { ResourceColumn } from './list-rows.ts'

interface FleetGridRowProps<Row> {
  row: Row
  label: string
  place: number
  start: number
  height: number
  columns: readonly ResourceColumn<Row>[]
  template: string
  current: boolean
  /** null: the list has no selection. */
  chosen: boolean | null
  refused: boolean
  onToggle(place: number): void
  onPoint(place: number): void
  onOpen?: ((row: Row) => void) | undefined
  focusRef: RefCallback<HTMLTableRowElement> | undefined
}

function Row<Item>(props: FleetGridRowProps<Item>) {
  const { row, place, columns, chosen, onOpen } = props
  return (
    <tr
      ref={props.focusRef}
      aria-rowindex={place + 2}
      aria-selected={chosen ?? undefined}
      tabIndex={props.current ? 0 : -1}
      className="meadow-grid-row"
      data-chosen={chosen || undefined}
      data-opens={onOpen ? true : undefined}
      style={{
        gridTemplateColumns: props.template,
        blockSize: props.height,
        transform: `translateY(${props.start}px)`,
      }}
      onFocus={() => props.onPoint(place)}
      onClick={event => {
        if (onOpen && event.target instanceof Element && !event.target.closest('a, button, input, label'))
          onOpen(row)
      }}
    >
      {chosen === null ? null : (
        <td aria-colindex={1} className="meadow-grid-check">
          <input
            type="checkbox"
            aria-label={`Choose ${props.label}`}
            checked={chosen}
            disabled={props.refused}
            tabIndex={props.current ? 0 : -1}
            onChange={() => props.onToggle(place)}
          />
        </td>
      )}
      {columns.map((column, index) => {
        const at = index + (chosen === null ? 1 : 2)
        return column.isRowHeader ? (
          <th key={column.id} scope="row" aria-colindex={at} className="meadow-grid-cell">
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} aria-colindex={at} className="meadow-grid-cell">
            {column.cell(row)}
          </td>
        )
      })}
    </tr>
  )
}

/** A row that is in sight. Scrolling renders the new ones alone. */
export const FleetGridRow = memo(Row) as typeof Row

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { FleetGridHead } from './FleetGridHead.tsx'
import { FleetGridRow } from './FleetGridRow.tsx'
import { toggledKeys, wholeSelection } from './fleet-selection.ts'
import type { ListSelection, ListSort } from './list-contract.ts'
import type { ResourceColumn } from './list-rows.ts'

interface FleetGridProps<Row> {
  label: string
  plural: string
  columns: readonly ResourceColumn<Row>[]
  rows: readonly Row[]
  order: Uint32Array
  busy: boolean
  compact: boolean
  sort: ListSort
  rowKey(row: Row): string
  rowLabel(row: Row): string
  selection?: ListSelection<Row> | undefined
  onRowOpen?: ((row: Row) => void) | undefined
}

/** Narrower than this a column is scrolled to rather than squeezed. Pixels. */
const leastWidth = ({ minWidth, width }: { minWidth?: number; width?: number }) =>
  minWidth ?? Math.min(width ?? 120, 210)

const rowHeight = { comfortable: 42, compact: 33 }

/** A scrolled grid of which only the rows in sight exist. Arrow keys move, Space chooses, Enter opens. */
export function FleetGrid<Row>(props: FleetGridProps<Row>) {
  const { columns, rows, order, selection, rowKey, onRowOpen } = props
  const box = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const wantsFocus = useRef(false)
  const height = props.compact ? rowHeight.compact : rowHeight.comfortable
  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
    scrollPaddingStart: 42,
  })
  const at = Math.min(current, Math.max(0, order.length - 1))
  const rowAt = (place: number): Row | undefined => rows[order[place] ?? -1]

  const go = (place: number) => {
    const next = Math.max(0, Math.min(order.length - 1, place))
    wantsFocus.current = true
    setCurrent(next)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    // Keys pressed in a link or a checkbox of the row are theirs, but for those that move.
    const inside = event.target instanceof Element && event.target.closest('a, button, input') !== null
    const screenful = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / height) - 2)
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + screenful,
      PageUp: at - screenful,
      Home: 0,
      End: order.length - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) {
      event.preventDefault()
      go(target)
    } else if (inside) {
      return
    } else if (event.key === 'Enter') {
      const row = rowAt(at)
      if (row !== undefined) onRowOpen?.(row)
    } else if (event.key === ' ' && selection) {
      event.preventDefault()
      toggle(at)
    }
  }
  const toggle = (place: number) => {
    const row = rowAt(place)
    if (!selection || row === undefined || selection.disabled?.(row)) return
    selection.onChange(toggledKeys(selection.keys, rowKey(row), selection.type === 'single'))
  }
  const focusRow = useCallback((element: HTMLTableRowElement | null) => {
    if (!element || !wantsFocus.current) return
    wantsFocus.current = false
    element.focus({ preventScroll: true })
  }, [])
  const template = [
    selection ? '44px' : '',
    ...columns.map(column => `minmax(${leastWidth(column)}px, ${column.width ?? 160}fr)`),
  ].join(' ')
  const least = columns.reduce((sum, column) => sum + leastWidth(column), selection ? 44 : 0)

  return (
    // Few rows take the room of few: head, rows, and a bar to scroll sideways with.
    <div ref={box} className="meadow-grid" style={{ maxBlockSize: virtual.getTotalSize() + 64 }}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows of a plain table cannot be selected
        role="grid"
        aria-label={props.label}
        aria-rowcount={order.length + 1}
        aria-colcount={columns.length + (selection ? 1 : 0)}
        aria-multiselectable={selection && selection.type !== 'single' ? true : undefined}
        aria-busy={props.busy}
        onKeyDown={onKeyDown}
      >
        <FleetGridHead
          columns={columns}
          sort={props.sort}
          template={template}
          least={least}
          select={
            selection && selection.type !== 'single'
              ? {
                  label: `Choose all ${props.plural} in view`,
                  ...wholeSelection(selection, rows, order, rowKey),
                }
              : selection
                ? 'none'
                : null
          }
        />
        <tbody
          className="meadow-grid-body"
          style={{ blockSize: virtual.getTotalSize(), minInlineSize: least }}
        >
          {virtual.getVirtualItems().map(item => {
            const row = rowAt(item.index)
            if (row === undefined) return null
            const key = rowKey(row)
            return (
              <FleetGridRow
                key={key}
                row={row}
                label={props.rowLabel(row)}
                place={item.index}
                start={item.start}
                height={height}
                columns={columns}
                template={template}
                current={item.index === at}
                chosen={selection ? selection.keys.has(key) : null}
                refused={selection?.disabled?.(row) ?? false}
                onToggle={toggle}
                onPoint={setCurrent}
                onOpen={onRowOpen}
                focusRef={item.index === at ? focusRow : undefined}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

import './charts.css'
import { type CSSProperties, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { ageText } from '../time-text.ts'
import { cellAt, type FieldCell, type FieldLayout, fieldLayout, fieldSummary } from './device-field.ts'
import { paintField } from './paint-field.ts'

interface DeviceFieldProps {
  cells: readonly FieldCell[]
  /** The service's time; without it a cell's age is neither painted nor read out. */
  now?: number
  /** Pixels that it may take; few devices take less. Without it the field fills the box it is in. */
  height?: number
  /** Called on a click or Enter. Without it the field is only a picture. */
  onOpen?: (name: string) => void
}

const nothing: FieldLayout = { columns: 1, rows: 0, pitch: 2, gap: 0 }

/** The whole fleet in one picture: a cell a device, painted by health and age of its report. */
export function DeviceField({ cells, now = 0, height, onOpen }: DeviceFieldProps) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [at, setAt] = useState<number | null>(null)
  const [theme, setTheme] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setSize({ width: element.clientWidth, height: height ?? element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [height])
  useEffect(() => {
    const observer = new MutationObserver(() => setTheme(count => count + 1))
    observer.observe(document.body, { attributeFilter: ['class'] })
    return () => observer.disconnect()
  }, [])
  const layout = useMemo(
    () =>
      size.width > 0
        ? // A field that fills its box is made for that box: on a wall of four metres its cells may be large.
          fieldLayout(
            cells.length,
            size.width,
            Math.max(24, size.height),
            height === undefined ? size.width / 16 : undefined,
          )
        : nothing,
    [cells.length, size, height],
  )
  // A new minute, not every tick of the clock, is worth a new picture.
  const minute = Math.floor(now / 60_000) * 60_000
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, and `theme` counts their changes
  useEffect(() => {
    if (canvas.current) paintField(canvas.current, cells, layout, minute)
  }, [cells, layout, minute, theme])
  const summary = useMemo(() => fieldSummary(cells), [cells])
  const cell = at === null ? undefined : cells[at]

  return (
    <div
      ref={box}
      className="m-field"
      style={height === undefined ? { blockSize: '100%' } : { minBlockSize: layout.rows * layout.pitch }}
    >
      <canvas
        ref={canvas}
        role="img"
        aria-label={summary}
        style={{ display: 'block', cursor: onOpen && cell ? 'pointer' : 'default' }}
        onPointerMove={event => {
          const { offsetX, offsetY } = event.nativeEvent
          setAt(cellAt(layout, cells.length, offsetX, offsetY))
        }}
        onPointerLeave={() => setAt(null)}
        onClick={() => {
          if (cell) onOpen?.(cell.name)
        }}
      />
      {onOpen && cells.length > 0 ? (
        <input
          type="range"
          className="m-field-keys"
          aria-label="Devices of the picture, one by one"
          min={0}
          max={cells.length - 1}
          value={at ?? 0}
          aria-valuetext={readout(cells[at ?? 0], now)}
          onFocus={() => setAt(at ?? 0)}
          onBlur={() => setAt(null)}
          onChange={event => setAt(Number(event.target.value))}
          onKeyDown={event => {
            const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            const here = at ?? 0
            if (event.key === 'Enter') {
              const opened = cells[here]
              if (opened) onOpen(opened.name)
            } else if (down !== 0) {
              event.preventDefault()
              setAt(Math.max(0, Math.min(cells.length - 1, here + down * layout.columns)))
            }
          }}
        />
      ) : null}
      {at !== null && cell ? (
        <>
          <span className="m-field-mark" style={place(layout, at)} />
          <span className="m-field-readout" style={beside(layout, at)} aria-hidden="true">
            {readout(cell, now)}
          </span>
        </>
      ) : null}
    </div>
  )
}

function readout(cell: FieldCell | undefined, now: number): string {
  if (!cell) return ''
  const age = now > 0 && cell.reportedAt ? `, reported ${ageText(cell.reportedAt, now)}` : ''
  return `${cell.name}: ${cell.health}${age}`
}

function place(layout: FieldLayout, at: number): CSSProperties {
  const size = layout.pitch - layout.gap
  return {
    insetInlineStart: (at % layout.columns) * layout.pitch,
    insetBlockStart: Math.floor(at / layout.columns) * layout.pitch,
    inlineSize: size,
    blockSize: size,
  }
}

/** Above the cell, on the side with more room, so that it never leaves the picture's box. */
function beside(layout: FieldLayout, at: number): CSSProperties {
  const column = at % layout.columns
  const top = (Math.floor(at / layout.columns) + 1) * layout.pitch + 4
  return column < layout.columns / 2
    ? { insetInlineStart: column * layout.pitch, insetBlockStart: top }
    : { insetInlineEnd: 0, insetBlockStart: top }
}

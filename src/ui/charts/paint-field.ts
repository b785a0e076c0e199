import { type Brush, brushOf, type FieldCell, type FieldLayout } from './device-field.ts'

/** Names of the custom properties that hold a state's colour: the console's, then the wall's. */
const names: Record<Brush, [string, string]> = {
  healthy: ['--m-healthy', '--healthy'],
  'healthy-older': ['--m-healthy-soft', '--healthy'],
  unhealthy: ['--m-unhealthy', '--unhealthy'],
  stale: ['--m-stale', '--stale'],
  silent: ['--m-silent', '--silent'],
  unknown: ['--m-unknown', '--unknown'],
}

/** From this size on a cell has a shape besides its colour. */
const shapeFrom = 7

/** Paints one cell a device, one path a brush: ten thousand cells cost a few milliseconds. */
export function paintField(
  canvas: HTMLCanvasElement,
  cells: readonly FieldCell[],
  layout: FieldLayout,
  now: number,
): void {
  const scale = window.devicePixelRatio || 1
  const width = layout.columns * layout.pitch
  const height = layout.rows * layout.pitch
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.style.inlineSize = `${width}px`
  canvas.style.blockSize = `${height}px`
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(scale, scale)
  const style = getComputedStyle(canvas)
  const colour = (brush: Brush) =>
    style.getPropertyValue(names[brush][0]).trim() || style.getPropertyValue(names[brush][1]).trim() || 'gray'
  const groups = new Map<Brush, number[]>()
  cells.forEach((cell, index) => {
    const brush = brushOf(cell, now)
    const group = groups.get(brush)
    if (group) group.push(index)
    else groups.set(brush, [index])
  })
  const size = layout.pitch - layout.gap
  const shaped = size >= shapeFrom
  for (const [brush, places] of groups) {
    context.fillStyle = colour(brush)
    context.strokeStyle = colour(brush)
    context.beginPath()
    for (const place of places) {
      const x = (place % layout.columns) * layout.pitch
      const y = Math.floor(place / layout.columns) * layout.pitch
      if (shaped) shape(context, brush, x, y, size)
      else context.rect(x, y, size, size)
    }
    if (shaped && brush === 'silent') {
      context.lineWidth = Math.max(1.25, size / 9)
      context.stroke()
    } else context.fill()
    if (shaped && brush === 'unhealthy') crosses(context, places, layout, size)
  }
}

/** Full square: healthy. Square with a cross: unhealthy. Half: stale. Outline: silent. Dot: unknown. */
function shape(context: CanvasRenderingContext2D, brush: Brush, x: number, y: number, size: number) {
  const radius = Math.min(Math.max(4, size / 9), size / 4)
  if (brush === 'stale') {
    context.moveTo(x, y + size)
    context.lineTo(x, y)
    context.lineTo(x + size, y + size)
    context.closePath()
  } else if (brush === 'silent') context.roundRect(x + 1, y + 1, size - 2, size - 2, radius)
  else if (brush === 'unknown') {
    context.moveTo(x + size * 0.75, y + size / 2)
    context.arc(x + size / 2, y + size / 2, size / 4, 0, Math.PI * 2)
  } else context.roundRect(x, y, size, size, radius)
}

function crosses(
  context: CanvasRenderingContext2D,
  places: readonly number[],
  layout: FieldLayout,
  size: number,
) {
  const inset = size * 0.3
  context.beginPath()
  for (const place of places) {
    const x = (place % layout.columns) * layout.pitch
    const y = Math.floor(place / layout.columns) * layout.pitch
    context.moveTo(x + inset, y + inset)
    context.lineTo(x + size - inset, y + size - inset)
    context.moveTo(x + size - inset, y + inset)
    context.lineTo(x + inset, y + size - inset)
  }
  context.strokeStyle = '#ffffff'
  context.lineWidth = Math.max(1.25, size / 9)
  context.lineCap = 'round'
  context.stroke()
}

import { type DeviceHealth, deviceFreshness } from '#src/domain/fleet-health.ts'

export interface FieldCell {
  name: string
  health: DeviceHealth
  /** Epoch ms of the last report, on the service's clock: a healthy cell pales as its report ages. */
  reportedAt?: number | null
}

export interface FieldLayout {
  columns: number
  rows: number
  /** Pixels from one cell to the next; `gap` of them are left free. */
  pitch: number
  gap: number
}

const usualLargest = 34
const smallest = 2

/**
 * The largest square cells, up to `largest` pixels, that fit `count` of them into the box. Below two pixels the field
 * grows higher instead.
 */
export function fieldLayout(
  count: number,
  width: number,
  height: number,
  largest = usualLargest,
): FieldLayout {
  const usable = Math.max(smallest, Math.floor(width))
  let pitch = Math.max(usualLargest, Math.floor(largest))
  while (pitch > smallest && Math.ceil(count / Math.max(1, Math.floor(usable / pitch))) * pitch > height)
    pitch -= 1
  const columns = Math.max(1, Math.floor(usable / pitch))
  return {
    columns,
    rows: Math.ceil(count / columns),
    pitch,
    gap: pitch >= 48 ? Math.round(pitch / 14) : pitch >= 12 ? 3 : pitch >= 6 ? 2 : pitch >= 4 ? 1 : 0,
  }
}

/** The cell under a point of the field, or null between and beyond cells. */
export function cellAt(layout: FieldLayout, count: number, x: number, y: number): number | null {
  const column = Math.floor(x / layout.pitch)
  const row = Math.floor(y / layout.pitch)
  if (column < 0 || row < 0 || column >= layout.columns) return null
  const index = row * layout.columns + column
  return index < count ? index : null
}

export type Brush = DeviceHealth | 'healthy-older'

/** A report of the last six hours is painted full, an older one pale. */
const fullFor = 6 * 3_600_000

export function brushOf(cell: FieldCell, now: number): Brush {
  if (cell.health !== 'healthy' || cell.reportedAt === undefined || cell.reportedAt === null)
    return cell.health
  return now - cell.reportedAt > fullFor && deviceFreshness(cell.reportedAt, now) === 'fresh'
    ? 'healthy-older'
    : 'healthy'
}

const words: Record<DeviceHealth, string> = {
  healthy: 'healthy',
  unhealthy: 'unhealthy',
  stale: 'stale (no report for a day)',
  silent: 'silent (no report for two days)',
  unknown: 'of unknown health',
}

/** The field in a sentence, for those who do not see it: "120 devices: 100 healthy, 20 unhealthy." */
export function fieldSummary(cells: readonly FieldCell[]): string {
  const counts = new Map<DeviceHealth, number>()
  for (const cell of cells) counts.set(cell.health, (counts.get(cell.health) ?? 0) + 1)
  const parts = (Object.keys(words) as DeviceHealth[]).flatMap(health => {
    const count = counts.get(health)
    return count ? [`${count.toLocaleString('en-US')} ${words[health]}`] : []
  })
  const total = `${cells.length.toLocaleString('en-US')} ${cells.length === 1 ? 'device' : 'devices'}`
  return parts.length > 0 ? `${total}: ${parts.join(', ')}.` : `${total}.`
}

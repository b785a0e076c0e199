import { useSavedSetting } from '../saved-setting.ts'

export interface ListPreferences {
  pageSize: number
  wrapLines: boolean
  compact: boolean
  /** Ids of the columns that are shown. */
  visible: string[]
}

export const pageSizes = [25, 50] as const

/** Columns and page size of one list, kept in this browser. Columns that are gone or new since then are minded. */
export function useListPreferences(
  key: string,
  columns: readonly { id: string; hidden?: boolean; isRowHeader?: boolean }[],
) {
  const usual: ListPreferences = {
    pageSize: pageSizes[0],
    wrapLines: false,
    compact: false,
    visible: columns.filter(column => !column.hidden).map(column => column.id),
  }
  const [kept, keep] = useSavedSetting(`list.${key}`, usual, isPreferences)
  const known = new Set(columns.map(column => column.id))
  const visible = new Set(kept.visible.filter(id => known.has(id)))
  for (const column of columns) if (column.isRowHeader) visible.add(column.id)
  return {
    preferences: { ...kept, visible: columns.map(column => column.id).filter(id => visible.has(id)) },
    setPreferences: keep,
  }
}

function isPreferences(value: unknown): value is ListPreferences {
  if (typeof value !== 'object' || value === null) return false
  const { pageSize, wrapLines, compact, visible } = value as Record<string, unknown>
  return (
    pageSizes.some(size => size === pageSize) &&
    typeof wrapLines === 'boolean' &&
    typeof compact === 'boolean' &&
    Array.isArray(visible) &&
    visible.every(id => typeof id === 'string')
  )
}

import CollectionPreferences from '@cloudscape-design/components/collection-preferences'
import { type ListPreferences, pageSizes } from './list-preferences.ts'
import type { ResourceColumn } from './list-rows.ts'

interface ListPreferencesButtonProps<Row> {
  columns: readonly ResourceColumn<Row>[]
  preferences: ListPreferences
  onChange(preferences: ListPreferences): void
  plural: string
  /** Virtual lists have no pages. */
  paged?: boolean
}

export function ListPreferencesButton<Row>({
  columns,
  preferences,
  onChange,
  plural,
  paged = true,
}: ListPreferencesButtonProps<Row>) {
  return (
    <CollectionPreferences
      title="Preferences"
      confirmLabel="Confirm"
      cancelLabel="Cancel"
      preferences={{
        pageSize: preferences.pageSize,
        wrapLines: preferences.wrapLines,
        contentDensity: preferences.compact ? 'compact' : 'comfortable',
        visibleContent: preferences.visible,
      }}
      onConfirm={({ detail }) =>
        onChange({
          pageSize: detail.pageSize ?? preferences.pageSize,
          wrapLines: detail.wrapLines ?? preferences.wrapLines,
          compact: detail.contentDensity === 'compact',
          visible: [...(detail.visibleContent ?? preferences.visible)],
        })
      }
      {...(paged
        ? {
            pageSizePreference: {
              title: 'Rows a page',
              options: pageSizes.map(size => ({ value: size, label: `${size} ${plural}` })),
            },
            wrapLinesPreference: { label: 'Wrap lines', description: 'Show long texts whole' },
          }
        : {})}
      contentDensityPreference={{ label: 'Compact', description: 'More rows on the screen' }}
      visibleContentPreference={{
        title: 'Columns',
        options: [
          {
            label: 'Columns of this list',
            options: columns.map(column => ({
              id: column.id,
              label: column.header,
              editable: !column.isRowHeader,
            })),
          },
        ],
      }}
    />
  )
}

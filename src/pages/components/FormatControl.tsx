import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { memo } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'

interface FormatControlProps {
  label: string
  format: RecipeFormat
  onChange(format: RecipeFormat): void
}

/** YAML or JSON. */
export const FormatControl = memo(function FormatControl({ label, format, onChange }: FormatControlProps) {
  return (
    <SegmentedControl
      label={label}
      selectedId={format}
      options={[
        { id: 'YAML', text: 'YAML' },
        { id: 'JSON', text: 'JSON' },
      ]}
      onChange={({ detail }) => onChange(detail.selectedId === 'JSON' ? 'JSON' : 'YAML')}
    />
  )
})

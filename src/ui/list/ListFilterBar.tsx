import TextFilter from '@cloudscape-design/components/text-filter'
import type { ReactNode } from 'react'
import { matches } from './list-words.ts'

interface ListFilterBarProps {
  text: string
  onChange(text: string): void
  placeholder: string
  plural: string
  shown: number
  narrowed: boolean
  extra?: ReactNode
}

export function ListFilterBar({
  text,
  onChange,
  placeholder,
  plural,
  shown,
  narrowed,
  extra,
}: ListFilterBarProps) {
  return (
    <div className="meadow-filter-bar">
      <div className="meadow-filter-text">
        <TextFilter
          filteringText={text}
          filteringPlaceholder={placeholder}
          filteringAriaLabel={`Filter ${plural}`}
          filteringClearAriaLabel="Clear the filter text"
          countText={narrowed ? matches(shown) : ''}
          onChange={({ detail }) => onChange(detail.filteringText)}
        />
      </div>
      {extra}
    </div>
  )
}

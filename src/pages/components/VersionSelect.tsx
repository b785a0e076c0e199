import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import type { ComponentVersionSummary } from '#src/domain/component.ts'
import { useVersionsGuidance } from '#src/queries/vendor-guidance.ts'
import { guidanceWord } from '#src/ui/status/guidance-word.ts'

interface VersionSelectProps {
  /** Newest first. */
  versions: readonly ComponentVersionSummary[]
  loaded: boolean
  shown: string
  isPublic: boolean
  onChange(version: string): void
}

/** Chooses the version on view. What vendors say of versions is asked for once somebody comes to choose. */
export function VersionSelect({ versions, loaded, shown, isPublic, onChange }: VersionSelectProps) {
  const [asked, setAsked] = useState(false)
  const guidance = useVersionsGuidance(versions, asked && isPublic)
  return (
    <Select
      inlineLabelText="Version"
      ariaLabel="Version"
      selectedOption={shown ? { value: shown, label: shown } : null}
      placeholder={loaded ? 'None' : 'Loading'}
      statusType={loaded ? 'finished' : 'loading'}
      loadingText="Loading versions"
      filteringType={versions.length > 10 ? 'auto' : 'none'}
      options={versions.map((row, index) => {
        const word = guidanceWord(guidance.get(row.arn)?.guidance)
        const tags = [...(index === 0 ? ['newest'] : []), ...(word ? [word.toLowerCase()] : [])]
        return { value: row.version, label: row.version, ...(tags.length > 0 ? { tags } : {}) }
      })}
      onFocus={() => setAsked(true)}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
    />
  )
}

import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'

interface FacetSelectProps {
  label: string
  /** What no choice reads as: "Any status". */
  any: string
  /** '' or undefined: no choice. A value from a URL that is not among the options is shown as it is. */
  value: string | undefined
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/** One facet of a list, for its row of filters. */
export function FacetSelect({ label, any, value = '', options, onChange }: FacetSelectProps) {
  const all = [{ value: '', label: any }, ...options]
  return (
    <FormField label={label}>
      <Select
        selectedOption={all.find(option => option.value === value) ?? { value, label: value }}
        options={all}
        ariaLabel={`Filter by ${label.toLowerCase()}`}
        filteringType={options.length > 12 ? 'auto' : 'none'}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  )
}

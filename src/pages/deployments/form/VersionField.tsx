import Autosuggest from '@cloudscape-design/components/autosuggest'
import FormField from '@cloudscape-design/components/form-field'
import { useQuery } from '@tanstack/react-query'
import { parseComponentArn } from '#src/domain/arn.ts'
import { componentVersionsQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { useVendorGuidance } from '#src/queries/vendor-guidance.ts'
import { guidanceWord } from '#src/ui/status/guidance-word.ts'

const none: readonly string[] = []

interface VersionFieldProps {
  name: string
  /** ARN of the component without a version; '' when no list knows the component. */
  arn: string
  value: string
  errorText: string | undefined
  onChange: (version: string) => void
}

/** A version can be chosen or typed; one that the service does not list is refused with those that it does. */
export function VersionField({ name, arn, value, errorText, onChange }: VersionFieldProps) {
  const versions = useQuery({ ...componentVersionsQuery(useConnection(), arn), enabled: arn !== '' })
  const known = versions.data ?? []
  const newest = known[0]?.version
  const chosen = known.find(({ version }) => version === value)
  // Nobody discontinues components of one's own, so only AWS's are asked about.
  const asked = chosen && parseComponentArn(arn)?.account === 'aws' ? [chosen.arn] : none
  const said = useVendorGuidance(asked).get(chosen?.arn ?? '')
  const word = guidanceWord(said?.guidance)
  return (
    <FormField
      stretch
      errorText={errorText}
      warningText={word ? said?.message || `${word} by its vendor` : undefined}
      constraintText={newest && newest !== value ? `Newest: ${newest}` : undefined}
    >
      <Autosuggest
        value={value}
        ariaLabel={`Version of ${name}`}
        placeholder="Version"
        options={known.map((entry, index) => ({
          value: entry.version,
          ...(index === 0 ? { labelTag: 'newest' } : {}),
        }))}
        filteringType="manual"
        enteredTextLabel={text => `Use version ${text}`}
        statusType={versions.error ? 'error' : versions.data || arn === '' ? 'finished' : 'loading'}
        loadingText="Loading versions"
        errorText="The versions could not be loaded."
        recoveryText="Retry"
        empty="No versions"
        onLoadItems={() => {
          if (versions.error) void versions.refetch()
        }}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  )
}

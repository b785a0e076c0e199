import Checkbox from '@cloudscape-design/components/checkbox'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import type { Deployment } from '#src/domain/deployment.ts'
import { parseVersion } from '#src/domain/version.ts'
import { arnBeside } from '../component-link.ts'
import { mergeProblem } from '../form/merge-text.ts'
import { VersionField } from '../form/VersionField.tsx'
import { type ChangeDraft, draftFor } from './change-draft.ts'

interface ChangeFieldsProps {
  parent: Deployment
  /** The component that the failure is about, where the devices named one. */
  failed: string | null
  draft: ChangeDraft
  onChange(draft: ChangeDraft): void
}

/** What to try: another version of a component, another configuration, or to leave it out. */
export function ChangeFields({ parent, failed, draft, onChange }: ChangeFieldsProps) {
  const { component, version, merge, leaveOut } = draft
  const set = (update: Partial<ChangeDraft>) => onChange({ ...draft, ...update })
  const same = { value: '', label: 'Nothing: the same again' }
  const options = [
    same,
    ...Object.entries(parent.components).map(([name, { componentVersion }]) => ({
      value: name,
      label: name,
      description: componentVersion,
      ...(name === failed ? { labelTag: 'failed' } : {}),
    })),
  ]
  return (
    <SpaceBetween size="m">
      <FormField label="What to change" stretch>
        <Select
          selectedOption={options.find(option => option.value === component) ?? same}
          options={options}
          filteringType={options.length > 8 ? 'auto' : 'none'}
          onChange={({ detail }) => onChange(draftFor(parent, detail.selectedOption.value || null))}
        />
      </FormField>
      {component === '' ? null : (
        <>
          {leaveOut ? null : (
            <>
              <FormField
                label={`Version of ${component}`}
                description="Leave it as it is to try the same version again."
                stretch
              >
                <VersionField
                  name={component}
                  arn={arnBeside(parent.targetArn, component)}
                  value={version}
                  errorText={parseVersion(version) ? undefined : 'Give a version such as 1.2.3.'}
                  onChange={next => set({ version: next })}
                />
              </FormField>
              <ExpandableSection headerText="Configuration to merge" variant="footer">
                <FormField
                  description="A JSON object laid over what the devices have."
                  errorText={mergeProblem(merge) ?? undefined}
                  stretch
                >
                  <Textarea
                    value={merge}
                    rows={5}
                    spellcheck={false}
                    ariaLabel={`Configuration to merge into ${component}`}
                    placeholder={'{\n  "key": "value"\n}'}
                    onChange={({ detail }) => set({ merge: detail.value })}
                  />
                </FormField>
              </ExpandableSection>
            </>
          )}
          <Checkbox
            checked={leaveOut}
            description="Devices that have it uninstall it."
            onChange={({ detail }) => set({ leaveOut: detail.checked })}
          >
            Leave it out on these devices
          </Checkbox>
        </>
      )}
    </SpaceBetween>
  )
}

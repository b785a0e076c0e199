import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useQuery } from '@tanstack/react-query'
import { applyConfigurationUpdate, resetProblems } from '#src/domain/configuration-merge.ts'
import { recipeQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { CodeBlock } from '../CodeBlock.tsx'
import { type ComponentChoice, resetPointers } from './form-model.ts'
import { defaultsOf, formatted, mergeProblem, mergeValue } from './merge-text.ts'
import type { Problems } from './steps.ts'

interface ComponentSettingsProps {
  choice: ComponentChoice
  /** ARN of the component without a version; '' when unknown. */
  arn: string
  problems: Problems
  onChange: (update: Partial<ComponentChoice>) => void
}

export function ComponentSettings({ choice, arn, problems, onChange }: ComponentSettingsProps) {
  const { name, version } = choice
  const at = `components.${name}`
  const connection = useConnection()
  const recipe = useQuery({
    ...recipeQuery(connection, `${arn}:versions:${version}`, 'JSON'),
    enabled: arn !== '' && version !== '',
  })
  const defaults = defaultsOf(recipe.data)
  const merge = mergeValue(choice.merge)
  const pointers = resetPointers(choice)
  const doubts = defaults === undefined ? [] : resetProblems(pointers, [defaults, merge])
  const malformed = resetProblems(pointers, []).filter(problem => problem.kind === 'malformed')
  return (
    <section className="meadow-settings" aria-label={`Settings of ${name}`}>
      <SpaceBetween size="m">
        <FormField
          stretch
          label="Configuration to merge"
          description="A JSON object laid over what the device has. Objects merge key by key; lists and values are replaced whole."
          errorText={
            mergeProblem(choice.merge) ?? problems.error(`${at}.configurationUpdate.merge`) ?? undefined
          }
          warningText={problems.warning(`${at}.configurationUpdate.merge`)}
          secondaryControl={
            <Button
              iconName="script"
              ariaLabel={`Format the configuration of ${name}`}
              disabled={merge === undefined}
              onClick={() => onChange({ merge: formatted(choice.merge) })}
            >
              Format
            </Button>
          }
        >
          <div className="meadow-code-field">
            <Textarea
              value={choice.merge}
              rows={8}
              spellcheck={false}
              placeholder={'{\n  "key": "value"\n}'}
              onChange={({ detail }) => onChange({ merge: detail.value })}
            />
          </div>
        </FormField>
        <FormField
          stretch
          label="Paths to reset to the recipe's defaults"
          description="JSON pointers, one a line. A reset key without a default disappears."
          errorText={
            malformed.map(problem => problem.message).join(' ') ||
            problems.error(`${at}.configurationUpdate.reset`)
          }
          warningText={
            doubts
              .filter(problem => problem.kind !== 'malformed')
              .map(problem => problem.message)
              .join(' ') || undefined
          }
        >
          <div className="meadow-code-field">
            <Textarea
              value={choice.reset}
              rows={2}
              spellcheck={false}
              placeholder="/network/port"
              onChange={({ detail }) => onChange({ reset: detail.value })}
            />
          </div>
        </FormField>
        <Checkbox
          checked={choice.resetAll}
          description="The whole configuration goes back to the defaults of this version, then the merge is applied."
          onChange={({ detail }) => onChange({ resetAll: detail.checked })}
        >
          Reset everything first
        </Checkbox>
        <RunWithFields choice={choice} problems={problems} onChange={onChange} />
      </SpaceBetween>
      <Preview
        loading={recipe.isLoading}
        known={defaults !== undefined}
        value={applyConfigurationUpdate({ defaults, merge, reset: pointers })}
        hasDefaults={defaults !== undefined && JSON.stringify(defaults) !== '{}'}
      />
    </section>
  )
}

interface PreviewProps {
  loading: boolean
  known: boolean
  value: unknown
  hasDefaults: boolean
}

function Preview({ loading, known, value, hasDefaults }: PreviewProps) {
  return (
    <section className="meadow-preview" aria-label="Configuration on a device that is new to it">
      <h3>On a device that is new to it</h3>
      {known ? (
        <CodeBlock text={JSON.stringify(value, null, 2)} label="Resulting configuration" />
      ) : (
        <p>
          {loading ? 'Reading the recipe…' : 'The recipe could not be read, so its defaults are not known.'}
        </p>
      )}
      <p>
        {hasDefaults
          ? 'The recipe’s defaults with your changes on top. A device that already has the component keeps the values it has: new defaults only fill gaps.'
          : 'Your changes. The recipe declares no defaults, or they are not known.'}
      </p>
    </section>
  )
}

function RunWithFields({ choice, problems, onChange }: Omit<ComponentSettingsProps, 'arn'>) {
  const at = `components.${choice.name}.runWith`
  const limits = `${at}.systemResourceLimits`
  return (
    <SpaceBetween size="m">
      <div className="meadow-pair">
        <FormField
          label="Linux user"
          description="user or user:group. Empty means the nucleus’s default."
          errorText={problems.error(`${at}.posixUser`)}
        >
          <Input
            value={choice.posixUser}
            placeholder="ggc_user:ggc_group"
            onChange={({ detail }) => onChange({ posixUser: detail.value })}
          />
        </FormField>
        <FormField
          label="Windows user"
          description="Its password must be stored on the device. Nucleus 2.5.0 or newer."
          errorText={problems.error(`${at}.windowsUser`)}
        >
          <Input
            value={choice.windowsUser}
            placeholder="ggc_user"
            onChange={({ detail }) => onChange({ windowsUser: detail.value })}
          />
        </FormField>
      </div>
      <div className="meadow-pair">
        <FormField
          label="Memory limit"
          description="In kilobytes. Linux, nucleus 2.4.0 or newer."
          errorText={problems.error(`${limits}.memory`)}
        >
          <Input
            value={choice.memory}
            inputMode="numeric"
            placeholder="No limit"
            onChange={({ detail }) => onChange({ memory: detail.value })}
          />
        </FormField>
        <FormField
          label="CPU limit"
          description="In cores, such as 0.5. More than the device has means no limit."
          errorText={problems.error(`${limits}.cpus`)}
        >
          <Input
            value={choice.cpus}
            inputMode="decimal"
            placeholder="No limit"
            onChange={({ detail }) => onChange({ cpus: detail.value })}
          />
        </FormField>
      </div>
    </SpaceBetween>
  )
}

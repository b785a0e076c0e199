import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { resetProblems } from '#src/domain/configuration-merge.ts'
import type { ComponentDeployment } from '#src/domain/deployment.ts'
import { EffectivePreview } from './foresee/EffectivePreview.tsx'
import { useEffectiveConfiguration } from './foresee/use-effective-configuration.ts'
import { type ComponentChoice, resetPointers } from './form-model.ts'
import { formatted, mergeProblem, mergeValue } from './merge-text.ts'
import type { Problems } from './steps.ts'

interface ComponentSettingsProps {
  choice: ComponentChoice
  /** ARN of the component without a version; '' when unknown. */
  arn: string
  /** What the target's revision says of the component. */
  before: ComponentDeployment | undefined
  problems: Problems
  onChange: (update: Partial<ComponentChoice>) => void
}

export function ComponentSettings({ choice, arn, before, problems, onChange }: ComponentSettingsProps) {
  const { name } = choice
  const at = `components.${name}`
  const foreseen = useEffectiveConfiguration(choice, arn, before)
  const merge = mergeValue(choice.merge)
  const pointers = resetPointers(choice)
  // Where the devices' own configuration is known, it is what a path has to be in.
  const doubts = foreseen.phase === 'ready' ? (foreseen.revised ?? foreseen.fresh).problems : []
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
      <EffectivePreview name={name} foreseen={foreseen} />
    </section>
  )
}

function RunWithFields({ choice, problems, onChange }: Omit<ComponentSettingsProps, 'arn' | 'before'>) {
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

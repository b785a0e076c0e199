import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Deployment } from '#src/domain/deployment.ts'
import { countText } from '../count-text.ts'
import { ComponentSettings } from './ComponentSettings.tsx'
import { type ComponentChoice, resetPointers, withChoice } from './form-model.ts'
import { mergeProblem } from './merge-text.ts'
import { errorsOf, type StepProps } from './steps.ts'
import { useCatalogue } from './use-catalogue.ts'

interface ConfigurationStepProps extends StepProps {
  /** What the target has now. */
  baseline: Deployment | null
}

/** Each component in a fold of its own; what is folded away is summed up in its heading and costs nothing. */
export function ConfigurationStep({ form, change, problems, baseline }: ConfigurationStepProps) {
  const catalogue = useCatalogue()
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(form.components.slice(0, form.components.length > 3 ? 0 : 1).map(choice => choice.name)),
  )
  if (form.components.length === 0)
    return (
      <Alert type="info">
        There is nothing to configure: the deployment names no components. Go back a step to add some.
      </Alert>
    )
  const toggle = (name: string, expanded: boolean) =>
    setOpen(held => {
      const next = new Set(held)
      if (expanded) next.add(name)
      else next.delete(name)
      return next
    })
  return (
    <SpaceBetween size="m">
      {form.components.map(choice => {
        const wrong =
          mergeProblem(choice.merge) !== undefined ||
          errorsOf(problems.within(`components.${choice.name}.configurationUpdate`)).length > 0 ||
          errorsOf(problems.within(`components.${choice.name}.runWith`)).length > 0
        return (
          <ExpandableSection
            key={choice.name}
            variant="container"
            headerText={<span className="meadow-page-title">{choice.name}</span>}
            headerCounter={choice.version}
            headerDescription={settingsText(choice)}
            headingTagOverride="h2"
            expanded={open.has(choice.name)}
            headerActions={
              wrong ? <StatusIndicator type="error">Needs attention</StatusIndicator> : undefined
            }
            onChange={({ detail }) => toggle(choice.name, detail.expanded)}
          >
            {open.has(choice.name) ? (
              <ComponentSettings
                choice={choice}
                arn={catalogue.byName.get(choice.name)?.arn ?? ''}
                before={baseline?.components[choice.name]}
                problems={problems}
                onChange={update => change(held => withChoice(held, choice.name, update))}
              />
            ) : null}
          </ExpandableSection>
        )
      })}
    </SpaceBetween>
  )
}

/** What a component is told beyond its version, in a few words. */
function settingsText(choice: ComponentChoice): string {
  const resets = resetPointers(choice).length
  const parts = [
    choice.merge.trim() ? 'changes the configuration' : '',
    choice.resetAll ? 'resets everything' : resets > 0 ? `resets ${countText(resets, 'path')}` : '',
    choice.posixUser || choice.windowsUser ? `runs as ${choice.posixUser || choice.windowsUser}` : '',
    choice.memory || choice.cpus ? 'has limits' : '',
  ].filter(Boolean)
  if (parts.length === 0) return 'As its recipe says'
  const words = parts.join(' · ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

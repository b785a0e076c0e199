import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import type { Deployment } from '#src/domain/deployment.ts'
import { formFromRequest } from './form-from-request.ts'
import { type ComponentChoice, withChoice, withComponent, withoutComponent } from './form-model.ts'
import { ComponentCatalogue } from './ComponentCatalogue.tsx'
import type { StepProps } from './steps.ts'
import { type Catalogue, useCatalogue } from './use-catalogue.ts'
import { VersionField } from './VersionField.tsx'

interface ComponentsStepProps extends StepProps {
  /** What the target has now, if anything. */
  baseline: Deployment | null
}

export function ComponentsStep({ form, change, problems, baseline }: ComponentsStepProps) {
  const catalogue = useCatalogue()
  const chosen = useMemo(() => new Set(form.components.map(choice => choice.name)), [form.components])
  const leftOut = Object.entries(baseline?.components ?? {}).filter(([name]) => !chosen.has(name))
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${form.components.length})`}
            description="The whole list: what is not in it is uninstalled from the target's devices."
          >
            In this deployment
          </Header>
        }
      >
        {form.components.length === 0 ? (
          <Box color="text-body-secondary" textAlign="center" padding="m">
            {baseline
              ? 'Nothing chosen. Deployed like this, everything the target has is uninstalled.'
              : 'Nothing chosen yet. Add components from the list below.'}
          </Box>
        ) : (
          <ul className="meadow-chosen" aria-label="Components in this deployment">
            {form.components.map(choice => (
              <ChosenComponent
                key={choice.name}
                choice={choice}
                catalogue={catalogue}
                before={baseline?.components[choice.name]?.componentVersion}
                errorText={problems.error(`components.${choice.name}.componentVersion`)}
                onVersion={version => change(held => withChoice(held, choice.name, { version }))}
                onRemove={() => change(held => withoutComponent(held, choice.name))}
              />
            ))}
          </ul>
        )}
      </Container>
      {leftOut.length > 0 ? (
        <Alert type="warning" header="These will be uninstalled">
          <SpaceBetween size="xs">
            <div>The current revision of the target holds them and this deployment does not.</div>
            {leftOut.map(([name, component]) => (
              <SpaceBetween key={name} size="xs" direction="horizontal" alignItems="center">
                <span>
                  <strong>{name}</strong> {component.componentVersion}
                </span>
                <Button
                  variant="inline-link"
                  ariaLabel={`Keep ${name}`}
                  onClick={() =>
                    change(held => ({ ...held, components: [...held.components, asBefore(name, component)] }))
                  }
                >
                  Keep it
                </Button>
              </SpaceBetween>
            ))}
          </SpaceBetween>
        </Alert>
      ) : null}
      <ComponentCatalogue
        catalogue={catalogue}
        chosen={chosen}
        onAdd={(name, version) => change(held => withComponent(held, name, version))}
        onRemove={name => change(held => withoutComponent(held, name))}
      />
    </SpaceBetween>
  )
}

/** A component put back comes with the configuration and the user it had. */
function asBefore(name: string, component: Deployment['components'][string]): ComponentChoice {
  return formFromRequest({ targetArn: '', components: { [name]: component } }).components[0]!
}

interface ChosenComponentProps {
  choice: ComponentChoice
  catalogue: Catalogue
  before: string | undefined
  errorText: string | undefined
  onVersion: (version: string) => void
  onRemove: () => void
}

function ChosenComponent({
  choice,
  catalogue,
  before,
  errorText,
  onVersion,
  onRemove,
}: ChosenComponentProps) {
  const entry = catalogue.byName.get(choice.name)
  const unknown = !entry && catalogue.complete
  return (
    <li className="meadow-chosen-row">
      <div className="meadow-chosen-name">
        <strong>{choice.name}</strong>
        <Box color={unknown ? 'text-status-error' : 'text-body-secondary'} fontSize="body-s">
          {unknown
            ? 'Neither your components nor the public ones have this name.'
            : [
                entry ? (entry.scope === 'PRIVATE' ? 'Your component' : 'Public component') : 'Loading…',
                before && before !== choice.version ? `the target has ${before}` : '',
              ]
                .filter(Boolean)
                .join(' · ')}
        </Box>
      </div>
      <div className="meadow-chosen-version">
        <VersionField
          name={choice.name}
          arn={entry?.arn ?? ''}
          value={choice.version}
          errorText={errorText}
          onChange={onVersion}
        />
      </div>
      <Button ariaLabel={`Remove ${choice.name}`} iconName="remove" variant="icon" onClick={onRemove} />
    </li>
  )
}

import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { DeploymentForm } from './form-model.ts'
import type { StepProps } from './steps.ts'

export function PolicyFields({ form, change, problems }: StepProps) {
  return (
    <Container
      header={
        <Header variant="h2" description="What each device does while it applies the deployment.">
          On the device
        </Header>
      }
    >
      <SpaceBetween size="l">
        <FormField label="When the deployment fails">
          <RadioGroup
            ariaLabel="When the deployment fails"
            value={form.failureHandling || 'ROLLBACK'}
            items={[
              {
                value: 'ROLLBACK',
                label: 'Roll back',
                description: 'The device returns to what it ran before.',
              },
              {
                value: 'DO_NOTHING',
                label: 'Leave it as it is',
                description: 'The device may be left half updated. For finding out what went wrong.',
              },
            ]}
            onChange={({ detail }) =>
              change(held => ({
                ...held,
                failureHandling: detail.value as DeploymentForm['failureHandling'],
              }))
            }
          />
        </FormField>
        <FormField label="Before components are updated">
          <RadioGroup
            ariaLabel="Before components are updated"
            value={form.updateAction || 'NOTIFY_COMPONENTS'}
            items={[
              {
                value: 'NOTIFY_COMPONENTS',
                label: 'Ask the components',
                description: 'A component may put the update off until the time below is over.',
              },
              {
                value: 'SKIP_NOTIFY_COMPONENTS',
                label: 'Do not ask',
                description: 'The update goes ahead at once.',
              },
            ]}
            onChange={({ detail }) =>
              change(held => ({ ...held, updateAction: detail.value as DeploymentForm['updateAction'] }))
            }
          />
        </FormField>
        <div className="meadow-pair">
          <FormField
            label="Seconds to wait for components"
            constraintText="Then the update goes ahead. Default 60."
            errorText={problems.error('deploymentPolicies.componentUpdatePolicy.timeoutInSeconds')}
          >
            <Input
              value={form.updateTimeout}
              inputMode="numeric"
              placeholder="60"
              onChange={({ detail }) => change(held => ({ ...held, updateTimeout: detail.value }))}
            />
          </FormField>
          <FormField
            label="Seconds to validate a configuration"
            constraintText="Time a component has to accept its new configuration. Default 30."
            errorText={problems.error('deploymentPolicies.configurationValidationPolicy.timeoutInSeconds')}
          >
            <Input
              value={form.validationTimeout}
              inputMode="numeric"
              placeholder="30"
              onChange={({ detail }) => change(held => ({ ...held, validationTimeout: detail.value }))}
            />
          </FormField>
        </div>
      </SpaceBetween>
    </Container>
  )
}

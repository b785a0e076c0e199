import Alert from '@cloudscape-design/components/alert'
import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { JobConfiguration } from '#src/domain/deployment.ts'
import { ForecastSection } from '../forecast/ForecastSection.tsx'
import { AbortFields } from './AbortFields.tsx'
import { PolicyFields } from './PolicyFields.tsx'
import { RateFields } from './RateFields.tsx'
import { requestFromForm } from './request-from-form.ts'
import type { StepProps } from './steps.ts'
import { useTarget } from './use-target.ts'

export function RolloutStep(props: StepProps) {
  const { form, change, problems } = props
  const target = useTarget(form.targetArn)
  const forGroup = target.kind !== 'thing'
  const config = forGroup ? requestFromForm(form).request.iotJobConfiguration : undefined
  return (
    <SpaceBetween size="l">
      {forGroup ? (
        <SpaceBetween size="l">
          <Container
            header={
              <Header variant="h2" description="How fast the devices of the group are told.">
                Rollout
              </Header>
            }
          >
            <SpaceBetween size="l">
              <RateFields {...props} />
              <Forecast config={config} size={target.size} />
            </SpaceBetween>
          </Container>
          <Container
            header={
              <Header
                variant="h2"
                counter={form.abort.length > 0 ? `(${form.abort.length})` : ''}
                description="Cancels the deployment for devices that have not begun when too many others fail. Nothing is undone on devices that have it."
              >
                Stop when it goes wrong
              </Header>
            }
          >
            <AbortFields {...props} />
          </Container>
          <Container header={<Header variant="h2">Time-out</Header>}>
            <FormField
              label="Minutes a device may take"
              description="The clock starts when the device begins, so a device that is offline never times out."
              constraintText="1 to 10,080 (7 days). Empty: no time-out."
              errorText={problems.error('iotJobConfiguration.timeoutConfig.inProgressTimeoutInMinutes')}
            >
              <Input
                value={form.timeoutMinutes}
                inputMode="numeric"
                placeholder="No time-out"
                onChange={({ detail }) => change(held => ({ ...held, timeoutMinutes: detail.value }))}
              />
            </FormField>
          </Container>
        </SpaceBetween>
      ) : (
        <Alert type="info" header="Rates, stop rules and time-outs are for groups">
          A deployment to one device reaches it as soon as it is online.
        </Alert>
      )}
      <PolicyFields {...props} />
      <Container
        header={
          <Header variant="h2" description="For cost reports and access rules. They stay with this revision.">
            Tags
          </Header>
        }
      >
        <AttributeEditor
          items={form.tags}
          addButtonText="Add a tag"
          removeButtonText="Remove"
          removeButtonAriaLabel={tag => `Remove tag ${tag.key || 'without a key'}`}
          empty="No tags."
          disableAddButton={form.tags.length >= 200}
          onAddButtonClick={() => change(held => ({ ...held, tags: [...held.tags, { key: '', value: '' }] }))}
          onRemoveButtonClick={({ detail }) =>
            change(held => ({ ...held, tags: held.tags.filter((_, index) => index !== detail.itemIndex) }))
          }
          definition={[
            {
              label: 'Key',
              control: (tag, index) => (
                <Input
                  value={tag.key}
                  ariaLabel={`Key of tag ${index + 1}`}
                  onChange={({ detail }) => change(held => withTag(held, index, { key: detail.value }))}
                />
              ),
              errorText: (tag, index) => problems.error(`tags.${index}`) ?? problems.error(`tags.${tag.key}`),
            },
            {
              label: 'Value',
              control: (tag, index) => (
                <Input
                  value={tag.value}
                  ariaLabel={`Value of tag ${index + 1}`}
                  onChange={({ detail }) => change(held => withTag(held, index, { value: detail.value }))}
                />
              ),
            },
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}

function Forecast({ config, size }: { config: JobConfiguration | undefined; size: number | null }) {
  if (size === null) return null
  if (size > 0) return <ForecastSection config={config} groupSize={size} />
  return (
    <output className="meadow-forecast">
      The group is empty now; devices that join it get the deployment at once.
    </output>
  )
}

function withTag(
  form: StepProps['form'],
  at: number,
  update: Partial<{ key: string; value: string }>,
): StepProps['form'] {
  return { ...form, tags: form.tags.map((tag, index) => (index === at ? { ...tag, ...update } : tag)) }
}

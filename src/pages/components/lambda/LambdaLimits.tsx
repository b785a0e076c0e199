import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lambdaDefaults, type LambdaNumber } from '#src/domain/lambda-source.ts'
import type { LambdaPart } from './lambda-form.ts'

const numbers: { key: LambdaNumber; label: string; unit: string }[] = [
  { key: 'timeoutInSeconds', label: 'Timeout', unit: 'seconds for one call' },
  { key: 'statusTimeoutInSeconds', label: 'Status timeout', unit: 'seconds between signs of life' },
  { key: 'maxIdleTimeInSeconds', label: 'Longest idle time', unit: 'seconds before an instance is stopped' },
  { key: 'maxQueueSize', label: 'Longest queue', unit: 'messages' },
  { key: 'maxInstancesCount', label: 'Most instances', unit: 'at once' },
]

/** How the function runs, and within which limits. */
export function LambdaLimits(part: LambdaPart) {
  const { form, set } = part
  return (
    <Container header={<Header variant="h2">How it runs</Header>}>
      <SpaceBetween size="l">
        <FormField label="Life cycle">
          <RadioGroup
            value={form.pinned ? 'pinned' : 'on-demand'}
            items={[
              {
                value: 'pinned',
                label: 'Long-lived (pinned)',
                description: 'Starts with the device and keeps running.',
              },
              {
                value: 'on-demand',
                label: 'On demand',
                description: 'Starts when an event calls it, and stops when it is idle.',
              },
            ]}
            onChange={({ detail }) => set({ pinned: detail.value === 'pinned' })}
          />
        </FormField>
        <FormField label="Encoding of events">
          <RadioGroup
            value={form.inputPayloadEncodingType}
            items={[
              { value: 'json', label: 'JSON' },
              { value: 'binary', label: 'Binary' },
            ]}
            onChange={({ detail }) =>
              set({ inputPayloadEncodingType: detail.value === 'binary' ? 'binary' : 'json' })
            }
          />
        </FormField>
        <ColumnLayout columns={3} minColumnWidth={180}>
          {numbers.map(({ key, label, unit }) => (
            <NumberField key={key} part={part} name={key} label={label} unit={unit} />
          ))}
        </ColumnLayout>
      </SpaceBetween>
    </Container>
  )
}

/** A number that may be left open: the service then takes its default, which stands in the empty field. */
export function NumberField(props: { part: LambdaPart; name: LambdaNumber; label: string; unit: string }) {
  const { part, name, label, unit } = props
  return (
    <FormField
      label={label}
      constraintText={unit}
      errorText={part.error(name)}
      warningText={part.warning(name)}
    >
      <Input
        value={part.form[name]}
        inputMode="numeric"
        placeholder={String(lambdaDefaults[name])}
        onChange={({ detail }) => part.set({ [name]: detail.value })}
      />
    </FormField>
  )
}

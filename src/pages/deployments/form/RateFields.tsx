import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import type { RolloutChoice } from './form-model.ts'
import type { StepProps } from './steps.ts'

const config = 'iotJobConfiguration.jobExecutionsRolloutConfig'

export function RateFields({ form, change, problems }: StepProps) {
  const { rollout } = form
  const set = (update: Partial<RolloutChoice>) =>
    change(held => ({ ...held, rollout: { ...held.rollout, ...update } }))
  return (
    <SpaceBetween size="l">
      <Tiles
        ariaLabel="Rollout rate"
        value={rollout.kind}
        columns={3}
        items={[
          {
            value: 'none',
            label: 'As fast as it goes',
            description: 'The service tells up to 1,000 devices a minute.',
          },
          {
            value: 'constant',
            label: 'Constant rate',
            description: 'So many devices a minute, from first to last.',
          },
          {
            value: 'exponential',
            label: 'Growing rate',
            description: 'Starts with a few and speeds up as devices are reached.',
          },
        ]}
        onChange={({ detail }) => set({ kind: detail.value as RolloutChoice['kind'] })}
      />
      {rollout.kind === 'constant' ? (
        <FormField
          label="Devices a minute"
          constraintText="1 to 1,000."
          errorText={problems.error(`${config}.maximumPerMinute`)}
        >
          <Input
            value={rollout.maximumPerMinute}
            inputMode="numeric"
            placeholder="10"
            onChange={({ detail }) => set({ maximumPerMinute: detail.value })}
          />
        </FormField>
      ) : null}
      {rollout.kind === 'exponential' ? (
        <ExponentialFields rollout={rollout} set={set} problems={problems} />
      ) : null}
    </SpaceBetween>
  )
}

interface ExponentialFieldsProps {
  rollout: RolloutChoice
  set: (update: Partial<RolloutChoice>) => void
  problems: StepProps['problems']
}

function ExponentialFields({ rollout, set, problems }: ExponentialFieldsProps) {
  const rate = `${config}.exponentialRate`
  return (
    <SpaceBetween size="l">
      <div className="meadow-pair">
        <FormField
          label="Devices a minute at the start"
          constraintText="1 to 1,000."
          errorText={problems.error(`${rate}.baseRatePerMinute`)}
        >
          <Input
            value={rollout.baseRate}
            inputMode="numeric"
            placeholder="5"
            onChange={({ detail }) => set({ baseRate: detail.value })}
          />
        </FormField>
        <FormField
          label="Growth factor"
          constraintText="1.1 to 5, one decimal."
          errorText={problems.error(`${rate}.incrementFactor`)}
        >
          <Input
            value={rollout.factor}
            inputMode="decimal"
            placeholder="2"
            onChange={({ detail }) => set({ factor: detail.value })}
          />
        </FormField>
      </div>
      <div className="meadow-pair">
        <FormField label="Speed up after this many devices have">
          <RadioGroup
            value={rollout.criterion}
            ariaLabel="What speeds the rollout up"
            items={[
              { value: 'notified', label: 'been told' },
              {
                value: 'succeeded',
                label: 'succeeded',
                description: 'Slower, and a bad release stays slow.',
              },
            ]}
            onChange={({ detail }) => set({ criterion: detail.value as RolloutChoice['criterion'] })}
          />
        </FormField>
        <FormField
          label="Number of devices"
          constraintText="The rate grows at each multiple of it."
          errorText={
            problems.error(`${rate}.rateIncreaseCriteria`) ??
            problems.within(`${rate}.rateIncreaseCriteria`).find(p => p.severity === 'error')?.message
          }
        >
          <Input
            value={rollout.criterionCount}
            inputMode="numeric"
            placeholder="10"
            onChange={({ detail }) => set({ criterionCount: detail.value })}
          />
        </FormField>
      </div>
      <FormField
        label="Never more than this many a minute"
        constraintText="Optional. 1 to 1,000."
        errorText={problems.error(`${config}.maximumPerMinute`)}
      >
        <Input
          value={rollout.maximumPerMinute}
          inputMode="numeric"
          placeholder="1000"
          onChange={({ detail }) => set({ maximumPerMinute: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  )
}

import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import type { AbortCriterion } from '#src/domain/deployment.ts'
import type { AbortChoice } from './form-model.ts'
import type { StepProps } from './steps.ts'

const kinds: { value: AbortCriterion['failureType']; label: string }[] = [
  { value: 'ALL', label: 'Any of these' },
  { value: 'FAILED', label: 'Failed' },
  { value: 'REJECTED', label: 'Rejected' },
  { value: 'TIMED_OUT', label: 'Timed out' },
]

/** What the rules come to is told beside the forecast of the rollout. */
export function AbortFields({ form, change, problems }: StepProps) {
  const set = (at: number, update: Partial<AbortChoice>) =>
    change(held => ({
      ...held,
      abort: held.abort.map((choice, index) => (index === at ? { ...choice, ...update } : choice)),
    }))
  const at = (index: number) => `iotJobConfiguration.abortConfig.criteriaList.${index}`
  return (
    <AttributeEditor
      items={form.abort}
      addButtonText="Add a rule"
      removeButtonText="Remove"
      removeButtonAriaLabel={choice => `Remove the rule for ${kindLabel(choice.failureType).toLowerCase()}`}
      empty="No rule: the rollout goes on whatever happens."
      onAddButtonClick={() =>
        change(held => ({
          ...held,
          abort: [...held.abort, { failureType: 'ALL', threshold: '20', minimum: '10' }],
        }))
      }
      onRemoveButtonClick={({ detail }) =>
        change(held => ({ ...held, abort: held.abort.filter((_, index) => index !== detail.itemIndex) }))
      }
      definition={[
        {
          label: 'Devices that',
          control: (choice, index) => (
            <Select
              selectedOption={{ value: choice.failureType, label: kindLabel(choice.failureType) }}
              options={kinds}
              ariaLabel={`What rule ${index + 1} counts`}
              onChange={({ detail }) =>
                set(index, { failureType: detail.selectedOption.value as AbortChoice['failureType'] })
              }
            />
          ),
        },
        {
          label: 'reach this percent',
          control: (choice, index) => (
            <Input
              value={choice.threshold}
              inputMode="decimal"
              ariaLabel={`Percentage of rule ${index + 1}`}
              onChange={({ detail }) => set(index, { threshold: detail.value })}
            />
          ),
          errorText: (_, index) => problems.error(`${at(index)}.thresholdPercentage`),
        },
        {
          label: 'once so many ended',
          control: (choice, index) => (
            <Input
              value={choice.minimum}
              inputMode="numeric"
              ariaLabel={`Least number of devices of rule ${index + 1}`}
              onChange={({ detail }) => set(index, { minimum: detail.value })}
            />
          ),
          errorText: (_, index) => problems.error(`${at(index)}.minNumberOfExecutedThings`),
        },
      ]}
    />
  )
}

const kindLabel = (type: string) => kinds.find(kind => kind.value === type)?.label ?? type

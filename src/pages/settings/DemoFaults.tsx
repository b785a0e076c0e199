import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { useState } from 'react'
import type { DemoControl, DemoFault } from '#src/queries/demo.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { faultChoices, faultOperations, faultSentence } from './fault-words.ts'
import { useDemoAction } from './use-demo-action.ts'

const kinds = faultChoices.map(({ kind, label, hint }) => ({
  value: kind as string,
  label,
  description: hint,
}))
const operations = faultOperations.map(name => ({
  value: name as string,
  label: name === '*' ? 'Any call' : name,
}))

interface DemoFaultsProps {
  demo: DemoControl
  faults: readonly DemoFault[]
  quotasEnforced: boolean
}

/** Lets things go wrong on purpose, to see what Meadow makes of it. */
export function DemoFaults({ demo, faults, quotasEnforced }: DemoFaultsProps) {
  const { act, busy, failure } = useDemoAction()
  const [kind, setKind] = useState(kinds[0])
  const [operation, setOperation] = useState(operations[0])
  const [always, setAlways] = useState(false)
  const arm = () => {
    if (!kind || !operation) return
    void act('arm', () =>
      demo.arm({ kind: kind.value, operation: operation.value, count: always ? null : 1 }),
    )
  }
  return (
    <SpaceBetween size="s">
      <Box variant="h3">Make something go wrong</Box>
      <div className="m-demo-form">
        <FormField label="Which call">
          <Select
            selectedOption={operation ?? null}
            options={operations}
            filteringType="auto"
            onChange={({ detail }) =>
              setOperation(operations.find(({ value }) => value === detail.selectedOption.value))
            }
          />
        </FormField>
        <FormField label="How it fails">
          <Select
            selectedOption={kind ?? null}
            options={kinds}
            onChange={({ detail }) =>
              setKind(kinds.find(({ value }) => value === detail.selectedOption.value))
            }
          />
        </FormField>
        <SpaceBetween size="s" direction="horizontal" alignItems="center">
          <Button loading={busy === 'arm'} onClick={arm}>
            {always ? 'Let it fail every time' : 'Let the next one fail'}
          </Button>
          <Toggle checked={always} onChange={({ detail }) => setAlways(detail.checked)}>
            Every time
          </Toggle>
        </SpaceBetween>
      </div>
      {faults.length > 0 ? (
        <ul className="m-fault-list" aria-label="What will go wrong">
          {faults.map(fault => (
            <li key={fault.id}>
              {faultSentence(fault)}
              <Button
                variant="inline-link"
                ariaLabel={`Take away: ${faultSentence(fault)}`}
                onClick={() => void act(fault.id, () => demo.disarm(fault.id))}
              >
                Take away
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <SpaceBetween size="m" direction="horizontal" alignItems="center">
        <Toggle
          checked={quotasEnforced}
          onChange={({ detail }) => void act('quotas', () => demo.enforceQuotas(detail.checked))}
        >
          Hold to the documented request quotas
        </Toggle>
        <Button
          loading={busy === 'expire'}
          onClick={() => void act('expire', () => demo.expireCredentials())}
        >
          Let the credentials expire
        </Button>
      </SpaceBetween>
      {failure ? <FailureAlert failure={failure} /> : null}
    </SpaceBetween>
  )
}

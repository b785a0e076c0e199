import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { RetryPlan } from '#src/domain/retry-plan.ts'
import { partsOf, turnBack } from '#src/domain/retry-steps.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { countText } from '../count-text.ts'
import { wayBackWords } from './retry-words.ts'
import { writesOf } from './retry-writes.ts'

interface WayBackDialogProps {
  plan: RetryPlan
  /** Without the group's devices and the group itself, for a group that may be in use otherwise. */
  without?: RetryPlan
  onConfirm(plan: RetryPlan): void
  onDismiss(): void
}

/** Says what taking back does, step by step, before it is begun. */
export function WayBackDialog({ plan, without, onConfirm, onDismiss }: WayBackDialogProps) {
  const readOnly = useReadOnlyReason()
  const [withGroup, setWithGroup] = useState(plan.groupIsOurs)
  const chosen = without && !withGroup ? without : { ...plan, groupIsOurs: withGroup }
  const devices = partsOf(plan).adds.length
  const done = plan.promoted ? 'Clean up' : 'Undo all of it'
  const action = without && !plan.promoted ? 'Clean up' : done
  return (
    <ConfirmDialog
      visible
      title={`${action}?`}
      action={action}
      disabledReason={readOnly}
      onDismiss={onDismiss}
      calls={writesOf(turnBack(chosen))}
      onConfirm={async () => onConfirm(chosen)}
      consequences={
        <SpaceBetween size="s">
          <ul className="meadow-happens">
            {wayBackWords(chosen).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {without ? (
            <Checkbox
              checked={withGroup}
              description={
                plan.groupIsOurs
                  ? 'It was made for a retry.'
                  : 'Nothing says that it was made for a retry: see first that nobody else uses it.'
              }
              onChange={({ detail }) => setWithGroup(detail.checked)}
            >
              {`Take ${countText(devices, 'device')} out of ${plan.groupName} and delete it`}
            </Checkbox>
          ) : null}
        </SpaceBetween>
      }
    />
  )
}

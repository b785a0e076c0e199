import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { targetName } from '#src/domain/arn.ts'
import { planState, promote, retrySteps, turnBack, turnForward } from '#src/domain/retry-steps.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { PromoteDialog } from './PromoteDialog.tsx'
import type { RetryRun } from './retry-runs.ts'
import { useChild } from './use-child.ts'
import type { RetryHandle } from './use-retry-runs.ts'
import { WayBackDialog } from './WayBackDialog.tsx'

/** Every way on and back from where a retry stands; nothing while calls are under way. */
export function RetryActions({ retry, handle }: { retry: RetryRun; handle: RetryHandle }) {
  const { plan, running } = retry
  const readOnly = useReadOnlyReason()
  const [asking, setAsking] = useState<'promote' | 'back' | null>(null)
  const child = useChild(plan)
  if (running) return null
  const state = planState(plan)
  const failed = plan.steps.filter(step => step.state === 'failed')
  // The parent may have changed since: what a refused promotion would do has to be read again.
  const promoteAgain = failed.some(step => step.kind === 'promote' && !step.uncertain)
  const done = state === 'done'
  const isForward = plan.direction === 'forward'
  const close = () => setAsking(null)
  return (
    <>
      <SpaceBetween size="xs" direction="horizontal">
        {state === 'undone' || plan.promoted || child.gone ? (
          <Button onClick={() => handle.forget(plan.id)}>Close</Button>
        ) : null}
        {!isForward && !plan.promoted ? (
          <WriteButton
            disabledReason={readOnly}
            onClick={() => {
              handle.forget(plan.id)
              handle.run(turnForward(plan, crypto.randomUUID()))
            }}
          >
            Do it again
          </WriteButton>
        ) : null}
        {isForward ? (
          <WriteButton
            variant={plan.promoted ? 'primary' : 'normal'}
            disabledReason={readOnly}
            onClick={() => setAsking('back')}
          >
            {plan.promoted ? 'Clean up' : 'Undo all of it'}
          </WriteButton>
        ) : null}
        {!promoteAgain && (failed.length > 0 || (!done && state !== 'undone')) ? (
          <WriteButton
            variant="primary"
            disabledReason={readOnly}
            onClick={() => handle.run(retrySteps(plan))}
          >
            {failed.length > 0 ? 'Try the failed steps again' : 'Go on'}
          </WriteButton>
        ) : null}
        {promoteAgain || (done && !plan.promoted) ? (
          <WriteButton
            variant="primary"
            disabledReason={
              readOnly ?? (child.deployment ? undefined : 'The sub-deployment has not been read')
            }
            onClick={() => setAsking('promote')}
          >
            Promote to parent
          </WriteButton>
        ) : null}
      </SpaceBetween>
      {asking === 'back' ? (
        <WayBackDialog plan={plan} onDismiss={close} onConfirm={() => handle.run(turnBack(plan))} />
      ) : null}
      {asking === 'promote' && child.deployment ? (
        <PromoteDialog
          child={child.deployment}
          parentName={targetName(plan.parentTargetArn)}
          onDismiss={close}
          onConfirm={request => handle.run(promote(plan, { token: crypto.randomUUID(), request }))}
        />
      ) : null}
    </>
  )
}

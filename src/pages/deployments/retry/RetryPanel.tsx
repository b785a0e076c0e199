import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { targetName } from '#src/domain/arn.ts'
import type { RetryPlan, RetryStep, StepState } from '#src/domain/retry-plan.ts'
import { planState, retrySteps, skipDevice, turnBack } from '#src/domain/retry-steps.ts'
import { linkTo } from '#src/paths.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { countText } from '../count-text.ts'

interface RetryPanelProps {
  plan: RetryPlan
  running: boolean
  run(plan: RetryPlan): Promise<void>
  forget(): void
}

const icons: Record<StepState, StatusIndicatorProps.Type> = {
  todo: 'pending',
  doing: 'in-progress',
  done: 'success',
  failed: 'error',
  skipped: 'stopped',
  undone: 'stopped',
}

/** Where a retry stands, step by step: what is done, what failed, and every way on and back. */
export function RetryPanel({ plan, running, run, forget }: RetryPanelProps) {
  const readOnly = useReadOnlyReason()
  const state = planState(plan)
  const adds = plan.steps.filter(step => step.kind === 'add-device')
  const added = adds.filter(step => step.state === 'done').length
  const failed = plan.steps.filter(step => step.state === 'failed')
  const stopped = !running && (state === 'running' || state === 'ready')
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`A sub-deployment of ${targetName(plan.parentTargetArn)} for the thing group ${plan.groupName}.`}
          actions={
            <SpaceBetween size="xs" direction="horizontal">
              {plan.direction === 'forward' && !running && state !== 'ready' ? (
                <WriteButton disabledReason={readOnly} onClick={() => void run(turnBack(plan))}>
                  Undo all of it
                </WriteButton>
              ) : null}
              {failed.length > 0 || stopped ? (
                <WriteButton
                  variant="primary"
                  loading={running}
                  disabledReason={readOnly}
                  onClick={() => void run(retrySteps(plan))}
                >
                  {failed.length > 0 ? 'Try the failed steps again' : 'Go on'}
                </WriteButton>
              ) : null}
              {!running && (state === 'done' || state === 'undone') ? (
                <Button onClick={forget}>Close</Button>
              ) : null}
            </SpaceBetween>
          }
        >
          Retry on {countText(adds.length, 'device')}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {state === 'done' && plan.deployment ? (
          <Alert type="success" header={`The sub-deployment goes to ${countText(added, 'device')}`}>
            <RouteLink to={linkTo.deployment(plan.deployment.id)}>Watch the sub-deployment</RouteLink>. When
            it has helped, revise the parent with the same change; its new revision takes the place of the
            sub-deployment.
          </Alert>
        ) : null}
        {state === 'undone' ? <Alert type="info">Everything was taken back.</Alert> : null}
        <Step step={plan.steps[0]!} text={`Thing group ${plan.groupName}`} />
        <ProgressBar
          label="Devices in the group"
          value={(100 * added) / Math.max(1, adds.length)}
          additionalInfo={`${added} of ${adds.length}`}
        />
        {failed.map(step =>
          step.kind === 'add-device' ? (
            <SpaceBetween key={step.id} size="xs" direction="horizontal">
              <Step step={step} text={step.thing} />
              <Button
                variant="inline-link"
                disabled={running}
                onClick={() => void run(skipDevice(plan, step.thing))}
              >
                {`Leave ${step.thing} out`}
              </Button>
            </SpaceBetween>
          ) : null,
        )}
        <Step step={plan.steps.at(-1)!} text="Sub-deployment" />
      </SpaceBetween>
    </Container>
  )
}

function Step({ step, text }: { step: RetryStep; text: string }) {
  return (
    <div>
      <StatusIndicator type={icons[step.state]}>{text}</StatusIndicator>
      {step.failure ? <div className="meadow-soft">{step.failure}</div> : null}
    </div>
  )
}

import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import LiveRegion from '@cloudscape-design/components/live-region'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Steps from '@cloudscape-design/components/steps'
import { useEffect, useRef } from 'react'
import { targetName } from '#src/domain/arn.ts'
import type { RetryPlan, RetryStep } from '#src/domain/retry-plan.ts'
import { partsOf, planState, skipDevice } from '#src/domain/retry-steps.ts'
import { linkTo } from '#src/paths.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { countText } from '../count-text.ts'
import { RetryActions } from './RetryActions.tsx'
import type { RetryRun } from './retry-runs.ts'
import { deviceWords, spokenState, stepIcons, stepWords } from './retry-words.ts'
import { useChild } from './use-child.ts'
import type { RetryHandle } from './use-retry-runs.ts'

interface RetryPanelProps {
  retry: RetryRun
  handle: RetryHandle
  /** The deployment whose page this is: no link leads to it. */
  here: string
}

/** Where a retry stands, step by step: what is done, what failed, and every way on and back. */
export function RetryPanel({ retry, handle, here }: RetryPanelProps) {
  const { plan } = retry
  const frame = useRef<HTMLDivElement>(null)
  const { running } = retry
  useEffect(() => {
    // It stands at the top of the page, and was begun further down.
    if (running) frame.current?.scrollIntoView({ block: 'nearest' })
  }, [running])
  const { group, adds, deploy, promote } = partsOf(plan)
  const parent = targetName(plan.parentTargetArn)
  const { gone } = useChild(plan)
  const title =
    adds.length > 0 ? `Retry on ${countText(adds.length, 'device')}` : `Sub-deployment for ${plan.groupName}`
  const shown = [
    group,
    ...(adds.length > 0 ? (['devices'] as const) : []),
    deploy,
    ...(promote ? [promote] : []),
  ]
  return (
    <div ref={frame} className="meadow-retry">
      <Container
        header={
          <Header
            variant="h2"
            description={
              <span className="meadow-words">
                A sub-deployment of {parent}
                {adds.length > 0 ? ` for the thing group ${plan.groupName}` : ''}.
              </span>
            }
            actions={<RetryActions retry={retry} handle={handle} />}
          >
            <span className="meadow-words">{title}</span>
          </Header>
        }
      >
        <LiveRegion hidden tagName="div">
          {retry.running ? '' : spokenState(plan)}
        </LiveRegion>
        <SpaceBetween size="m">
          {retry.elsewhere ? (
            <Alert type="info">Another tab is carrying this out. What it does shows here as well.</Alert>
          ) : null}
          {gone && !retry.running ? (
            <Alert type="warning">
              The sub-deployment is no longer there: somebody has deleted it. What is left can be taken back.
            </Alert>
          ) : (
            <Outcome plan={plan} here={here} />
          )}
          <Steps
            ariaLabel={`Steps of the ${title.toLowerCase()}`}
            steps={shown.map(step =>
              step === 'devices'
                ? {
                    status: devicesIcon(adds),
                    header: <span className="meadow-words">{deviceWords(plan)}</span>,
                    details: <Devices plan={plan} adds={adds} retry={retry} handle={handle} />,
                  }
                : {
                    status: stepIcons[step.state],
                    header: <span className="meadow-words">{stepWords(plan, step)}</span>,
                    details: step.failure ? <span className="meadow-soft">{step.failure}</span> : undefined,
                  },
            )}
          />
        </SpaceBetween>
      </Container>
    </div>
  )
}

function Outcome({ plan, here }: { plan: RetryPlan; here: string }) {
  const state = planState(plan)
  const parent = targetName(plan.parentTargetArn)
  const { adds } = partsOf(plan)
  if (state === 'undone')
    return (
      <Alert type={plan.promoted ? 'success' : 'info'} header={plan.promoted ? 'Cleaned up' : undefined}>
        {plan.promoted ? (
          <>
            {parent} carries the change now.{' '}
            {plan.promoted.id === here ? null : (
              <RouteLink
                to={linkTo.deployment(plan.promoted.id)}
              >{`See the revision of ${parent}`}</RouteLink>
            )}
          </>
        ) : (
          'Everything was taken back.'
        )}
      </Alert>
    )
  if (state !== 'done') return null
  if (plan.promoted)
    return (
      <Alert type="success" header={`${parent} carries the change now`}>
        Its new revision has taken the place of the sub-deployment, which can be cleaned up.
        <SpaceBetween size="m" direction="horizontal">
          {plan.promoted.id === here ? null : (
            <RouteLink
              to={linkTo.deployment(plan.promoted.id)}
            >{`Watch the revision of ${parent}`}</RouteLink>
          )}
          <RouteLink to={linkTo.deployment(plan.promoted.id, 'revisions')}>
            Roll back to an earlier revision
          </RouteLink>
        </SpaceBetween>
      </Alert>
    )
  if (!plan.deployment) return null
  const added = adds.filter(step => step.state === 'done').length
  return (
    <Alert type="success" header={`The sub-deployment goes to ${countText(added, 'device')}`}>
      {plan.deployment.id === here ? null : (
        <>
          <RouteLink to={linkTo.deployment(plan.deployment.id)}>Watch the sub-deployment</RouteLink>.{' '}
        </>
      )}
      When it has helped, promote it: {parent} then brings what it changed to all of its devices.
    </Alert>
  )
}

const devicesIcon = (adds: readonly RetryStep[]) => {
  const any = (state: RetryStep['state']) => adds.some(step => step.state === state)
  if (any('failed')) return 'error'
  if (any('doing')) return 'in-progress'
  return any('todo') ? 'pending' : any('done') ? 'success' : 'stopped'
}

interface DevicesProps {
  plan: RetryPlan
  adds: readonly Extract<RetryStep, { kind: 'add-device' }>[]
  retry: RetryRun
  handle: RetryHandle
}

/** A bar for them all, those that failed with a way on, and each one behind a click. */
function Devices({ plan, adds, retry, handle }: DevicesProps) {
  const readOnly = useReadOnlyReason()
  const failed = adds.filter(step => step.state === 'failed')
  const inside = adds.filter(step => step.state === 'done').length
  const canSkip = plan.direction === 'forward'
  const skip = (things: readonly string[]) => handle.run(things.reduce(skipDevice, plan))
  return (
    <SpaceBetween size="xs">
      {retry.running ? (
        <ProgressBar
          ariaLabel="Devices in the group"
          variant="standalone"
          value={(100 * inside) / Math.max(1, adds.length)}
        />
      ) : null}
      {failed.slice(0, 10).map(step => (
        <div key={step.id}>
          <StatusIndicator type="error">{step.thing}</StatusIndicator>{' '}
          {canSkip ? (
            <WriteButton
              variant="inline-link"
              disabledReason={readOnly ?? (retry.running ? 'Other steps are under way' : undefined)}
              onClick={() => skip([step.thing])}
            >
              {`Leave ${step.thing} out`}
            </WriteButton>
          ) : null}
          <div className="meadow-soft">{step.failure}</div>
        </div>
      ))}
      {canSkip && failed.length > 1 && !retry.running ? (
        <Button disabled={readOnly !== undefined} onClick={() => skip(failed.map(({ thing }) => thing))}>
          {`Leave out all ${failed.length} that failed`}
        </Button>
      ) : null}
      <ExpandableSection variant="inline" headerText="Each device">
        <ul className="meadow-retry-devices">
          {adds.map(step => (
            <li key={step.id}>
              <StatusIndicator type={stepIcons[step.state]}>{step.thing}</StatusIndicator>
            </li>
          ))}
        </ul>
      </ExpandableSection>
    </SpaceBetween>
  )
}

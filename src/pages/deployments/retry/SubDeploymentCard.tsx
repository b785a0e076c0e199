import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { targetName } from '#src/domain/arn.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { promote, turnBack } from '#src/domain/retry-steps.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { deploymentsQuery } from '#src/queries/deployments.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { PromoteDialog } from './PromoteDialog.tsx'
import { useFoundPlan } from './use-found-plan.ts'
import type { RetryHandle } from './use-retry-runs.ts'
import { WayBackDialog } from './WayBackDialog.tsx'

/** What a sub-deployment is for, and its two ends: its parent takes it over, or it is cleaned up. */
export function SubDeploymentCard({ child, handle }: { child: Deployment; handle: RetryHandle }) {
  const connection = useConnection()
  const readOnly = useReadOnlyReason()
  const [asking, setAsking] = useState<'promote' | 'back' | null>(null)
  const parent = targetName(child.parentTargetArn ?? '')
  const parents = useQuery(
    deploymentsQuery(connection, { history: 'LATEST_ONLY', targetArn: child.parentTargetArn ?? '' }),
  )
  const current = parents.data?.rows[0]
  const { plan, failure, retry } = useFoundPlan(child, asking !== null)
  const replaced = child.isLatestForTarget ? undefined : 'A newer revision has taken its place'
  const reason = readOnly ?? replaced
  const close = () => setAsking(null)
  // A group that others may use keeps its devices.
  const groupStays = plan && {
    ...plan,
    groupIsOurs: false,
    steps: plan.steps.filter(step => step.kind !== 'add-device'),
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={<span className="meadow-words">{standing(child, parent)}</span>}
          actions={
            <SpaceBetween size="xs" direction="horizontal">
              <WriteButton disabledReason={reason} onClick={() => setAsking('back')}>
                Clean up
              </WriteButton>
              <WriteButton variant="primary" disabledReason={reason} onClick={() => setAsking('promote')}>
                Promote to parent
              </WriteButton>
            </SpaceBetween>
          }
        >
          <span className="meadow-words">
            Sub-deployment of{' '}
            {current ? <RouteLink to={linkTo.deployment(current.id)}>{parent}</RouteLink> : parent}
          </span>
        </Header>
      }
    >
      {failure ? (
        <FailureAlert failure={failure} title="Its thing group could not be read" retry={retry} />
      ) : null}
      {asking === 'promote' && plan && groupStays ? (
        <PromoteDialog
          child={child}
          parentName={parent}
          onDismiss={close}
          onConfirm={request =>
            handle.run(promote(plan.groupIsOurs ? plan : groupStays, { token: crypto.randomUUID(), request }))
          }
        />
      ) : null}
      {asking === 'back' && plan && groupStays ? (
        <WayBackDialog
          plan={plan}
          without={groupStays}
          onDismiss={close}
          onConfirm={chosen => handle.run(turnBack(chosen))}
        />
      ) : null}
    </Container>
  )
}

function standing(child: Deployment, parent: string): string {
  if (child.status === 'ACTIVE')
    return `On its devices it takes the place of what ${parent} brings, until ${parent} is revised.`
  if (child.status === 'CANCELED')
    return 'It was cancelled. Devices that have it keep it until the parent is revised.'
  return `It is ${child.status.toLowerCase()}: most likely a revision of ${parent} has taken its place.`
}

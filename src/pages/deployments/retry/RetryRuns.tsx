import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Deployment } from '#src/domain/deployment.ts'
import { RetryPanel } from './RetryPanel.tsx'
import type { RetryRun } from './retry-runs.ts'
import { SubDeploymentCard } from './SubDeploymentCard.tsx'
import { useRetryRuns } from './use-retry-runs.ts'
import './retry.css'

interface RetryRunsProps {
  /** Of the page, also where there is no such deployment any more. */
  deploymentId: string
  deployment?: Deployment
}

/** The retries that a deployment has to do with, as parent or as child, whoever began them. */
export function RetryRuns({ deploymentId, deployment }: RetryRunsProps) {
  const handle = useRetryRuns()
  const concerning = handle.runs.filter(({ plan }) => concerns(plan, deploymentId, deployment))
  const unknown = deployment?.parentTargetArn && !concerning.some(({ plan }) => plan.made === deploymentId)
  if (concerning.length === 0 && !unknown) return null
  return (
    <SpaceBetween size="l">
      {concerning.map(retry => (
        <RetryPanel key={retry.plan.id} retry={retry} handle={handle} here={deploymentId} />
      ))}
      {deployment && unknown ? <SubDeploymentCard child={deployment} handle={handle} /> : null}
    </SpaceBetween>
  )
}

function concerns(plan: RetryRun['plan'], id: string, deployment: Deployment | undefined): boolean {
  return plan.made === id || plan.promoted?.id === id || plan.parentTargetArn === deployment?.targetArn
}

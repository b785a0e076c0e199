import { parseTargetArn, targetName } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'

export interface DeploymentRow extends DeploymentSummary {
  /** The row that this one is sorted with: its parent's newest deployment, or itself. */
  root: DeploymentSummary
  /** 1 for a sub-deployment under its parent, 0 for all else. */
  depth: 0 | 1
}

/**
 * Deployments with the sub-deployments of a parent right behind it. A sub-deployment whose parent is not in the list
 * stands for itself.
 */
export function nestDeployments(summaries: readonly DeploymentSummary[]): DeploymentRow[] {
  const newestByTarget = new Map<string, DeploymentSummary>()
  for (const summary of summaries) {
    if (summary.parentTargetArn !== null) continue
    const held = newestByTarget.get(summary.targetArn)
    if (!held || isNewer(summary, held)) newestByTarget.set(summary.targetArn, summary)
  }
  const children = new Map<string, DeploymentSummary[]>()
  const roots: DeploymentSummary[] = []
  for (const summary of summaries) {
    const parent = summary.parentTargetArn === null ? undefined : newestByTarget.get(summary.parentTargetArn)
    if (!parent) roots.push(summary)
    else children.set(parent.id, [...(children.get(parent.id) ?? []), summary])
  }
  return roots.flatMap(root => [
    { ...root, root, depth: 0 as const },
    ...(children.get(root.id) ?? []).map(child => ({ ...child, root, depth: 1 as const })),
  ])
}

function isNewer(a: DeploymentSummary, b: DeploymentSummary): boolean {
  if (a.isLatestForTarget !== b.isLatestForTarget) return a.isLatestForTarget
  return (a.created ?? 0) > (b.created ?? 0)
}

/** How a deployment is called where it has no name. */
export function deploymentTitle(deployment: Pick<DeploymentSummary, 'id' | 'name' | 'targetArn'>): string {
  return deployment.name || `Deployment to ${targetName(deployment.targetArn)}`
}

export function targetKind(arn: string): string {
  const target = parseTargetArn(arn)
  return target === null ? 'Target' : target.kind === 'thing' ? 'Core device' : 'Thing group'
}

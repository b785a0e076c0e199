import type { Deployment } from '#src/domain/deployment.ts'

/** A deployment that names the component among its own. */
export interface DeploymentUse {
  deployment: Deployment
  /** The version it asks for. */
  version: string
}

/** The deployments that name a component, those with `version` first, then by name; of any version if it is null. */
export function deploymentUses(
  deployments: readonly Deployment[],
  component: string,
  version: string | null,
): DeploymentUse[] {
  return deployments
    .flatMap(deployment => {
      const entry = Object.hasOwn(deployment.components, component)
        ? deployment.components[component]
        : undefined
      return entry ? [{ deployment, version: entry.componentVersion }] : []
    })
    .sort(
      (a, b) =>
        Number(b.version === version) - Number(a.version === version) ||
        titleOf(a.deployment).localeCompare(titleOf(b.deployment)),
    )
}

/** Whether deleting the version would break what this deployment still does. A cancelled one reaches no further device. */
export const isInForce = (deployment: Pick<Deployment, 'status'>) =>
  deployment.status === 'ACTIVE' || deployment.status === 'COMPLETED'

export const titleOf = (deployment: Pick<Deployment, 'name' | 'id'>) => deployment.name || deployment.id

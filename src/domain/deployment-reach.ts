import { parseTargetArn } from './arn.ts'
import type { ComponentDeployment, DeploymentSummary } from './deployment.ts'

/** What decides whether and when a deployment applies to a device. A list entry or a whole `Deployment` fits. */
export type ReachFacts = Pick<
  DeploymentSummary,
  'id' | 'targetArn' | 'parentTargetArn' | 'created' | 'status' | 'isLatestForTarget'
>

export interface DeviceMembership {
  name: string
  /** Names of its thing groups, those above them included. */
  groups: readonly string[]
}

export interface Reach<D> {
  deployment: D
  through: 'thing' | 'thinggroup'
  /** Who asks, as the nucleus names it: `thinggroup/NAME` or `thing/NAME`; for a sub-deployment its parent. */
  requiredBy: string
  /**
   * `applies`; `replaced` by a sub-deployment or by a newer revision of the parent; `cancelled`: a device that had it
   * before keeps it, others never get it.
   */
  state: 'applies' | 'replaced' | 'cancelled'
  replacedBy: D | null
}

/** The target whose content a deployment is: a sub-deployment takes the place of its parent's. */
const rootTarget = (deployment: ReachFacts) => deployment.parentTargetArn ?? deployment.targetArn

/** How the nucleus names a target in its messages. */
function requirerName(targetArn: string): string {
  const target = parseTargetArn(targetArn)
  return target ? `${target.kind}/${target.name}` : targetArn
}

function byCreation(a: ReachFacts, b: ReachFacts): number {
  return (a.created ?? 0) - (b.created ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Whether a target is the device itself or one of its groups. */
export function isTargetOf(device: DeviceMembership, targetArn: string): boolean {
  const target = parseTargetArn(targetArn)
  if (!target) return false
  return target.kind === 'thing' ? target.name === device.name : device.groups.includes(target.name)
}

/**
 * The current deployments that reach a device, in the order in which they apply: by their creation, oldest first.
 * All of them add up on the device; of a parent and its sub-deployments only the newest counts.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/manage-deployments.html
 */
export function deploymentsReaching<D extends ReachFacts>(
  device: DeviceMembership,
  deployments: Iterable<D>,
): Reach<D>[] {
  const reaching = [...deployments]
    .filter(deployment => deployment.isLatestForTarget && isTargetOf(device, deployment.targetArn))
    .sort(byCreation)
  const newest = new Map<string, D>()
  for (const deployment of reaching) {
    if (deployment.status !== 'CANCELED') newest.set(rootTarget(deployment), deployment)
  }
  return reaching.map(deployment => {
    const winner = newest.get(rootTarget(deployment)) ?? null
    // A cancelled one that a newer one has followed no longer counts either way.
    const replacedBy = winner && winner !== deployment && byCreation(deployment, winner) < 0 ? winner : null
    return {
      deployment,
      through: parseTargetArn(deployment.targetArn)!.kind,
      requiredBy: requirerName(rootTarget(deployment)),
      state: replacedBy ? 'replaced' : deployment.status === 'CANCELED' ? 'cancelled' : 'applies',
      replacedBy,
    }
  })
}

export interface Contribution {
  name: string
  version: string
  configures: boolean
  /** Ids of later deployments that reach the device and configure the same component after this one. */
  configuredAgainBy: string[]
}

/** What each deployment that applies brings to the device, and which later one has the last word on configuration. */
export function contributionsOf<D extends ReachFacts & { components: Record<string, ComponentDeployment> }>(
  reach: readonly Reach<D>[],
): { deployment: D; components: Contribution[] }[] {
  const applying = reach.filter(one => one.state === 'applies').map(one => one.deployment)
  return applying.map((deployment, index) => ({
    deployment,
    components: Object.entries(deployment.components).map(([name, component]) => ({
      name,
      version: component.componentVersion,
      configures: component.configurationUpdate !== undefined,
      configuredAgainBy: applying
        .slice(index + 1)
        .filter(later => later.components[name]?.configurationUpdate !== undefined)
        .map(later => later.id),
    })),
  }))
}

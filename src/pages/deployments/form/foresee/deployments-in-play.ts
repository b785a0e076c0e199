import { parseTargetArn } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import type { DeviceMembership } from '#src/domain/deployment-reach.ts'
import type { DeploymentContent, PlannedDeployment } from '#src/domain/impact.ts'
import { nucleusNames } from '#src/domain/nucleus.ts'

/** A sub-deployment takes the place of its parent's content, so both stand and fall together. */
const rootOf = ({ targetArn, parentTargetArn }: PlannedDeployment | DeploymentContent) =>
  parentTargetArn ?? targetArn

/**
 * Deployments in force that may reach devices of a planned one. Those to single devices count if the device is one of
 * `members`; whether a group shares devices is not known yet.
 */
export function mayReach<D extends Pick<DeploymentSummary, 'targetArn' | 'status' | 'isLatestForTarget'>>(
  deployments: readonly D[],
  members: ReadonlySet<string>,
): D[] {
  return deployments.filter(({ targetArn, status, isLatestForTarget }) => {
    if (!isLatestForTarget || status === 'CANCELED') return false
    const target = parseTargetArn(targetArn)
    return target?.kind === 'thing' ? members.has(target.name) : target !== null
  })
}

/**
 * Of those, the ones that can make a difference: they name a component that the planned one names or takes away, one
 * of `also`, or a nucleus. Their groups alone have to be read.
 */
export function inPlay(
  deployments: readonly DeploymentContent[],
  planned: PlannedDeployment,
  also: Iterable<string> = [],
): DeploymentContent[] {
  const own = rootOf(planned)
  const replaced = deployments.filter(one => rootOf(one) === own || one.targetArn === planned.targetArn)
  const names = new Set([
    ...nucleusNames,
    ...also,
    ...[planned, ...replaced].flatMap(one => Object.keys(one.components ?? {})),
  ])
  const roots = new Set([own, planned.targetArn])
  for (const one of deployments)
    if (Object.keys(one.components).some(name => names.has(name))) roots.add(rootOf(one))
  return deployments.filter(one => roots.has(rootOf(one)))
}

/** Names of the groups whose members have to be known, but for the planned deployment's own. */
export function groupsToRead(
  deployments: readonly DeploymentContent[],
  planned: PlannedDeployment,
): string[] {
  const targets = new Set(deployments.map(one => one.targetArn).filter(arn => arn !== planned.targetArn))
  return [...targets].flatMap(arn => {
    const target = parseTargetArn(arn)
    return target?.kind === 'thinggroup' ? [target.name] : []
  })
}

/** The devices of the planned deployment with those of these groups that hold them. */
export function membershipsOf(
  members: readonly string[],
  ownGroup: string | null,
  groups: ReadonlyMap<string, readonly string[]>,
): DeviceMembership[] {
  const held = new Map(members.map(name => [name, ownGroup === null ? [] : [ownGroup]]))
  for (const [group, things] of groups) for (const thing of things) held.get(thing)?.push(group)
  return [...held].map(([name, among]) => ({ name, groups: among }))
}

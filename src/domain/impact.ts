import type { ComponentDeployment } from './deployment.ts'
import type { ComponentChange } from './deployment-diff.ts'
import { diffComponents } from './deployment-diff.ts'
import {
  type DeviceMembership,
  deploymentsReaching,
  isTargetOf,
  type Reach,
  type ReachFacts,
} from './deployment-reach.ts'
import type { Constraint, RootComponent } from './dependency-resolution.ts'
import { parseVersion, satisfies } from './version.ts'

/** A deployment that is in force, with its content. A whole `Deployment` fits. */
export type DeploymentContent = ReachFacts & { components: Record<string, ComponentDeployment> }

/** The deployment that is being composed. */
export interface PlannedDeployment {
  targetArn: string
  parentTargetArn?: string | undefined
  components?: Record<string, ComponentDeployment> | undefined
}

export interface Contradiction {
  name: string
  /** All who ask for the component, in the order in which they apply. */
  constraints: Constraint[]
  /** Whether it is there already, without the planned deployment. */
  before: boolean
  /** In the nucleus' words, such as `com.example.A: thinggroup/A: ==1.0.0, thinggroup/B: ==2.0.0`. */
  message: string
}

export interface DeviceComponentChange {
  name: string
  change: ComponentChange
  /** Versions that its deployments ask for before and after; `null` where none asks for it. */
  from: string | null
  to: string | null
  /** Who asks for it afterwards, such as `thinggroup/Line1`. */
  by: string[]
}

export interface DeviceImpact {
  /** Whether the planned deployment reaches the device at all. */
  reached: boolean
  /** Deployments that apply afterwards, in order; `planned` is the one being composed. */
  applies: { requiredBy: string; deploymentId: string | null }[]
  changes: DeviceComponentChange[]
  contradictions: Contradiction[]
  /** What a device asks for as a whole: the question to put to `forecastDependencies`. */
  roots: RootComponent[]
}

/** The id that the planned deployment goes by until it has one. */
const plannedId = 'planned'

/** `==1.0.0` for a version; a range stays as it is. */
export function requirementOf(componentVersion: string): string {
  return parseVersion(componentVersion) ? `==${componentVersion}` : componentVersion
}

/**
 * The deployments in force once the planned one is made: it takes the place of its target's current revision, and of
 * all sub-deployments of that target; it is the newest, so it applies last.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/create-subdeployments.html
 */
function afterPlanned(
  current: readonly DeploymentContent[],
  planned: PlannedDeployment,
): DeploymentContent[] {
  const stays = current.filter(
    one => one.targetArn !== planned.targetArn && one.parentTargetArn !== planned.targetArn,
  )
  return [
    ...stays,
    {
      id: plannedId,
      targetArn: planned.targetArn,
      parentTargetArn: planned.parentTargetArn ?? null,
      created: Number.MAX_SAFE_INTEGER,
      status: 'ACTIVE',
      isLatestForTarget: true,
      components: planned.components ?? {},
    },
  ]
}

type Applying = Reach<DeploymentContent>

const applyingTo = (device: DeviceMembership, deployments: readonly DeploymentContent[]): Applying[] =>
  deploymentsReaching(device, deployments).filter(one => one.state === 'applies')

function rootsOf(applying: readonly Applying[]): RootComponent[] {
  return applying.flatMap(({ deployment, requiredBy }) =>
    Object.entries(deployment.components).map(([name, { componentVersion }]) => ({
      name,
      requirement: requirementOf(componentVersion),
      requiredBy,
    })),
  )
}

function constraintsByName(roots: readonly RootComponent[]): Map<string, Constraint[]> {
  const byName = new Map<string, Constraint[]>()
  for (const { name, requirement, requiredBy } of roots) {
    const known = byName.get(name) ?? []
    byName.set(name, [...known, { by: requiredBy, requirement }])
  }
  return byName
}

/** Whether one asks for an exact version that another does not accept: then no version can serve both. */
function contradict(constraints: readonly Constraint[]): boolean {
  return constraints.some(
    ({ requirement }) =>
      requirement.startsWith('==') &&
      constraints.some(other => !satisfies(requirement.slice(2), other.requirement)),
  )
}

/**
 * Components for which the deployments that reach one device ask in ways that no version can meet: the device
 * would fail with NO_AVAILABLE_COMPONENT_VERSION and these constraints.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting-deployment.html
 */
function contradictionsOf(
  after: readonly RootComponent[],
  before: readonly RootComponent[],
): Contradiction[] {
  const earlier = constraintsByName(before)
  return [...constraintsByName(after)]
    .filter(([, constraints]) => contradict(constraints))
    .map(([name, constraints]) => ({
      name,
      constraints,
      before: contradict(earlier.get(name) ?? []),
      message: `${name}: ${constraints.map(({ by, requirement }) => `${by}: ${requirement}`).join(', ')}`,
    }))
}

/** The same for what reaches a device now, in the order in which it applies. */
export function contradictionsNow(applying: readonly Reach<DeploymentContent>[]): Contradiction[] {
  const roots = rootsOf(applying)
  return contradictionsOf(roots, roots)
}

/** One entry for each component: the version of the last deployment that names it, and the settings of all in order. */
function combined(applying: readonly Applying[]): Record<string, ComponentDeployment> {
  const byName = new Map<string, ComponentDeployment[]>()
  for (const { deployment } of applying) {
    for (const [name, component] of Object.entries(deployment.components)) {
      byName.set(name, [...(byName.get(name) ?? []), component])
    }
  }
  return Object.fromEntries([...byName].map(([name, parts]) => [name, combinedComponent(parts)]))
}

function combinedComponent(parts: readonly ComponentDeployment[]): ComponentDeployment {
  const { componentVersion } = parts.at(-1)!
  const settings = parts
    .map(({ configurationUpdate, runWith }) => ({
      ...(configurationUpdate && { configurationUpdate }),
      ...(runWith && { runWith }),
    }))
    .filter(part => Object.keys(part).length > 0)
  if (settings.length <= 1) return { componentVersion, ...settings[0] }
  // Only compared, never sent: that a part or their order differs is what counts.
  return { componentVersion, configurationUpdate: { merge: JSON.stringify(settings) } }
}

/** What the planned deployment changes on one device, all deployments that reach the device taken together. */
export function deviceImpact(
  device: DeviceMembership,
  current: readonly DeploymentContent[],
  planned: PlannedDeployment,
): DeviceImpact {
  const [before, after] = [applyingTo(device, current), applyingTo(device, afterPlanned(current, planned))]
  const roots = rootsOf(after)
  const wanted = constraintsByName(roots)
  return {
    reached: isTargetOf(device, planned.targetArn),
    applies: after.map(({ deployment, requiredBy }) => ({
      requiredBy,
      deploymentId: deployment.id === plannedId ? null : deployment.id,
    })),
    changes: diffComponents(combined(before), combined(after)).map(({ name, change, from, to }) => ({
      name,
      change,
      from: from ?? null,
      to: to ?? null,
      by: (wanted.get(name) ?? []).map(({ by }) => by),
    })),
    contradictions: contradictionsOf(roots, rootsOf(before)),
    roots,
  }
}

import { parseTargetArn } from './arn.ts'
import type { EffectiveDeployment, InstalledComponent } from './core-device.ts'
import type { DeploymentSummary } from './deployment.ts'
import {
  type Contribution,
  contributionsOf,
  type DeviceMembership,
  deploymentsReaching,
  isTargetOf,
  type Reach,
} from './deployment-reach.ts'
import { type Contradiction, contradictionsNow, type DeploymentContent } from './impact.ts'

export type ReachingDeployment = DeploymentContent & Pick<DeploymentSummary, 'name' | 'revisionId'>

export interface BroughtComponent extends Contribution {
  /** What the device reports of it; `null` where it reports none by that name. */
  installed: { version: string; state: string } | null
}

export interface ReachEntry {
  reach: Reach<ReachingDeployment>
  /** Its place among those that apply, from 1; `null` for one that does not. */
  order: number | null
  /** It is for the thing itself, and the device's nucleus lite takes deployments through thing groups only. */
  ignored: boolean
  /** The groups from the outermost to the one the device is in; `null` for the device itself. */
  path: readonly string[] | null
  components: BroughtComponent[]
  /** What the device last reported of this very deployment. */
  reported: EffectiveDeployment | null
  /** Failing that, what it last reported of another revision for the same target. */
  reportedBefore: EffectiveDeployment | null
}

export interface DeviceReach {
  /** In the order in which they apply; those that do not apply stand where they would. */
  entries: ReachEntry[]
  contradictions: Contradiction[]
  /** The last report for each target that the device no longer belongs to. */
  left: EffectiveDeployment[]
}

interface ReachAnswer {
  device: string
  /** It runs nucleus lite. */
  lite: boolean
  /** A path for each group the device is in: from the outermost group to it. */
  paths: readonly (readonly string[])[]
  deployments: readonly ReachingDeployment[]
  reports: readonly EffectiveDeployment[]
  installed: readonly InstalledComponent[]
}

/** A device as the deployments see it: in all groups of its paths. */
function membershipOf(device: string, paths: readonly (readonly string[])[]): DeviceMembership {
  return { name: device, groups: [...new Set(paths.flat())] }
}

const changed = (report: EffectiveDeployment) => report.modified ?? report.created ?? 0

function newestFirst(reports: readonly EffectiveDeployment[]): EffectiveDeployment[] {
  return [...reports].sort((a, b) => changed(b) - changed(a) || (a.deploymentId < b.deploymentId ? -1 : 1))
}

/** Which deployments reach a device, what each brings, and beside it what the device has and has reported. */
export function deviceReach(answer: ReachAnswer): DeviceReach {
  const { device, lite, paths, deployments, reports, installed } = answer
  const membership = membershipOf(device, paths)
  const reaching = deploymentsReaching(membership, deployments)
  const ignores = ({ through }: Reach<unknown>) => lite && through === 'thing'
  const applying = reaching.filter(reach => reach.state === 'applies' && !ignores(reach))
  const brought = new Map(contributionsOf(applying).map(one => [one.deployment.id, one.components]))
  const has = new Map(installed.map(({ name, version, state }) => [name, { version, state }]))
  const known = newestFirst(reports)
  return {
    entries: reaching.map(reach => {
      const { deployment } = reach
      const place = applying.indexOf(reach)
      const target = parseTargetArn(deployment.targetArn)
      const reported = known.find(({ deploymentId }) => deploymentId === deployment.id) ?? null
      return {
        reach,
        order: place < 0 ? null : place + 1,
        ignored: ignores(reach),
        path: target?.kind === 'thinggroup' ? (paths.find(path => path.includes(target.name)) ?? null) : null,
        components: (brought.get(deployment.id) ?? plainly(deployment)).map(component => ({
          ...component,
          installed: has.get(component.name) ?? null,
        })),
        reported,
        reportedBefore: reported
          ? null
          : (known.find(({ targetArn }) => targetArn === deployment.targetArn) ?? null),
      }
    }),
    contradictions: contradictionsNow(applying),
    left: known.filter(
      (report, index) =>
        report.targetArn !== '' &&
        !isTargetOf(membership, report.targetArn) &&
        known.findIndex(({ targetArn }) => targetArn === report.targetArn) === index,
    ),
  }
}

/** What a deployment names that does not apply here. */
function plainly({ components }: ReachingDeployment): Contribution[] {
  return Object.entries(components).map(([name, component]) => ({
    name,
    version: component.componentVersion,
    configures: component.configurationUpdate !== undefined,
    configuredAgainBy: [],
  }))
}

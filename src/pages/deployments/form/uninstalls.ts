import type { Deployment, DeploymentRequest } from '#src/domain/deployment.ts'
import { diffComponents } from '#src/domain/deployment-diff.ts'
import type { FleetImpact } from '#src/domain/fleet-impact.ts'

/** A component that devices lose by the deployment. */
export interface Uninstall {
  name: string
  /** As the target's revision has it, or every one that devices have it in. */
  version: string
  /** How many devices lose it; `null` where their other deployments have not been read. */
  devices: number | null
  keptBy: { by: string; devices: number }[]
}

/**
 * What devices lose: the components of the target's revision that the deployment leaves out, and those of
 * sub-deployments that it puts an end to. What other deployments keep everywhere is not lost.
 */
export function uninstallsOf(
  before: Deployment | null,
  request: DeploymentRequest,
  impact: FleetImpact | null,
): Uninstall[] {
  const leftOut = diffComponents(before?.components ?? {}, request.components ?? {}).filter(
    ({ change }) => change === 'uninstalled',
  )
  if (impact === null)
    return leftOut.map(({ name, from }) => ({ name, version: from ?? '', devices: null, keptBy: [] }))
  const lost = new Map(impact.uninstalls.map(one => [one.name, one]))
  const own = leftOut.map(({ name, from }) => ({
    name,
    version: from ?? '',
    devices: lost.get(name)?.devices ?? 0,
    keptBy: impact.keptByOthers.filter(one => one.name === name).map(({ by, devices }) => ({ by, devices })),
  }))
  const others = impact.uninstalls
    .filter(({ name }) => !own.some(one => one.name === name))
    .map(({ name, versions, devices }) => ({ name, version: versions.join(', '), devices, keptBy: [] }))
  // A group without devices has nothing to lose yet, and the person is asked all the same.
  return [...own, ...others].filter(({ devices, keptBy }) => devices > 0 || keptBy.length === 0)
}

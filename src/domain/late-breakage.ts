import type { EffectiveDeployment, InstalledComponent } from './core-device.ts'
import type { Deployment } from './deployment.ts'

export interface LateBreakage {
  thingName: string
  component: string
  version: string
  /** BROKEN or ERRORED. */
  state: string
  /** The device's own words and codes. */
  details: string
  statusCodes: string[]
  /** Epoch ms; `null` if the device did not say. */
  since: number | null
  /** Milliseconds between the deployment's success on the device and the breakage; `null` if either is not known. */
  after: number | null
}

const brokenStates = new Set(['BROKEN', 'ERRORED'])

/**
 * Components of a deployment that broke on a device after the deployment had succeeded there. A component with a Run
 * step counts as deployed as soon as its script starts, so only its later state tells that it does not keep running.
 * `succeededAt` is epoch ms, `null` if not known.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export function lateBreakages(
  deployment: Pick<Deployment, 'id' | 'components'>,
  device: { thingName: string; succeededAt: number | null },
  installed: readonly InstalledComponent[],
): LateBreakage[] {
  const { thingName, succeededAt } = device
  return installed
    .filter(component => brokenStates.has(component.state))
    .flatMap(component => {
      const { name, version, lastStatusChange: since, lastInstallationSource } = component
      const named = deployment.components[name]?.componentVersion === version
      // Dependencies are not named, but the device says which deployment brought them.
      if (!named && lastInstallationSource !== deployment.id) return []
      // What was broken before the deployment is not its doing.
      if (since !== null && succeededAt !== null && since < succeededAt) return []
      const after = since !== null && succeededAt !== null ? since - succeededAt : null
      const { state, stateDetails: details, statusCodes } = component
      return [{ thingName, component: name, version, state, details, statusCodes, since, after }]
    })
}

const succeeded = new Set(['SUCCEEDED', 'COMPLETED'])

/**
 * What broke on a device later, by the id of the deployment that had succeeded there. Where only the device is known
 * and not what a deployment names (`components` is empty), the device's own word on what brought a component decides;
 * nuclei before 2.8.0 give none.
 */
export function breakagesOfDevice(
  device: {
    thingName: string
    installed: readonly InstalledComponent[]
    effective: readonly EffectiveDeployment[]
  },
  components: (deploymentId: string) => Deployment['components'] = () => ({}),
): Map<string, LateBreakage[]> {
  const byDeployment = new Map<string, LateBreakage[]>()
  for (const { deploymentId: id, executionStatus, modified } of device.effective) {
    // One that failed there has its broken component to show for it.
    if (!succeeded.has(executionStatus)) continue
    const { thingName } = device
    const broke = lateBreakages(
      { id, components: components(id) },
      { thingName, succeededAt: modified },
      device.installed,
    )
    if (broke.length > 0) byDeployment.set(id, broke)
  }
  return byDeployment
}

/** Breakages by component and version, the one on most devices first. */
export function breakagesByComponent(
  breakages: Iterable<LateBreakage>,
): { component: string; version: string; devices: string[]; soonest: number | null }[] {
  const groups = new Map<
    string,
    { component: string; version: string; devices: string[]; soonest: number | null }
  >()
  for (const { component, version, thingName, after } of breakages) {
    const key = `${component}@${version}`
    const group = groups.get(key) ?? { component, version, devices: [], soonest: null }
    group.devices.push(thingName)
    if (after !== null) group.soonest = Math.min(group.soonest ?? after, after)
    groups.set(key, group)
  }
  return [...groups.values()].sort(
    (a, b) => b.devices.length - a.devices.length || (a.component < b.component ? -1 : 1),
  )
}

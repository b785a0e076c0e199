import type { DeviceMembership } from './deployment-reach.ts'
import { isTargetOf } from './deployment-reach.ts'
import type { Contradiction, DeploymentContent, DeviceImpact, PlannedDeployment } from './impact.ts'
import { deviceImpact } from './impact.ts'

/** Devices that the same deployments reach, and what the planned one changes on every one of them. */
export interface ImpactGroup {
  /** Stable while the same deployments reach it. */
  key: string
  /** Names, in the order given. */
  devices: string[]
  impact: DeviceImpact
}

export interface FleetImpact {
  /** The biggest group first. */
  groups: ImpactGroup[]
  /** Every contradiction with how many devices it would fail on; those that are new come first. */
  contradictions: (Contradiction & { devices: number; example: string })[]
  /** Names of components that the target's revision drops and that other deployments keep on some devices. */
  keptByOthers: { name: string; by: string; devices: number }[]
  /**
   * What devices lose, and how many of them: also what a sub-deployment brought that this one puts an end to. By
   * name; every version that some device had.
   */
  uninstalls: { name: string; versions: string[]; devices: number }[]
}

/**
 * What a planned deployment does to the devices it reaches. Devices of the same groups share one answer, so that
 * 100,000 devices cost about as much as the combinations of targets among them.
 */
export function fleetImpact(
  devices: Iterable<DeviceMembership>,
  current: readonly DeploymentContent[],
  planned: PlannedDeployment,
): FleetImpact {
  const targets = new Set([...current, planned].map(({ targetArn }) => targetArn))
  const targetNames = new Set([...targets].map(arn => arn.slice(arn.indexOf('/') + 1)))
  const groups = new Map<string, ImpactGroup>()
  for (const device of devices) {
    if (!isTargetOf(device, planned.targetArn)) continue
    // Groups that nothing is deployed to make no difference; a deployment to the thing itself makes it unlike others.
    const memberships = [...new Set(device.groups)].filter(group => targetNames.has(group)).sort()
    const own = targetNames.has(device.name) ? device.name : ''
    const key = [own, ...memberships].join('\n')
    const known = groups.get(key)
    if (known) known.devices.push(device.name)
    else groups.set(key, { key, devices: [device.name], impact: deviceImpact(device, current, planned) })
  }
  const sorted = [...groups.values()].sort(
    (a, b) => b.devices.length - a.devices.length || (a.key < b.key ? -1 : 1),
  )
  return {
    groups: sorted,
    contradictions: contradictionsAmong(sorted),
    keptByOthers: keptAmong(sorted, current, planned),
    uninstalls: uninstallsAmong(sorted),
  }
}

function contradictionsAmong(groups: readonly ImpactGroup[]): FleetImpact['contradictions'] {
  const byMessage = new Map<string, FleetImpact['contradictions'][number]>()
  for (const { devices, impact } of groups) {
    for (const contradiction of impact.contradictions) {
      const known = byMessage.get(contradiction.message)
      if (known) {
        known.devices += devices.length
        // New to some of the devices is new.
        known.before &&= contradiction.before
      } else {
        byMessage.set(contradiction.message, {
          ...contradiction,
          devices: devices.length,
          example: devices[0]!,
        })
      }
    }
  }
  return [...byMessage.values()].sort((a, b) => Number(a.before) - Number(b.before) || b.devices - a.devices)
}

function uninstallsAmong(groups: readonly ImpactGroup[]): FleetImpact['uninstalls'] {
  const byName = new Map<string, FleetImpact['uninstalls'][number]>()
  for (const { devices, impact } of groups) {
    for (const { name, change, from } of impact.changes) {
      if (change !== 'uninstalled' || from === null) continue
      const { versions = [], devices: before = 0 } = byName.get(name) ?? {}
      const known = versions.includes(from) ? versions : [...versions, from]
      byName.set(name, { name, versions: known, devices: before + devices.length })
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function keptAmong(
  groups: readonly ImpactGroup[],
  current: readonly DeploymentContent[],
  planned: PlannedDeployment,
): FleetImpact['keptByOthers'] {
  const revision = current.find(one => one.isLatestForTarget && one.targetArn === planned.targetArn)
  const dropped = Object.keys(revision?.components ?? {}).filter(
    name => !Object.hasOwn(planned.components ?? {}, name),
  )
  const kept = new Map<string, FleetImpact['keptByOthers'][number]>()
  for (const { devices, impact } of groups) {
    for (const { name, by } of impact.changes) {
      if (!dropped.includes(name)) continue
      for (const source of by) {
        const key = `${name}\n${source}`
        const entry = kept.get(key) ?? { name, by: source, devices: 0 }
        kept.set(key, { ...entry, devices: entry.devices + devices.length })
      }
    }
  }
  return [...kept.values()]
}

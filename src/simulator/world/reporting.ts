import type { CoreRecord, DeviceState } from './records.ts'
import type { World } from './world.ts'

/**
 * Fleet status: when a device tells Greengrass how it is. At nucleus start, after deployments, when a component
 * breaks, at reconnection, and every 24 hours; never in between, so that a device without power keeps its last
 * status. https://docs.aws.amazon.com/greengrass/v2/developerguide/device-status.html
 */
export const reportInterval = 86_400_000

export interface Report {
  state: DeviceState
  changed: readonly number[]
  at: number
}

/**
 * The last status Greengrass has of a device. The periodic reports leave no event behind; they are worked out here
 * from the device's phase, so that a fleet at rest costs nothing.
 */
export function lastReport(world: World, core: CoreRecord): Report {
  const periodic = lastPeriodic(world, core)
  if (periodic > core.reportedAt) return { state: core.state, changed: core.changed, at: periodic }
  return { state: core.reportedState, changed: core.reportedChanged, at: core.reportedAt }
}

export const healthOf = (report: Report): 'HEALTHY' | 'UNHEALTHY' =>
  report.state.healthy ? 'HEALTHY' : 'UNHEALTHY'

function lastPeriodic(world: World, core: CoreRecord): number {
  if (!core.online) return 0
  // No periodic report is sent while a deployment runs.
  const until = core.current?.started ?? world.time
  const at = Math.floor((until - core.phase) / reportInterval) * reportInterval + core.phase
  return at >= core.onlineSince ? at : 0
}

/** Writes down the periodic reports up to now, before something changes that they did not know yet. */
export function settleReports(world: World, core: CoreRecord): void {
  const report = lastReport(world, core)
  core.reportedState = report.state
  core.reportedChanged = report.changed
  core.reportedAt = report.at
}

/** The device tells its status, now or at a time (epoch ms) close to it. It also brings a device (back) into the list of core devices. */
export function report(world: World, core: CoreRecord, at: number = world.time): void {
  if (!core.online) return
  core.reportedState = core.state
  core.reportedChanged = core.changed
  core.reportedAt = at
  if (!world.cores.has(core.name)) world.cores.put(core)
}

/** Greengrass forgets a core device. A device that still runs is back with its next status message. */
export function forgetCore(world: World, core: CoreRecord): void {
  settleReports(world, core)
  world.cores.delete(core.name)
  core.tags = {}
  const next = core.phase + Math.ceil((world.time + 1 - core.phase) / reportInterval) * reportInterval
  world.at(next, () => {
    if (!world.cores.has(core.name)) report(world, core)
  })
}

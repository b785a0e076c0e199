import { compareVersions } from '#src/domain/version.ts'
import type { LaterState } from './behaviour.ts'
import { moveExecution } from './executions.ts'
import type { Plan } from './plan.ts'
import { isLarge, planFor } from './planning.ts'
import type { CoreRecord, DeploymentRecord, DeviceState, Execution, Outcome } from './records.ts'
import { report, settleReports } from './reporting.ts'
import type { World } from './world.ts'

/**
 * What a device does with its deployments: it takes them one after the other, as long as it is connected to hear of
 * them, works, and tells the result when it has a connection again.
 */

/** A deployment has reached the device's queue in the cloud. */
export function receive(world: World, core: CoreRecord, execution: Execution): void {
  // Nucleus lite takes deployments from jobs only; a shadow it never looks at stays unanswered.
  if (execution.job === null && core.kind.runtime === 'aws_nucleus_lite') return
  if (core.queue) core.queue.push(execution)
  else core.queue = [execution]
  // A newer deployment ends the wait for one that never comes to an end.
  if (core.current?.deployment && (core.quirks.hangs || waitsForDocument(core, core.current.deployment)))
    core.current = null
  wake(world, core)
}

/** Looks for work some seconds from now. */
function wake(world: World, core: CoreRecord): void {
  if (!core.online || core.current || !core.queue) return
  world.after(latency(world, core, core.queue[0]?.queued ?? 0), () => takeUp(world, core))
}

/** Milliseconds until a device takes up what waits for it. */
function latency(world: World, core: CoreRecord, queued: number): number {
  const spread = 9000 * world.chance(`latency ${core.name} ${queued}`)
  return Math.round((1500 + spread) * (core.quirks.slow ?? 1))
}

function takeUp(world: World, core: CoreRecord): void {
  if (!core.online || core.current || !core.queue) return
  const execution = nextQueued(core)
  if (!execution?.deployment) return
  settleReports(world, core)
  core.current = execution
  moveExecution(world, execution, 'IN_PROGRESS')
  world.after(timeLimit(execution), () => {
    if (execution.status === 'IN_PROGRESS') moveExecution(world, execution, 'TIMED_OUT')
  })
  if (core.quirks.hangs || waitsForDocument(core, execution.deployment)) return
  const plan = planFor(world, core, execution.deployment)
  world.after(workTime(world, core, execution, plan), () => finish(world, core, execution, plan))
}

/** A device that may not fetch a large document asks for it again and again, and stays IN_PROGRESS. */
function waitsForDocument(core: CoreRecord, deployment: DeploymentRecord): boolean {
  const denied = core.quirks.denied?.includes('GET_DEPLOYMENT_CONFIGURATION_ACCESS_DENIED')
  return denied === true && isLarge(deployment)
}

function nextQueued(core: CoreRecord): Execution | null {
  while (core.queue) {
    const execution = core.queue.shift()
    if (core.queue.length === 0) core.queue = null
    if (execution?.status === 'QUEUED') return execution
  }
  return null
}

/** Milliseconds from IN_PROGRESS on for the whole of the device's work. */
function timeLimit(execution: Execution): number {
  const minutes = execution.job?.configuration.timeoutConfig?.inProgressTimeoutInMinutes
  return minutes === undefined ? Number.POSITIVE_INFINITY : minutes * 60_000
}

/** Milliseconds that a device works on a plan. */
function workTime(world: World, core: CoreRecord, execution: Execution, plan: Plan): number {
  const jitter = 0.75 + 0.7 * world.chance(`work ${core.name} ${execution.deployment?.id}`)
  return Math.round((plan.deferred + plan.seconds * jitter * (core.quirks.slow ?? 1)) * 1000)
}

function finish(world: World, core: CoreRecord, execution: Execution, plan: Plan): void {
  if (core.current !== execution) return
  core.current = null
  applyPlan(world, core, plan, world.time)
  if (core.online) tell(world, core, execution, plan.outcome, world.time)
  else core.untold = { execution, outcome: plan.outcome }
  wake(world, core)
}

/** Changes the device as planned, at a time (epoch ms) that is now, or just behind a past deployment. */
function applyPlan(world: World, core: CoreRecord, plan: Plan, at: number): void {
  if (plan.next) become(core, plan.next, at)
  if (plan.restart && core.online) {
    core.onlineSince = at
    core.thing.connection = { connected: true, at, reason: null }
  }
  for (const { component, states } of plan.later)
    for (const change of states)
      world.at(at + change.afterSeconds * 1000, () => changeComponent(world, core, component, change))
}

/** The device's software is now `next`; components that differ changed at `at`. */
function become(core: CoreRecord, next: DeviceState, at: number): void {
  const times = new Map(core.state.components.map((component, index) => [component, core.changed[index]]))
  core.state = next
  core.changed = next.components.map(component => times.get(component) ?? at)
}

/**
 * A component changes state by itself. BROKEN is told at once, and so is what nuclei since 2.12.3 tell of (RUNNING,
 * FINISHED) and older ones told of (ERRORED); all else shows with the next report.
 */
export function changeComponent(
  world: World,
  core: CoreRecord,
  name: string,
  change: Omit<LaterState, 'afterSeconds'>,
): void {
  const present = core.state.components.find(component => component.name === name)
  // BROKEN stays so until a deployment puts other software in its place.
  if (!present || present.state === 'BROKEN' || present.state === change.state) return
  settleReports(world, core)
  const { id: _id, ...traits } = present
  const codes = change.codes ?? []
  const changed = world.states.instance({
    ...traits,
    state: change.state,
    codes,
    details: change.details ?? '',
  })
  const components = core.state.components.map(component => (component === present ? changed : component))
  become(core, world.states.state(core.state.roots, components), world.time)
  const old = compareVersions(core.state.nucleusVersion, '2.12.3') < 0
  const told = old ? ['BROKEN', 'ERRORED'] : ['BROKEN', 'RUNNING', 'FINISHED']
  if (told.includes(change.state)) report(world, core)
}

/** The device's word on a deployment reaches the cloud, and its status with it. */
function tell(world: World, core: CoreRecord, execution: Execution, outcome: Outcome, at: number): void {
  if (moveExecution(world, execution, outcome.status, outcome, at)) {
    const { deployment, job } = execution
    if (deployment && !job && deployment.status === 'ACTIVE')
      // A deployment to a thing is over when its device is done; one to a group never is.
      deployment.status = outcome.status === 'SUCCEEDED' ? 'COMPLETED' : 'FAILED'
    if (deployment?.targetKind === 'thinggroup' && outcome.status === 'SUCCEEDED')
      world.groups.get(deployment.targetName)?.applied.add(core.name)
  }
  report(world, core, at)
}

/**
 * Runs a deployment through at once, as a history needs it: with the plan, the result and the times of a real one
 * that reaches the device at `queued` (epoch ms). Devices without a connection keep it in their queue.
 */
export function runThrough(world: World, core: CoreRecord, execution: Execution, queued: number): void {
  const { deployment } = execution
  const busy = core.quirks.hangs || core.current || core.queue
  if (!core.online || busy || !deployment || waitsForDocument(core, deployment)) {
    receive(world, core, execution)
    return
  }
  const plan = planFor(world, core, deployment)
  execution.queued = queued
  const started = queued + latency(world, core, queued)
  moveExecution(world, execution, 'IN_PROGRESS', null, started)
  const work = workTime(world, core, execution, plan)
  const limit = timeLimit(execution)
  if (work > limit) moveExecution(world, execution, 'TIMED_OUT', null, started + limit)
  applyPlan(world, core, plan, started + work)
  tell(world, core, execution, plan.outcome, started + work)
}

/** The connection is gone. What the device does on its own goes on. */
export function goOffline(world: World, core: CoreRecord, reason = 'CONNECTION_LOST'): void {
  if (!core.online) return
  settleReports(world, core)
  core.online = false
  core.onlineSince = world.time
  core.thing.connection = { connected: false, at: world.time, reason }
}

/** The connection is back: the device tells how it is, what it could not tell, and takes up what waits for it. */
export function comeOnline(world: World, core: CoreRecord): void {
  if (core.online) return
  core.online = true
  core.onlineSince = world.time
  core.thing.connection = { connected: true, at: world.time, reason: null }
  const untold = core.untold
  core.untold = null
  if (untold) tell(world, core, untold.execution, untold.outcome, world.time)
  else report(world, core)
  wake(world, core)
}

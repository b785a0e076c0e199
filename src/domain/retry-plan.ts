import { parseTargetArn, targetArn } from './arn.ts'
import type { ComponentDeployment, Deployment, DeploymentRequest } from './deployment.ts'
import { requestFromDeployment } from './deployment-request.ts'

/** `skipped` devices are left out by a person; `undone` steps were done and taken back. */
export type StepState = 'todo' | 'doing' | 'done' | 'failed' | 'skipped' | 'undone'

export type RetryStep = {
  /** `group`, `deploy`, or `add:` with the device's name. */
  id: string
  state: StepState
  /** The service's words where the step, or taking it back, failed. */
  failure: string | null
} & ({ kind: 'create-group' } | { kind: 'add-device'; thing: string } | { kind: 'deploy' })

/** Plain data: it survives a reload as JSON. */
export interface RetryPlan {
  /** Also the idempotency token of its deployment, so that a repeated attempt cannot deploy twice. */
  id: string
  groupName: string
  /** `group` names who did it; a group that was there already is not deleted on the way back. */
  groupIsOurs: boolean
  parentTargetArn: string
  request: DeploymentRequest
  steps: RetryStep[]
  deploymentId: string | null
  direction: 'forward' | 'back'
}

/** A call to make, with the API's own member names as `input`. */
export interface RetryAction {
  stepId: string
  call:
    | 'CreateThingGroup'
    | 'AddThingToThingGroup'
    | 'CreateDeployment'
    | 'CancelDeployment'
    | 'DeleteDeployment'
    | 'RemoveThingFromThingGroup'
    | 'DeleteThingGroup'
  input: Record<string, unknown>
  /** What it does, for a list of steps: `Add core-7 to Line1-retry-1`. */
  words: string
}

/**
 * The plan to try a deployment again on some of its devices: makes a thing group, adds the devices one by one, and
 * gives the group a sub-deployment, which takes the place of the parent's content on them. `change` is laid over the
 * parent's components; `null` leaves one out. Devices need nucleus 2.9.0.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/create-subdeployments.html
 */
export function retryPlan(plan: {
  id: string
  parent: Deployment
  groupName: string
  things: readonly string[]
  change?: Readonly<Record<string, ComponentDeployment | null>>
}): RetryPlan {
  const { parent, groupName } = plan
  // A sub-deployment of a sub-deployment does not exist: what replaces one is a sibling of it.
  const parentTargetArn = parent.parentTargetArn ?? parent.targetArn
  const target = parseTargetArn(parentTargetArn)
  if (target?.kind !== 'thinggroup') throw new Error('Only a deployment to a thing group has sub-deployments.')
  const { tags: _, ...base } = requestFromDeployment(parent)
  const step = <S extends object>(id: string, rest: S) => ({ id, state: 'todo' as const, failure: null, ...rest })
  return {
    id: plan.id,
    groupName,
    groupIsOurs: true,
    parentTargetArn,
    request: {
      ...base,
      targetArn: targetArn({ ...target, name: groupName }),
      parentTargetArn,
      deploymentName: `${(parent.name || target.name).slice(0, 240)} (retry)`,
      components: changedComponents(parent.components, plan.change ?? {}),
    },
    steps: [
      step('group', { kind: 'create-group' as const }),
      ...[...new Set(plan.things)].map(thing => step(`add:${thing}`, { kind: 'add-device' as const, thing })),
      step('deploy', { kind: 'deploy' as const }),
    ],
    deploymentId: null,
    direction: 'forward',
  }
}

/** Components with a change laid over them; `null` leaves one out. */
export function changedComponents(
  components: Readonly<Record<string, ComponentDeployment>>,
  change: Readonly<Record<string, ComponentDeployment | null>>,
): Record<string, ComponentDeployment> {
  const entries = Object.entries({ ...components, ...change }).filter(([, component]) => component !== null)
  return structuredClone(Object.fromEntries(entries)) as Record<string, ComponentDeployment>
}

const isOver = ({ state }: RetryStep) => state === 'done' || state === 'skipped' || state === 'undone'

/** `failed`: at least one step failed and nothing else can be done before it is tried again or skipped. */
export function planState(plan: RetryPlan): 'ready' | 'running' | 'failed' | 'done' | 'undone' {
  const { steps, direction } = plan
  if (steps.some(({ state }) => state === 'doing')) return 'running'
  if (direction === 'back') {
    if (steps.some(({ state }) => state === 'failed')) return 'failed'
    return steps.some(step => step.state === 'done') ? 'running' : 'undone'
  }
  if (steps.every(isOver)) return 'done'
  if (nextActions(plan, 1).length > 0) return steps.every(({ state }) => state === 'todo') ? 'ready' : 'running'
  return 'failed'
}

/**
 * What to do next, at most `most` calls that can be made at the same time. Nothing if the plan is done, or waits for
 * calls under way, or for a person's word on a failed step (`retryStep`, `skipDevice`, `turnBack`).
 */
export function nextActions(plan: RetryPlan, most: number): RetryAction[] {
  return plan.direction === 'forward' ? forward(plan).slice(0, most) : back(plan).slice(0, most)
}

function forward(plan: RetryPlan): RetryAction[] {
  const { groupName, steps } = plan
  const [group, deploy] = [steps[0]!, steps.at(-1)!]
  const adds = steps.filter(step => step.kind === 'add-device')
  if (group.state !== 'done') {
    if (group.state !== 'todo') return []
    const input = { thingGroupName: groupName }
    return [{ stepId: 'group', call: 'CreateThingGroup', input, words: `Create the thing group ${groupName}` }]
  }
  const waiting = adds.filter(({ state }) => state === 'todo')
  if (waiting.length > 0) {
    return waiting.map(({ id, thing }) => ({
      stepId: id,
      call: 'AddThingToThingGroup',
      input: { thingGroupName: groupName, thingName: thing },
      words: `Add ${thing} to ${groupName}`,
    }))
  }
  if (deploy.state !== 'todo' || !adds.every(isOver) || !adds.some(({ state }) => state === 'done')) return []
  const parent = parseTargetArn(plan.parentTargetArn)?.name ?? plan.parentTargetArn
  const words = `Deploy to ${groupName} in place of what ${parent} brings`
  return [{ stepId: 'deploy', call: 'CreateDeployment', input: { ...plan.request, clientToken: plan.id }, words }]
}

function back(plan: RetryPlan): RetryAction[] {
  const { groupName, steps, deploymentId } = plan
  const [group, deploy] = [steps[0]!, steps.at(-1)!]
  if (deploy.state === 'failed' || deploy.state === 'doing') return []
  if (deploy.state === 'done') {
    const input = { deploymentId }
    if (!plan.request.targetArn || deploymentId === null) return []
    return [{ stepId: 'deploy', call: 'CancelDeployment', input, words: 'Cancel the sub-deployment' }]
  }
  if (deploymentId !== null) {
    const input = { deploymentId }
    return [{ stepId: 'deploy', call: 'DeleteDeployment', input, words: 'Delete the sub-deployment' }]
  }
  const members = steps.filter(step => step.kind === 'add-device')
  const inside = members.filter(({ state }) => state === 'done')
  if (inside.length > 0) {
    return inside.reverse().map(({ id, thing }) => ({
      stepId: id,
      call: 'RemoveThingFromThingGroup',
      input: { thingGroupName: groupName, thingName: thing },
      words: `Take ${thing} out of ${groupName}`,
    }))
  }
  if (members.some(({ state }) => state === 'doing' || state === 'failed')) return []
  if (group.state !== 'done' || !plan.groupIsOurs) return []
  const input = { thingGroupName: groupName }
  return [{ stepId: 'group', call: 'DeleteThingGroup', input, words: `Delete the thing group ${groupName}` }]
}

function withStep(plan: RetryPlan, id: string, change: Partial<Pick<RetryStep, 'state' | 'failure'>>): RetryPlan {
  return { ...plan, steps: plan.steps.map(step => (step.id === id ? { ...step, ...change } : step)) }
}

/** A call is on its way. */
export function beginStep(plan: RetryPlan, action: RetryAction): RetryPlan {
  return withStep(plan, action.stepId, { state: 'doing', failure: null })
}

export type RetryResult =
  | { ok: true; deploymentId?: string }
  /** `exists`: the group is there already; `missing`: what should be taken back is gone. Both are as good as done. */
  | { ok: false; message: string; kind?: 'exists' | 'missing' }

/** The plan after a call has been answered. */
export function recordResult(plan: RetryPlan, action: RetryAction, result: RetryResult): RetryPlan {
  const { call, stepId } = action
  const settled = result.ok || result.kind === (plan.direction === 'forward' ? 'exists' : 'missing')
  if (!settled) {
    return withStep(plan, stepId, { state: 'failed', failure: result.ok ? null : result.message })
  }
  switch (call) {
    case 'CreateThingGroup':
      return { ...withStep(plan, stepId, { state: 'done', failure: null }), groupIsOurs: result.ok }
    case 'CreateDeployment':
      return {
        ...withStep(plan, stepId, { state: 'done', failure: null }),
        deploymentId: (result.ok && result.deploymentId) || null,
      }
    case 'AddThingToThingGroup':
      return withStep(plan, stepId, { state: 'done', failure: null })
    case 'DeleteDeployment':
      return { ...withStep(plan, stepId, { state: 'undone', failure: null }), deploymentId: null }
    default:
      return withStep(plan, stepId, { state: 'undone', failure: null })
  }
}

/** The state that a step has if nothing more is known than what the service holds: for steps that failed. */
function again(plan: RetryPlan, step: RetryStep): StepState {
  if (plan.direction === 'forward') return 'todo'
  // A cancelled deployment that could not be deleted is not cancelled again.
  return step.kind === 'deploy' && step.failure?.startsWith('Delete') ? 'undone' : 'done'
}

/** Lets failed steps be tried again: one of them, or all. Steps whose answer was lost in a reload count as failed. */
export function retrySteps(plan: RetryPlan, id?: string): RetryPlan {
  const steps = plan.steps.map(step =>
    (step.state === 'failed' || step.state === 'doing') && (id === undefined || step.id === id)
      ? { ...step, state: again(plan, step), failure: null }
      : step,
  )
  return { ...plan, steps }
}

/** Leaves a device out, such as one that is in as many groups as a thing can be. */
export function skipDevice(plan: RetryPlan, thing: string): RetryPlan {
  const step = plan.steps.find(({ id }) => id === `add:${thing}`)
  return step && (step.state === 'failed' || step.state === 'todo')
    ? withStep(plan, step.id, { state: 'skipped' })
    : plan
}

/**
 * Takes back what has been done, last first. Also the way to clean up after the change has been promoted. Devices
 * keep what the sub-deployment brought until their group's next deployment.
 */
export function turnBack(plan: RetryPlan): RetryPlan {
  const steps = plan.steps.map((step): RetryStep => {
    // A step that failed or whose answer is not known may have been carried out: taking it back does no harm.
    if (step.state === 'doing' || (step.state === 'failed' && step.kind === 'add-device')) {
      return { ...step, state: step.kind === 'deploy' ? 'skipped' : 'done', failure: null }
    }
    return step.state === 'todo' || step.state === 'failed' ? { ...step, state: 'skipped', failure: null } : step
  })
  return { ...plan, steps, direction: 'back' }
}

/**
 * The parent's next revision with what the retry brought: its components; rollout, policies and tags stay the
 * parent's. It takes the place of all its sub-deployments, so clean up afterwards.
 */
export function promotion(parent: Deployment, plan: RetryPlan): DeploymentRequest {
  const { components } = structuredClone(plan.request)
  return { ...requestFromDeployment(parent), ...(components && { components }) }
}

/** Reads a plan that was stored as JSON; `null` if it is none. */
export function parseRetryPlan(text: string | null): RetryPlan | null {
  if (text === null) return null
  try {
    const plan = JSON.parse(text) as Partial<RetryPlan> | null
    if (!plan || typeof plan.groupName !== 'string' || typeof plan.id !== 'string') return null
    if (!Array.isArray(plan.steps) || plan.steps.length < 2 || typeof plan.request !== 'object') return null
    return plan.direction === 'forward' || plan.direction === 'back' ? (plan as RetryPlan) : null
  } catch {
    return null
  }
}

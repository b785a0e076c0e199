import { targetName } from './arn.ts'
import type { DeploymentRequest } from './deployment.ts'
import { type RetryPlan, type RetryStep, retryGroupDescription, type StepState } from './retry-plan.ts'

/** A call to make, with the API's own member names as `input`. */
export interface RetryAction {
  stepId: string
  call:
    | 'CreateThingGroup'
    | 'AddThingToThingGroup'
    | 'CreateDeployment'
    /** Finds out whether a deployment was made whose answer never came; the answer's first id, if any. */
    | 'ListDeployments'
    | 'CancelDeployment'
    | 'DeleteDeployment'
    | 'RemoveThingFromThingGroup'
    | 'DeleteThingGroup'
  input: Record<string, unknown>
  /** What it does, for a list of steps: `Add core-7 to Line1-retry-1`. */
  words: string
}

export type RetryResult =
  | { ok: true; deploymentId?: string }
  /**
   * `already`: what was asked for is so already (the group exists, the deployment is cancelled); `missing`: what should
   * be taken back is gone: both as good as done. `no-answer`: the call was sent and may have been carried out.
   */
  | { ok: false; message: string; kind?: 'already' | 'missing' | 'no-answer' }

const isOver = ({ state }: RetryStep) => state === 'done' || state === 'skipped' || state === 'undone'

/** The steps of a plan by what they are. */
export const partsOf = ({ steps }: RetryPlan) => ({
  group: steps[0]!,
  adds: steps.filter(step => step.kind === 'add-device'),
  deploy: steps.find(step => step.kind === 'deploy')!,
  promote: steps.find(step => step.kind === 'promote') ?? null,
})

/** `waiting`: something failed, and a person has to say how to go on: try again, skip the device, or turn back. */
export function planState(plan: RetryPlan): 'ready' | 'running' | 'waiting' | 'done' | 'undone' {
  const { steps, direction } = plan
  if (steps.some(({ state }) => state === 'doing') || nextActions(plan, 1).length > 0) {
    return direction === 'forward' && steps.every(({ state }) => state === 'todo') ? 'ready' : 'running'
  }
  if (steps.some(({ state }) => state === 'failed')) return 'waiting'
  if (direction === 'back') return 'undone'
  // Without a device there is nothing to deploy to.
  return steps.every(isOver) ? 'done' : 'waiting'
}

/**
 * What to do next, at most `most` calls that can be made at the same time. Nothing if the plan is done, waits for
 * calls under way, or for a person's word on a failed step (`retrySteps`, `skipDevice`, `turnBack`).
 */
export function nextActions(plan: RetryPlan, most: number): RetryAction[] {
  return (plan.direction === 'forward' ? forward(plan) : back(plan)).slice(0, most)
}

/**
 * All calls that the plan comes to from here, in order, if none fails. A deployment's id that the service has yet to
 * give reads `DEPLOYMENT_ID`.
 */
export function plannedCalls(plan: RetryPlan): RetryAction[] {
  const calls: RetryAction[] = []
  for (let rest = retrySteps(plan); ; ) {
    const next = nextActions(rest, Number.POSITIVE_INFINITY)
    if (next.length === 0) return calls
    calls.push(...next)
    for (const action of next) rest = recordResult(rest, action, { ok: true, deploymentId: 'DEPLOYMENT_ID' })
  }
}

function forward(plan: RetryPlan): RetryAction[] {
  const { groupName } = plan
  const { group, adds, deploy, promote } = partsOf(plan)
  const parent = targetName(plan.parentTargetArn)
  if (promote?.state === 'todo') {
    const words = `Revise ${parent} with the change`
    const input = { ...promote.request, clientToken: promote.token }
    return [{ stepId: promote.id, call: 'CreateDeployment', input, words }]
  }
  if (group.state === 'todo') {
    const thingGroupDescription = retryGroupDescription(plan.parentTargetArn)
    const input = { thingGroupName: groupName, thingGroupProperties: { thingGroupDescription } }
    return [
      { stepId: 'group', call: 'CreateThingGroup', input, words: `Create the thing group ${groupName}` },
    ]
  }
  if (group.state !== 'done') return []
  const waiting = adds.filter(({ state }) => state === 'todo')
  if (waiting.length > 0) {
    return waiting.map(({ id, thing }) => ({
      stepId: id,
      call: 'AddThingToThingGroup',
      input: { thingGroupName: groupName, thingName: thing },
      words: `Add ${thing} to ${groupName}`,
    }))
  }
  const nobody = adds.length > 0 && !adds.some(({ state }) => state === 'done')
  if (deploy.state !== 'todo' || !adds.every(isOver) || nobody) return []
  const words = `Deploy to ${groupName} in place of what ${parent} brings`
  const input = { ...plan.request, clientToken: plan.id }
  return [{ stepId: 'deploy', call: 'CreateDeployment', input, words }]
}

/** Last first: the deployment goes before its devices leave the group, and the group when it is empty. */
function back(plan: RetryPlan): RetryAction[] {
  const { groupName, deployment } = plan
  const { group, adds, deploy } = partsOf(plan)
  if (deploy.state === 'done') return [takeBackDeployment(plan, deployment)]
  if (!isOver(deploy)) return []
  const inside = adds.filter(({ state }) => state === 'done').reverse()
  if (inside.length > 0) {
    return inside.map(({ id, thing }) => ({
      stepId: id,
      call: 'RemoveThingFromThingGroup',
      input: { thingGroupName: groupName, thingName: thing },
      words: `Take ${thing} out of ${groupName}`,
    }))
  }
  if (!adds.every(isOver) || group.state !== 'done' || !plan.groupIsOurs) return []
  const input = { thingGroupName: groupName }
  return [{ stepId: 'group', call: 'DeleteThingGroup', input, words: `Delete the thing group ${groupName}` }]
}

function takeBackDeployment(plan: RetryPlan, deployment: RetryPlan['deployment']): RetryAction {
  const stepId = 'deploy'
  if (!deployment) {
    const input = { targetArn: plan.request.targetArn, historyFilter: 'LATEST_ONLY' }
    return { stepId, call: 'ListDeployments', input, words: 'Look whether the sub-deployment was made' }
  }
  const input = { deploymentId: deployment.id }
  return deployment.cancelled
    ? { stepId, call: 'DeleteDeployment', input, words: 'Delete the sub-deployment' }
    : { stepId, call: 'CancelDeployment', input, words: 'Cancel the sub-deployment' }
}

function withStep(plan: RetryPlan, id: string, change: Partial<Omit<RetryStep, 'kind'>>): RetryPlan {
  return {
    ...plan,
    steps: plan.steps.map(step => (step.id === id ? ({ ...step, ...change } as RetryStep) : step)),
  }
}

/** A call is on its way: store the plan before it is sent, so that a reload knows of it. */
export function beginStep(plan: RetryPlan, action: RetryAction): RetryPlan {
  return withStep(plan, action.stepId, { state: 'doing', failure: null })
}

const madeDeployment = (id: string | undefined) =>
  id === undefined ? { deployment: null } : { deployment: { id, cancelled: false }, made: id }

/** The plan after a call has been answered, or will not be. */
export function recordResult(plan: RetryPlan, action: RetryAction, result: RetryResult): RetryPlan {
  const { call, stepId } = action
  const asGood =
    !result.ok && (result.kind === 'already' || (result.kind === 'missing' && plan.direction === 'back'))
  if (!result.ok && !asGood) {
    // A refusal says nothing of an earlier attempt whose answer was lost.
    const before = plan.steps.find(({ id }) => id === stepId)?.uncertain ?? false
    const uncertain = before || result.kind === 'no-answer'
    return withStep(plan, stepId, { state: 'failed', failure: result.message, uncertain })
  }
  const settled = (state: StepState) => withStep(plan, stepId, { state, failure: null, uncertain: false })
  const id = result.ok ? result.deploymentId : undefined
  switch (call) {
    case 'CreateThingGroup': {
      // Others' devices would get the sub-deployment, unless it is our own attempt whose answer was lost.
      const ours = result.ok || plan.steps[0]?.uncertain
      if (!ours) return withStep(plan, stepId, { state: 'failed', failure: result.message })
      return { ...settled('done'), groupIsOurs: result.ok }
    }
    case 'AddThingToThingGroup':
      return settled('done')
    case 'CreateDeployment':
      if (stepId === 'promote') return { ...settled('done'), promoted: id === undefined ? null : { id } }
      return { ...settled('done'), ...madeDeployment(id) }
    case 'ListDeployments':
      return id === undefined ? settled('undone') : { ...settled('done'), ...madeDeployment(id) }
    case 'CancelDeployment':
      if (!result.ok && result.kind === 'missing') return { ...settled('undone'), deployment: null }
      return { ...settled('done'), deployment: plan.deployment && { ...plan.deployment, cancelled: true } }
    case 'DeleteDeployment':
      return { ...settled('undone'), deployment: null }
    case 'RemoveThingFromThingGroup':
    case 'DeleteThingGroup':
      return settled('undone')
  }
}

/**
 * Lets failed steps be tried again: one of them, or all. Call it also on a plan that was read after a reload: steps
 * under way then have lost their answer. Every call of the plan may safely be made twice.
 */
export function retrySteps(plan: RetryPlan, id?: string): RetryPlan {
  const state = plan.direction === 'forward' ? 'todo' : 'done'
  const steps = plan.steps.map(step =>
    (step.state === 'failed' || step.state === 'doing') && (id === undefined || step.id === id)
      ? {
          ...step,
          state: state as StepState,
          failure: null,
          uncertain: step.uncertain || step.state === 'doing',
        }
      : step,
  )
  return { ...plan, steps }
}

/** Leaves a device out, such as one that is in as many groups as a thing can be. */
export function skipDevice(plan: RetryPlan, thing: string): RetryPlan {
  const step = plan.steps.find(({ id }) => id === `add:${thing}`)
  const canSkip = plan.direction === 'forward' && (step?.state === 'failed' || step?.state === 'todo')
  return step && canSkip ? withStep(plan, step.id, { state: 'skipped' }) : plan
}

/**
 * Adds the step that gives the change to the parent. A promotion whose answer was lost is asked for again as it was,
 * lest the parent be revised twice.
 */
export function promote(
  plan: RetryPlan,
  promotion: { token: string; request: DeploymentRequest },
): RetryPlan {
  const before = partsOf(plan).promote
  if (before?.uncertain || before?.state === 'doing' || before?.state === 'done')
    return retrySteps(plan, before.id)
  const step = {
    id: 'promote',
    kind: 'promote' as const,
    state: 'todo' as const,
    failure: null,
    uncertain: false,
  }
  const others = plan.steps.filter(({ kind }) => kind !== 'promote')
  return { ...plan, steps: [...others, { ...step, ...promotion }], direction: 'forward' }
}

/**
 * Takes back what has been done, last first; also the way to clean up once the change is promoted. What never got an
 * answer is taken back as well. Devices keep what they run until the parent's next deployment reaches them.
 */
export function turnBack(plan: RetryPlan): RetryPlan {
  if (plan.direction === 'back') return plan
  const steps = plan.steps.map(step => {
    if (step.state === 'done' || step.state === 'skipped') return step
    // What may have become of a promotion cannot be taken back here: it is left as it is.
    if (step.kind === 'promote') return { ...step, state: 'skipped' as const }
    const state: StepState = step.uncertain || step.state === 'doing' ? 'done' : 'undone'
    return { ...step, state, failure: null }
  })
  return { ...plan, steps, direction: 'back' }
}

/**
 * Does again what was taken back. `id` is new, since the old one stands for a deployment that is gone. A change that
 * was promoted has no need of it.
 */
export function turnForward(plan: RetryPlan, id: string): RetryPlan {
  if (plan.direction === 'forward' || plan.promoted) return plan
  const steps = plan.steps
    .filter(({ kind }) => kind !== 'promote')
    .map(step => {
      const isDevice = step.kind === 'add-device'
      // A device that was left out stays so; one that is still in the group is not added again.
      if (isDevice && (step.state === 'skipped' || step.state === 'done')) return step
      if (step.kind === 'create-group' && step.state === 'done') return step
      return { ...step, state: 'todo' as const, failure: null }
    })
  return { ...plan, id, steps, deployment: null, direction: 'forward' }
}

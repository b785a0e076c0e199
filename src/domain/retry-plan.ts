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
  /** A call was sent whose answer never came: it may have been carried out. */
  uncertain: boolean
} & ({ kind: 'create-group' } | { kind: 'add-device'; thing: string } | { kind: 'deploy' })

/** Plain data: it survives a reload as JSON. */
export interface RetryPlan {
  /** Also the idempotency token of its deployment, so that a repeated attempt cannot deploy twice. */
  id: string
  groupName: string
  /** A group that was there already is not deleted on the way back. */
  groupIsOurs: boolean
  parentTargetArn: string
  request: DeploymentRequest
  /** What it changes of the parent's components; `null`: leaves one out. */
  change: Record<string, ComponentDeployment | null>
  steps: RetryStep[]
  deployment: { id: string; cancelled: boolean } | null
  direction: 'forward' | 'back'
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
  if (target?.kind !== 'thinggroup')
    throw new Error('Only a deployment to a thing group has sub-deployments.')
  const { tags: _, ...base } = requestFromDeployment(parent)
  const step = <S extends object>(id: string, rest: S) => ({
    id,
    state: 'todo' as const,
    failure: null,
    uncertain: false,
    ...rest,
  })
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
    change: structuredClone({ ...plan.change }),
    deployment: null,
    direction: 'forward',
  }
}

/** Components with a change laid over them; `null` leaves one out. */
function changedComponents(
  components: Readonly<Record<string, ComponentDeployment>>,
  change: Readonly<Record<string, ComponentDeployment | null>>,
): Record<string, ComponentDeployment> {
  const entries = Object.entries({ ...components, ...change }).filter(([, component]) => component !== null)
  return structuredClone(Object.fromEntries(entries)) as Record<string, ComponentDeployment>
}

/**
 * The parent's next revision with what the retry changed; all else stays as it is in the parent's current revision,
 * which may be a newer one than was retried. It takes the place of all its sub-deployments, so clean up afterwards.
 */
export function promotion(parent: Deployment, plan: RetryPlan): DeploymentRequest {
  return { ...requestFromDeployment(parent), components: changedComponents(parent.components, plan.change) }
}

/** Reads a plan that was stored as JSON; `null` if it is none. */
export function parseRetryPlan(text: string | null): RetryPlan | null {
  if (text === null) return null
  try {
    const plan = JSON.parse(text) as Partial<RetryPlan> | null
    if (!plan || typeof plan.groupName !== 'string' || typeof plan.id !== 'string') return null
    if (!Array.isArray(plan.steps) || plan.steps.length < 2 || typeof plan.request !== 'object') return null
    if (typeof plan.change !== 'object') return null
    return plan.direction === 'forward' || plan.direction === 'back' ? (plan as RetryPlan) : null
  } catch {
    return null
  }
}

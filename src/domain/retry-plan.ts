import { parseTargetArn, targetArn, targetName } from './arn.ts'
import type { ComponentDeployment, Deployment, DeploymentRequest } from './deployment.ts'
import { diffComponents } from './deployment-diff.ts'
import { requestFromDeployment } from './deployment-request.ts'

/** `skipped` devices are left out by a person; of `undone` steps nothing stands, or no longer. */
export type StepState = 'todo' | 'doing' | 'done' | 'failed' | 'skipped' | 'undone'

export type RetryStep = {
  /** `group`, `deploy`, `promote`, or `add:` with the device's name. */
  id: string
  state: StepState
  /** The service's words where the step, or taking it back, failed. */
  failure: string | null
  /** A call was sent whose answer never came: it may have been carried out. */
  uncertain: boolean
} & (
  | { kind: 'create-group' }
  | { kind: 'add-device'; thing: string }
  | { kind: 'deploy' }
  /** The parent's next revision; `token` is its idempotency token. */
  | { kind: 'promote'; token: string; request: DeploymentRequest }
)

/** What a sub-deployment changes of its parent's components; `null`: leaves one out. */
export type RetryChange = Record<string, ComponentDeployment | null>

/** Plain data: it survives a reload as JSON. */
export interface RetryPlan {
  /** Also the idempotency token of its deployment, so that a repeated attempt cannot deploy twice. */
  id: string
  groupName: string
  /** A group that was there already is not deleted on the way back. */
  groupIsOurs: boolean
  parentTargetArn: string
  request: DeploymentRequest
  steps: RetryStep[]
  deployment: { id: string; cancelled: boolean } | null
  /** Id of the sub-deployment, also after it has been deleted. */
  made: string | null
  /** The parent's revision that took over the change. */
  promoted: { id: string } | null
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
  change?: Readonly<RetryChange>
}): RetryPlan {
  const { parent, groupName } = plan
  // A sub-deployment of a sub-deployment does not exist: what replaces one is a sibling of it.
  const parentTargetArn = parent.parentTargetArn ?? parent.targetArn
  const target = parseTargetArn(parentTargetArn)
  if (target?.kind !== 'thinggroup')
    throw new Error('Only a deployment to a thing group has sub-deployments.')
  const { tags: _, ...base } = requestFromDeployment(parent)
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
    steps: stepsFor(plan.things, 'todo'),
    deployment: null,
    made: null,
    promoted: null,
    direction: 'forward',
  }
}

/**
 * A plan for a sub-deployment that is there already, such as one begun in another browser: nothing is left to do but
 * to promote it and to take it back. `things` leave the group then, which is deleted if `groupIsOurs`.
 */
export function planOfSubDeployment(found: {
  id: string
  deployment: Deployment
  things: readonly string[]
  groupIsOurs: boolean
}): RetryPlan {
  const { deployment } = found
  return {
    id: found.id,
    groupName: targetName(deployment.targetArn),
    groupIsOurs: found.groupIsOurs,
    parentTargetArn: deployment.parentTargetArn ?? '',
    request: requestFromDeployment(deployment),
    steps: stepsFor(found.things, 'done'),
    deployment: { id: deployment.id, cancelled: deployment.status !== 'ACTIVE' },
    made: deployment.id,
    promoted: null,
    direction: 'forward',
  }
}

function stepsFor(things: readonly string[], state: StepState): RetryStep[] {
  const rest = { state, failure: null, uncertain: false }
  return [
    { id: 'group', kind: 'create-group', ...rest },
    ...[...new Set(things)].map(thing => ({
      id: `add:${thing}`,
      kind: 'add-device' as const,
      thing,
      ...rest,
    })),
    { id: 'deploy', kind: 'deploy', ...rest },
  ]
}

const madeFor = 'Made to retry a deployment of '

/** What the group says of itself, so that others know later why it is there, and that it may go. */
export function retryGroupDescription(parentTargetArn: string): string {
  return `${madeFor}${targetName(parentTargetArn)} on some of its devices.`
}

export const isRetryGroup = (description: string): boolean => description.startsWith(madeFor)

/** Components with a change laid over them; `null` leaves one out. */
function changedComponents(
  components: Readonly<Record<string, ComponentDeployment>>,
  change: Readonly<RetryChange>,
): Record<string, ComponentDeployment> {
  const entries = Object.entries({ ...components, ...change }).filter(([, component]) => component !== null)
  return structuredClone(Object.fromEntries(entries)) as Record<string, ComponentDeployment>
}

/** What a sub-deployment changes of the components of the parent's revision that it was made from. */
export function changeOf(
  base: Pick<Deployment, 'components'>,
  child: Pick<Deployment, 'components'>,
): RetryChange {
  const changed = diffComponents(base.components, child.components).filter(
    ({ change }) => change !== 'unchanged',
  )
  return structuredClone(
    Object.fromEntries(changed.map(({ name }) => [name, child.components[name] ?? null])),
  )
}

/**
 * The parent's next revision with what a sub-deployment changed; all else stays as it is in the parent's current
 * revision, which may be a newer one than was retried. It takes the place of all its sub-deployments, so clean up
 * afterwards.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/create-subdeployments.html
 */
export function promotion(parent: Deployment, change: Readonly<RetryChange>): DeploymentRequest {
  return { ...requestFromDeployment(parent), components: changedComponents(parent.components, change) }
}

/** Reads a plan that was stored as JSON; `null` if it is none. */
export function parseRetryPlan(text: string | null): RetryPlan | null {
  if (text === null) return null
  try {
    const plan = JSON.parse(text) as Partial<RetryPlan> | null
    if (!plan || typeof plan.groupName !== 'string' || typeof plan.id !== 'string') return null
    if (!Array.isArray(plan.steps) || plan.steps.length < 2 || typeof plan.request !== 'object') return null
    if (plan.promoted === undefined) return null
    return plan.direction === 'forward' || plan.direction === 'back' ? (plan as RetryPlan) : null
  } catch {
    return null
  }
}

import type { ComponentDeployment, DeploymentPolicies, JobConfiguration } from '#src/domain/deployment.ts'
import { notificationMinute } from '#src/domain/rollout.ts'
import { runThrough } from './device.ts'
import { cancelJob, createExecution, moveExecution } from './executions.ts'
import { membersUnder } from './group-tree.ts'
import type { DeploymentRecord, JobRecord } from './records.ts'
import { createJob, distribute, newJob } from './rollout.ts'
import type { World } from './world.ts'

export interface DeploymentSpec {
  /** ARN of a thing or thing group that exists. */
  targetArn: string
  name?: string | undefined
  parentTargetArn?: string | null
  components?: Record<string, ComponentDeployment>
  policies?: DeploymentPolicies
  jobConfiguration?: JobConfiguration
  tags?: Record<string, string>
}

/** What the service fills in where a request says nothing. */
function fullPolicies(policies: DeploymentPolicies | undefined): DeploymentPolicies {
  return {
    failureHandlingPolicy: policies?.failureHandlingPolicy ?? 'ROLLBACK',
    componentUpdatePolicy: {
      timeoutInSeconds: policies?.componentUpdatePolicy?.timeoutInSeconds ?? 60,
      action: policies?.componentUpdatePolicy?.action ?? 'NOTIFY_COMPONENTS',
    },
    configurationValidationPolicy: {
      timeoutInSeconds: policies?.configurationValidationPolicy?.timeoutInSeconds ?? 30,
    },
  }
}

/** Deploys to a group by a continuous job, to a thing by its shadow. It replaces what the target had. */
export function createDeployment(world: World, spec: DeploymentSpec): DeploymentRecord {
  const deployment = newDeployment(world, spec)
  if (deployment.targetKind === 'thinggroup') deployment.job = createJob(world, jobOf(world, deployment))
  else {
    const thing = world.things.get(deployment.targetName)
    if (thing) distribute(world, createExecution(world, thing, { job: null, deployment }))
  }
  return deployment
}

/**
 * A deployment as a history needs it: all connected members have it behind them at once. Plans, results and states
 * are those of a real one.
 */
export function createPastDeployment(world: World, spec: DeploymentSpec): DeploymentRecord {
  const deployment = newDeployment(world, spec)
  const run = (name: string, job: JobRecord | null, queued: number) => {
    const thing = world.things.get(name)
    if (!thing) return
    const execution = createExecution(world, thing, { job, deployment })
    const core = world.devices.get(name)
    if (core) runThrough(world, core, execution, queued)
  }
  if (deployment.targetKind === 'thing') run(deployment.targetName, null, world.time)
  else {
    const job = newJob(world, jobOf(world, deployment))
    deployment.job = job
    while (job.reached < job.waiting.length && job.status === 'IN_PROGRESS') {
      job.reached += 1
      const minute = notificationMinute(job.configuration, job.reached)
      run(job.waiting[job.reached - 1]!, job, world.time + Math.round(minute * 60_000))
    }
    job.waiting = []
    job.reached = 0
  }
  return deployment
}

function newDeployment(world: World, spec: DeploymentSpec): DeploymentRecord {
  const { targetArn } = spec
  const group = targetArn.includes(':thinggroup/')
  for (const earlier of world.deployments.ofTarget(targetArn)) replace(world, earlier)
  // A new revision of the parent takes the place of all its sub-deployments.
  if (group) for (const child of world.deployments.childrenOf(targetArn)) replace(world, child, true)
  const id = world.newId()
  const targetName = targetArn.slice(targetArn.indexOf('/') + 1)
  const deployment: DeploymentRecord = {
    id,
    order: world.deployments.nextOrder(),
    arn: world.deploymentArn(id),
    name: spec.name ?? '',
    targetArn,
    targetKind: group ? 'thinggroup' : 'thing',
    targetName,
    parentTargetArn: spec.parentTargetArn ?? null,
    revision: world.deployments.nextRevision(targetArn),
    created: world.time,
    status: 'ACTIVE',
    isLatest: true,
    job: null,
    components: spec.components ?? {},
    policies: fullPolicies(spec.policies),
    jobConfiguration: spec.jobConfiguration ?? {},
    tags: spec.tags ?? {},
  }
  world.deployments.put(deployment)
  if (deployment.parentTargetArn) {
    const target = world.groups.get(targetName)
    if (target) target.boundToParent = deployment.parentTargetArn
  }
  return deployment
}

function jobOf(world: World, deployment: DeploymentRecord) {
  const group = world.groups.get(deployment.targetName)
  return {
    id: world.newId(),
    targets: [deployment.targetArn],
    members: group ? membersUnder(group) : [],
    selection: 'CONTINUOUS' as const,
    configuration: deployment.jobConfiguration,
    deployment,
    description: deployment.name,
    namespaceId: 'aws-gg-deployment',
  }
}

/** A newer revision takes the place of this one: what devices have not begun is cancelled. */
function replace(world: World, deployment: DeploymentRecord, staysLatest = false): void {
  if (!staysLatest) deployment.isLatest = false
  if (deployment.status !== 'ACTIVE') return
  if (deployment.job)
    cancelJob(world, deployment.job, {
      reasonCode: 'REPLACED',
      comment: 'A newer deployment replaced this one.',
      replaced: true,
    })
  else cancelShadow(world, deployment)
  deployment.status = 'INACTIVE'
}

function cancelShadow(world: World, deployment: DeploymentRecord): void {
  const executions = world.things.get(deployment.targetName)?.executions ?? []
  const own = executions.find(execution => execution.deployment === deployment)
  if (own?.status === 'QUEUED') moveExecution(world, own, 'CANCELED')
}

/** Devices that have it keep it; what has not begun is cancelled. */
export function cancelDeployment(world: World, deployment: DeploymentRecord): void {
  if (deployment.job)
    cancelJob(world, deployment.job, { reasonCode: 'CANCELED', comment: 'The deployment was cancelled.' })
  else cancelShadow(world, deployment)
  deployment.status = 'CANCELED'
}

/** The definition goes; devices go on running it, and their own lists of deployments keep it. */
export function deleteDeployment(world: World, deployment: DeploymentRecord): void {
  world.deployments.delete(deployment.id)
}

import { abortTriggered } from '#src/domain/rollout.ts'
import type { JobCounts } from '#src/domain/job.ts'
import type {
  DeploymentRecord,
  Execution,
  ExecutionStatus,
  JobRecord,
  Outcome,
  ThingRecord,
} from './records.ts'
import type { World } from './world.ts'

/** Which counter of a job an execution status is counted in. */
const counterOf: Record<ExecutionStatus, keyof JobCounts> = {
  QUEUED: 'queued',
  IN_PROGRESS: 'inProgress',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  REJECTED: 'rejected',
  TIMED_OUT: 'timedOut',
  CANCELED: 'canceled',
  REMOVED: 'removed',
}

export const isTerminal = (status: ExecutionStatus): boolean =>
  status !== 'QUEUED' && status !== 'IN_PROGRESS'

/** Puts a thing's execution of a job, or of a deployment by shadow, in its queue. */
export function createExecution(
  world: World,
  thing: ThingRecord,
  origin: { job: JobRecord | null; deployment: DeploymentRecord | null },
): Execution {
  const { job, deployment } = origin
  const earlier = job?.executions.get(thing.name)
  const execution: Execution = {
    thing,
    job,
    deployment,
    status: 'QUEUED',
    queued: world.time,
    started: null,
    updated: world.time,
    version: 1,
    outcome: null,
    details: null,
    forceCanceled: false,
    number: (earlier?.number ?? 0) + 1,
  }
  if (job) {
    if (earlier) {
      job.counts[counterOf[earlier.status]] -= 1
      thing.executions = thing.executions?.filter(one => one !== earlier) ?? null
    }
    job.executions.put(execution)
    job.counts.queued += 1
  }
  if (thing.executions) thing.executions.push(execution)
  else thing.executions = [execution]
  return execution
}

/**
 * Moves an execution on, and the job with it: counters, abort criteria, and the end of a snapshot job. Does
 * nothing to an execution that has ended, as the service refuses a device's late word.
 */
export function moveExecution(
  world: World,
  execution: Execution,
  status: ExecutionStatus,
  outcome: Outcome | null = null,
  at: number = world.time,
): boolean {
  if (isTerminal(execution.status) || execution.status === status) return false
  const { job } = execution
  if (job) {
    job.counts[counterOf[execution.status]] -= 1
    job.counts[counterOf[status]] += 1
    job.updated = Math.max(job.updated, at)
  }
  execution.status = status
  execution.version += 1
  execution.updated = at
  if (status === 'IN_PROGRESS') execution.started = at
  if (outcome) execution.outcome = outcome
  if (job && isTerminal(status)) afterEnd(world, job)
  return true
}

function afterEnd(world: World, job: JobRecord): void {
  if (job.status !== 'IN_PROGRESS') return
  const criteria = job.configuration.abortConfig?.criteriaList
  if (criteria && abortTriggered(criteria, job.counts)) {
    cancelJob(world, job, {
      reasonCode: 'ABORT_CRITERIA_MET',
      comment: 'The abort criteria of the job were met.',
    })
    return
  }
  const moving = job.counts.queued + job.counts.inProgress
  if (job.selection === 'SNAPSHOT' && moving === 0 && job.reached >= job.waiting.length) {
    job.status = 'COMPLETED'
    job.completed = world.time
  }
}

/**
 * Cancels a job: what is QUEUED is cancelled, what is IN_PROGRESS runs on unless `force`, things that the rollout
 * has not reached get nothing. A deployment that travels by the job is cancelled with it, unless `replaced` tells
 * that a newer one takes its place.
 */
export function cancelJob(
  world: World,
  job: JobRecord,
  options: { force?: boolean; reasonCode?: string; comment?: string; replaced?: boolean } = {},
): void {
  if (job.status === 'IN_PROGRESS') {
    job.status = 'CANCELED'
    job.completed = world.time
    job.reasonCode = options.reasonCode ?? ''
    job.comment = options.comment ?? ''
  }
  job.updated = world.time
  job.waiting = []
  job.reached = 0
  job.forceCanceled ||= options.force === true
  if (job.counts.queued + (options.force ? job.counts.inProgress : 0) > 0) {
    for (const execution of job.executions.values()) {
      if (execution.status === 'QUEUED') moveExecution(world, execution, 'CANCELED')
      else if (options.force && execution.status === 'IN_PROGRESS') {
        execution.forceCanceled = true
        moveExecution(world, execution, 'CANCELED')
      }
    }
  }
  if (job.deployment && job.deployment.status === 'ACTIVE')
    job.deployment.status = options.replaced ? 'INACTIVE' : 'CANCELED'
}

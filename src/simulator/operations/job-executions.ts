import type {
  CancelJobExecutionCommandInput,
  CancelJobExecutionCommandOutput,
  DescribeJobExecutionCommandInput,
  DescribeJobExecutionCommandOutput,
  ListJobExecutionsForJobCommandInput,
  ListJobExecutionsForJobCommandOutput,
  ListJobExecutionsForThingCommandInput,
  ListJobExecutionsForThingCommandOutput,
} from '@aws-sdk/client-iot'
import { descending, page } from '../wire/paging.ts'
import {
  invalidRequest,
  invalidStateTransition,
  iotNotFound,
  versionConflict,
} from '../wire/service-error.ts'
import { type Operation, seconds } from '../wire/types.ts'
import { isTerminal, moveExecution } from '../world/executions.ts'
import { detailsOf } from '../world/outcome.ts'
import type { Execution } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { jobWith } from './jobs.ts'
import { thingNamed } from './things.ts'

/** A job's executions by thing name. */
export const listJobExecutionsForJob: Operation<
  ListJobExecutionsForJobCommandInput,
  ListJobExecutionsForJobCommandOutput
> = ({ jobId, status, maxResults, nextToken }, { world }) => {
  const job = jobWith(world, jobId)
  const { items, nextToken: next } = page(job.executions.sorted(), {
    limit: maxResults,
    token: nextToken,
    key: execution => execution.thing.name,
    where: execution => status === undefined || execution.status === status,
    scope: `ListJobExecutionsForJob ${job.id} ${status}`,
    badToken: invalidRequest,
  })
  return {
    executionSummaries: items.map(execution => ({
      thingArn: world.thingArn(execution.thing.name),
      jobExecutionSummary: summaryOf(execution),
    })),
    nextToken: next,
  }
}

/** A thing's executions, newest first. Deployments by shadow are not jobs. */
export const listJobExecutionsForThing: Operation<
  ListJobExecutionsForThingCommandInput,
  ListJobExecutionsForThingCommandOutput
> = ({ thingName, status, namespaceId, jobId, maxResults, nextToken }, { world }) => {
  const thing = thingNamed(world, thingName)
  const executions = (thing.executions ?? [])
    .filter(({ job }) => job !== null && world.jobs.has(job.id))
    .map(execution => ({
      execution,
      key: `${String(execution.queued).padStart(15, '0')} ${execution.job!.id}`,
    }))
    .sort((a, b) => descending(a.key, b.key))
  const { items, nextToken: next } = page(executions, {
    limit: maxResults,
    token: nextToken,
    key: ({ key }) => key,
    compare: descending,
    where: ({ execution }) =>
      (status === undefined || execution.status === status) &&
      (namespaceId === undefined || execution.job!.namespaceId === namespaceId) &&
      (jobId === undefined || execution.job!.id === jobId),
    scope: `ListJobExecutionsForThing ${thing.name} ${status}`,
    badToken: invalidRequest,
  })
  return {
    executionSummaries: items.map(({ execution }) => ({
      jobId: execution.job!.id,
      jobExecutionSummary: summaryOf(execution),
    })),
    nextToken: next,
  }
}

function summaryOf(execution: Execution) {
  const { status, queued, started, updated, number } = execution
  return {
    status,
    queuedAt: seconds(queued),
    startedAt: started === null ? undefined : seconds(started),
    lastUpdatedAt: seconds(updated),
    executionNumber: number,
  }
}

export const describeJobExecution: Operation<
  DescribeJobExecutionCommandInput,
  DescribeJobExecutionCommandOutput
> = ({ jobId, thingName, executionNumber }, { world }) => {
  const execution = executionOf(world, jobId, thingName)
  if (executionNumber !== undefined && executionNumber !== execution.number)
    throw iotNotFound(`Execution ${executionNumber} of job ${jobId} for thing ${thingName} not found.`)
  const details = { ...execution.details, ...(execution.outcome && detailsOf(execution.outcome)) }
  return {
    execution: {
      jobId: execution.job?.id,
      thingArn: world.thingArn(execution.thing.name),
      ...summaryOf(execution),
      versionNumber: execution.version,
      forceCanceled: execution.forceCanceled || undefined,
      statusDetails: Object.keys(details).length > 0 ? { detailsMap: details } : undefined,
      approximateSecondsBeforeTimedOut: secondsLeft(world, execution),
    },
  }
}

/** Only an execution that is IN_PROGRESS has a timer. */
function secondsLeft(world: World, { job, status, started }: Execution): number | undefined {
  const minutes = job?.configuration.timeoutConfig?.inProgressTimeoutInMinutes
  if (status !== 'IN_PROGRESS' || started === null || minutes === undefined) return undefined
  return Math.max(0, Math.ceil((started + minutes * 60_000 - world.time) / 1000))
}

/** Only what is QUEUED can be cancelled without `force`. */
export const cancelJobExecution: Operation<
  CancelJobExecutionCommandInput,
  CancelJobExecutionCommandOutput
> = ({ jobId, thingName, force, expectedVersion, statusDetails }, { world }) => {
  const execution = executionOf(world, jobId, thingName)
  if (expectedVersion !== undefined && expectedVersion !== execution.version)
    throw versionConflict(`The execution has version ${execution.version}, not ${expectedVersion}.`)
  const { status } = execution
  if (isTerminal(status) || (status === 'IN_PROGRESS' && !force))
    throw invalidStateTransition(
      `The execution is ${status} and cannot be canceled${status === 'IN_PROGRESS' ? ' without force' : ''}.`,
    )
  if (statusDetails) execution.details = { ...execution.details, ...statusDetails }
  execution.forceCanceled = status === 'IN_PROGRESS'
  moveExecution(world, execution, 'CANCELED')
  return {}
}

function executionOf(world: World, jobId: string | undefined, thingName: string | undefined): Execution {
  const execution = jobWith(world, jobId).executions.get(thingName ?? '')
  if (!execution) throw iotNotFound(`Job ${jobId} has no execution for thing ${thingName}.`)
  return execution
}

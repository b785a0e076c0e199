import type {
  CancelJobCommandInput,
  CancelJobCommandOutput,
  CreateJobCommandInput,
  CreateJobCommandOutput,
  DeleteJobCommandInput,
  DeleteJobCommandOutput,
  DescribeJobCommandInput,
  DescribeJobCommandOutput,
  ListJobsCommandInput,
  ListJobsCommandOutput,
} from '@aws-sdk/client-iot'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { JobConfiguration } from '#src/domain/deployment.ts'
import { checkRequest } from '#src/domain/deployment-request.ts'
import { descending, page } from '../wire/paging.ts'
import { alreadyExists, invalidRequest, invalidStateTransition, iotNotFound } from '../wire/service-error.ts'
import { type Operation, seconds } from '../wire/types.ts'
import { cancelJob as cancel } from '../world/executions.ts'
import { membersUnder } from '../world/group-tree.ts'
import type { JobRecord } from '../world/records.ts'
import { createJob as create } from '../world/rollout.ts'
import type { World } from '../world/world.ts'

/** Newest first. Deployments to groups are among them: Greengrass puts its jobs in a namespace of its own. */
export const listJobs: Operation<ListJobsCommandInput, ListJobsCommandOutput> = (input, { world }) => {
  const group = targetFilter(world, input)
  const { items, nextToken: next } = page(
    [...world.jobs.values()]
      .map(job => ({ job, key: `${String(job.created).padStart(15, '0')} ${job.id}` }))
      .sort((a, b) => descending(a.key, b.key)),
    {
      limit: input.maxResults,
      token: input.nextToken,
      key: ({ key }) => key,
      compare: descending,
      where: ({ job }) =>
        (input.status === undefined || job.status === input.status) &&
        (input.targetSelection === undefined || job.selection === input.targetSelection) &&
        (input.namespaceId === undefined || job.namespaceId === input.namespaceId) &&
        (group === null || job.targets.includes(group)),
      scope: 'ListJobs',
      badToken: invalidRequest,
    },
  )
  return { jobs: items.map(({ job }) => summaryOf(world, job)), nextToken: next }
}

function targetFilter(
  world: World,
  input: { thingGroupName?: string | undefined; thingGroupId?: string | undefined },
) {
  if (input.thingGroupName === undefined && input.thingGroupId === undefined) return null
  const byId = [...world.groups.values()].find(group => group.id === input.thingGroupId)
  const group = input.thingGroupName === undefined ? byId : world.groups.get(input.thingGroupName)
  if (!group) throw iotNotFound(`Thing group ${input.thingGroupName ?? input.thingGroupId} not found.`)
  return group.arn
}

function summaryOf(world: World, job: JobRecord) {
  const target = parseTargetArn(job.targets[0] ?? '')
  return {
    jobArn: job.arn,
    jobId: job.id,
    thingGroupId: target?.kind === 'thinggroup' ? world.groups.get(target.name)?.id : undefined,
    targetSelection: job.selection,
    status: job.status,
    createdAt: seconds(job.created),
    lastUpdatedAt: seconds(job.updated),
    completedAt: job.completed === null ? undefined : seconds(job.completed),
    isConcurrent: false,
  }
}

/** https://docs.aws.amazon.com/iot/latest/apireference/API_CreateJob.html */
export const createJob: Operation<CreateJobCommandInput, CreateJobCommandOutput> = (input, { world }) => {
  const { jobId = '', targets = [], document, documentSource, targetSelection = 'SNAPSHOT' } = input
  if ((document === undefined) === (documentSource === undefined))
    throw invalidRequest('Exactly one of document and documentSource must be given.')
  if (document !== undefined && !isJson(document)) throw invalidRequest('The job document is not valid JSON.')
  const configuration = configurationOf(input)
  if (world.jobs.has(jobId)) throw alreadyExists(`Job ${jobId} already exists.`, world.jobArn(jobId), jobId)
  const members = membersOf(world, targets)
  if (targetSelection === 'CONTINUOUS' && targets.some(target => !target.includes(':thinggroup/')))
    throw invalidRequest('A continuous job can have thing groups as targets only.')
  const job = create(world, {
    id: jobId,
    targets: [...targets],
    members,
    selection: targetSelection,
    configuration,
    description: input.description ?? '',
    document: document ?? '',
    documentSource: documentSource ?? null,
    namespaceId: input.namespaceId ?? null,
    tags: Object.fromEntries((input.tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
  })
  return { jobArn: job.arn, jobId: job.id, description: job.description || undefined }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The three configurations, checked by the same rules as a deployment's: limits that only prose states. */
function configurationOf(input: Parameters<typeof createJob>[0]): JobConfiguration {
  const { jobExecutionsRolloutConfig, abortConfig, timeoutConfig } = input
  const configuration = structuredClone({
    ...(jobExecutionsRolloutConfig && { jobExecutionsRolloutConfig }),
    ...(abortConfig && { abortConfig }),
    ...(timeoutConfig && { timeoutConfig }),
  }) as JobConfiguration
  const targetArn = input.targets?.[0] ?? ''
  const problem = checkRequest({ targetArn, iotJobConfiguration: configuration }).find(
    ({ field, severity }) => severity === 'error' && field.startsWith('iotJobConfiguration.'),
  )
  if (problem) throw invalidRequest(problem.message)
  return configuration
}

function membersOf(world: World, targets: readonly string[]): string[] {
  const names = new Set<string>()
  for (const arn of targets) {
    const target = parseTargetArn(arn)
    if (!target) throw invalidRequest(`${arn} is not the ARN of a thing or thing group.`)
    if (target.kind === 'thing') {
      if (!world.things.has(target.name)) throw iotNotFound(`Thing ${target.name} not found.`)
      names.add(target.name)
      continue
    }
    const group = world.groups.get(target.name)
    if (!group) throw iotNotFound(`Thing group ${target.name} not found.`)
    for (const name of membersUnder(group)) names.add(name)
  }
  return [...names].sort()
}

export const describeJob: Operation<DescribeJobCommandInput, DescribeJobCommandOutput> = (
  { jobId },
  { world },
) => {
  const job = jobWith(world, jobId)
  const { counts, configuration } = job
  return {
    documentSource: job.documentSource ?? undefined,
    job: {
      ...omit(summaryOf(world, job), 'thingGroupId'),
      targets: [...job.targets],
      description: job.description || undefined,
      comment: job.comment || undefined,
      reasonCode: job.reasonCode || undefined,
      forceCanceled: job.forceCanceled || undefined,
      namespaceId: job.namespaceId ?? undefined,
      jobExecutionsRolloutConfig: configuration.jobExecutionsRolloutConfig as never,
      abortConfig: configuration.abortConfig,
      timeoutConfig: configuration.timeoutConfig as never,
      jobProcessDetails: {
        processingTargets:
          job.status === 'IN_PROGRESS' && job.waiting.length > 0 ? [...job.targets] : undefined,
        numberOfCanceledThings: counts.canceled,
        numberOfSucceededThings: counts.succeeded,
        numberOfFailedThings: counts.failed,
        numberOfRejectedThings: counts.rejected,
        numberOfQueuedThings: counts.queued,
        numberOfInProgressThings: counts.inProgress,
        numberOfRemovedThings: counts.removed,
        numberOfTimedOutThings: counts.timedOut,
      },
    },
  }
}

function omit<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _left, ...rest } = value
  return rest
}

/** What is QUEUED is cancelled, with `force` also what is IN_PROGRESS. */
export const cancelJob: Operation<CancelJobCommandInput, CancelJobCommandOutput> = (
  { jobId, comment, reasonCode, force },
  { world },
) => {
  const job = jobWith(world, jobId)
  if (job.status !== 'IN_PROGRESS' && !(force && job.status === 'CANCELED'))
    throw invalidRequest(`Job ${job.id} is ${job.status} and cannot be canceled.`)
  cancel(world, job, { force: force ?? false, comment: comment ?? '', reasonCode: reasonCode ?? '' })
  return { jobArn: job.arn, jobId: job.id, description: job.description || undefined }
}

/** A job that is not over has to be cancelled first, or deleted by force. */
export const deleteJob: Operation<DeleteJobCommandInput, DeleteJobCommandOutput> = (
  { jobId, force },
  { world },
) => {
  const job = jobWith(world, jobId)
  if (job.status === 'IN_PROGRESS') {
    if (!force)
      throw invalidStateTransition(`Job ${job.id} is IN_PROGRESS. Cancel it, or delete it with force.`)
    cancel(world, job, { force: true })
  }
  for (const { thing } of job.executions.values())
    thing.executions =
      thing.executions?.filter(execution => execution.job !== job || execution.deployment) ?? null
  world.jobs.delete(job.id)
  world.plainJobs.delete(job)
  return {}
}

/** The job of an id, or AWS IoT's error for one that is not there. */
export function jobWith(world: World, id = ''): JobRecord {
  const job = world.jobs.get(id)
  if (!job) throw iotNotFound(`Job ${id} not found.`)
  return job
}

import {
  DescribeJobCommand,
  DescribeJobExecutionCommand,
  type JobExecutionStatus,
  ListJobExecutionsForJobCommand,
  type JobExecutionSummary as SdkExecutionSummary,
  type Job as SdkJob,
} from '@aws-sdk/client-iot'
import { queryOptions } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type { Job, JobCounts, JobExecution, JobExecutionDetail } from '#src/domain/job.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { ask } from './ask.ts'
import { allowance, cadences } from './cadences.ts'
import { lastPart, listOf, required, timeOf } from './parse.ts'
import { sweepQuery } from './sweep.ts'

/** IoT's limit of a page of a job's devices. */
export const devicesPerPage = 250

export interface Watching {
  /** Somebody looks and devices are under way: asked every few seconds. */
  moving: boolean
}

/** Counts of a whole rollout in one call. A job that is over is not asked again. */
export function jobQuery(connection: Connection, jobId: string, { moving }: Watching) {
  return queryOptions<Job, ServiceFailure>({
    queryKey: [connection.id, 'jobs', 'detail', jobId],
    queryFn: context =>
      ask(connection, context, new DescribeJobCommand({ jobId }), output => job(required(output.job, 'job'))),
    refetchInterval: query =>
      isOver(query.state.data) ? false : moving ? cadences.rollout : cadences.inForce,
    staleTime: cadences.moving / 2,
  })
}

const changes = new WeakMap<JobCounts, number>()

/** Epoch ms (this computer's clock) at which the counts of a job were first seen as they are. */
export function countsChanged(counts: JobCounts): number {
  // Query keeps the very object for as long as an answer says the same.
  const known = changes.get(counts) ?? Date.now()
  changes.set(counts, known)
  return known
}

export interface DeviceList {
  /** Pages a minute when it is read again. */
  perMinute?: number
  /** Pages after which it is cut. */
  most?: number | undefined
}

/** A job's devices, of one status or of all. IoT gives no reasons here: see jobExecutionQuery. */
export function jobExecutionsQuery(
  connection: Connection,
  jobId: string,
  status?: string,
  { perMinute = allowance.devicePages, most }: DeviceList = {},
) {
  return sweepQuery(connection, {
    // However much of it is read, it is one list.
    key: ['jobs', 'executions', jobId, status ?? null],
    every: cadences.inForce,
    perMinute,
    ...(most === undefined ? {} : { most }),
    page: nextToken =>
      new ListJobExecutionsForJobCommand({
        jobId,
        status: status as JobExecutionStatus | undefined,
        maxResults: devicesPerPage,
        nextToken,
      }),
    rows: output =>
      listOf(output.executionSummaries, 'executionSummaries').map(summary =>
        execution(lastPart(required(summary.thingArn, 'thingArn')), summary.jobExecutionSummary ?? {}),
      ),
  })
}

/**
 * Epoch ms at which a device of a job with at most `devicesPerPage` devices was reached or moved last; `null` if none
 * was. One request for each reading of the counts, which tell when the answer has changed.
 */
export function lastProgressQuery(connection: Connection, jobId: string, counts: JobCounts) {
  return queryOptions<number | null, ServiceFailure>({
    queryKey: [connection.id, 'jobs', 'last-progress', jobId, counts],
    queryFn: context =>
      ask(
        connection,
        context,
        new ListJobExecutionsForJobCommand({ jobId, maxResults: devicesPerPage }),
        output => {
          const times = listOf(output.executionSummaries, 'executionSummaries').flatMap(
            ({ jobExecutionSummary: said }) => [timeOf(said?.queuedAt), timeOf(said?.lastUpdatedAt)],
          )
          return times.reduce((last, time) => Math.max(last ?? 0, time ?? 0) || null, null)
        },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** One device's own words about its execution, the error chain among them. */
export function jobExecutionQuery(connection: Connection, jobId: string, thingName: string) {
  return queryOptions<JobExecutionDetail, ServiceFailure>({
    queryKey: [connection.id, 'jobs', 'execution', jobId, thingName],
    queryFn: context =>
      ask(connection, context, new DescribeJobExecutionCommand({ jobId, thingName }), output => {
        const said = required(output.execution, 'execution')
        return { ...execution(thingName, said), details: said.statusDetails?.detailsMap ?? {} }
      }),
    refetchInterval: query => (isMoving(query.state.data?.status) ? cadences.moving : false),
    staleTime: query => (isMoving(query.state.data?.status) ? cadences.moving / 2 : cadences.devices),
  })
}

/** No device will move any more. */
export const isOver = (known: Job | undefined) =>
  known?.status === 'COMPLETED' || known?.status === 'CANCELED'
const isMoving = (status: string | undefined) => status === 'QUEUED' || status === 'IN_PROGRESS'

function job(output: SdkJob): Job {
  const counts = output.jobProcessDetails ?? {}
  return {
    id: required(output.jobId, 'jobId'),
    arn: output.jobArn ?? '',
    status: output.status ?? '',
    targetSelection: output.targetSelection ?? '',
    comment: output.comment ?? '',
    reasonCode: output.reasonCode ?? '',
    processing: (counts.processingTargets ?? []).length > 0,
    rollout: (output.jobExecutionsRolloutConfig ?? {}) as Job['rollout'],
    created: timeOf(output.createdAt),
    completed: timeOf(output.completedAt),
    counts: {
      queued: counts.numberOfQueuedThings ?? 0,
      inProgress: counts.numberOfInProgressThings ?? 0,
      succeeded: counts.numberOfSucceededThings ?? 0,
      failed: counts.numberOfFailedThings ?? 0,
      rejected: counts.numberOfRejectedThings ?? 0,
      timedOut: counts.numberOfTimedOutThings ?? 0,
      canceled: counts.numberOfCanceledThings ?? 0,
      removed: counts.numberOfRemovedThings ?? 0,
    },
  }
}

function execution(thingName: string, summary: SdkExecutionSummary): JobExecution {
  return {
    thingName,
    status: summary.status ?? '',
    queued: timeOf(summary.queuedAt),
    started: timeOf(summary.startedAt),
    updated: timeOf(summary.lastUpdatedAt),
  }
}

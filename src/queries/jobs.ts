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
import type { Job, JobExecution, JobExecutionDetail } from '#src/domain/job.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { ask } from './ask.ts'
import { cadences } from './cadences.ts'
import { lastPart, listOf, required, timeOf } from './parse.ts'
import { sweepQuery } from './sweep.ts'

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
      isOver(query.state.data) ? false : moving ? cadences.moving : cadences.inForce,
    staleTime: cadences.moving / 2,
  })
}

/** A job's devices, of one status or of all. IoT gives no reasons here: see jobExecutionQuery. */
export function jobExecutionsQuery(
  connection: Connection,
  jobId: string,
  status?: string,
  { moving }: Watching = { moving: false },
) {
  return sweepQuery(connection, {
    key: ['jobs', 'executions', jobId, status ?? null],
    every: moving ? cadences.moving : cadences.inForce,
    page: nextToken =>
      new ListJobExecutionsForJobCommand({
        jobId,
        status: status as JobExecutionStatus | undefined,
        maxResults: 250,
        nextToken,
      }),
    rows: output =>
      listOf(output.executionSummaries, 'executionSummaries').map(summary =>
        execution(lastPart(required(summary.thingArn, 'thingArn')), summary.jobExecutionSummary ?? {}),
      ),
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

const isOver = (known: Job | undefined) => known?.status === 'COMPLETED' || known?.status === 'CANCELED'
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

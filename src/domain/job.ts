import type { JobConfiguration } from './deployment.ts'

/** How many of a job's executions stand where. All eight are always present; they add up to the devices reached so far. */
export interface JobCounts {
  queued: number
  inProgress: number
  succeeded: number
  failed: number
  rejected: number
  timedOut: number
  canceled: number
  removed: number
}

export interface Job {
  id: string
  arn: string
  /** IN_PROGRESS, CANCELED, COMPLETED, DELETION_IN_PROGRESS, SCHEDULED; kept open. */
  status: string
  targetSelection: string
  comment: string
  reasonCode: string
  /** The service says that it is still giving the job to devices of its targets. */
  processing: boolean
  rollout: NonNullable<JobConfiguration['jobExecutionsRolloutConfig']>
  created: number | null
  completed: number | null
  counts: JobCounts
}

export interface JobExecution {
  thingName: string
  status: string
  queued: number | null
  started: number | null
  updated: number | null
}

/** DescribeJobExecution: one device's own words. */
export interface JobExecutionDetail extends JobExecution {
  /** detailed-deployment-status, deployment-failure-cause, deployment-error-stack … as the device sent them. */
  details: Record<string, string>
}

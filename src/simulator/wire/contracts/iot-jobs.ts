import { flag, list, map, number, oneOf, operation, structure, text, whole } from '../contract.ts'

const jobId = text(1, 64, '[a-zA-Z0-9_-]+')
const thingName = text(1, 128, '[a-zA-Z0-9:_-]+')
const detailsMap = map(text(1, 128, '[a-zA-Z0-9:_-]+'), text(1, undefined, '[^\\p{C}]+'))
const presignedUrlConfig = structure({ roleArn: text(20, 2048), expiresInSec: whole(60, 3600) })
const targetSelection = oneOf('CONTINUOUS', 'SNAPSHOT')
const numberOfThings = whole(1)
const rateIncreaseCriteria = structure({
  numberOfNotifiedThings: numberOfThings,
  numberOfSucceededThings: numberOfThings,
})
const exponentialRolloutRate = structure(
  { baseRatePerMinute: whole(1, 1000), incrementFactor: number(1.1, 5), rateIncreaseCriteria },
  ['baseRatePerMinute', 'incrementFactor', 'rateIncreaseCriteria'],
)
const jobExecutionsRolloutConfig = structure({
  maximumPerMinute: whole(1),
  exponentialRate: exponentialRolloutRate,
})
const abortCriteria = structure(
  {
    failureType: oneOf('FAILED', 'REJECTED', 'TIMED_OUT', 'ALL'),
    action: oneOf('CANCEL'),
    thresholdPercentage: number(undefined, 100),
    minNumberOfExecutedThings: whole(1),
  },
  ['failureType', 'action', 'thresholdPercentage', 'minNumberOfExecutedThings'],
)
const abortConfig = structure({ criteriaList: list(abortCriteria, 1) }, ['criteriaList'])
const timeoutConfig = structure({ inProgressTimeoutInMinutes: whole() })
const tag = structure({ Key: text(1, 128, '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$'), Value: text(0, 256) }, [
  'Key',
])
const namespaceId = text(0, undefined, '[a-zA-Z0-9_-]+')
const retryCriteria = structure(
  { failureType: oneOf('FAILED', 'TIMED_OUT', 'ALL'), numberOfRetries: whole(0, 10) },
  ['failureType', 'numberOfRetries'],
)
const jobExecutionsRetryConfig = structure({ criteriaList: list(retryCriteria, 1, 2) }, ['criteriaList'])
const parameterMap = map(text(1, 128, '[a-zA-Z0-9_-]+'), text(1, 30_720, '[^\\p{C}]+'))
const stringDateTime = text(1, 64)
const maintenanceWindow = structure({ startTime: text(1, 256), durationInMinutes: whole(1, 1430) }, [
  'startTime',
  'durationInMinutes',
])
const schedulingConfig = structure({
  startTime: stringDateTime,
  endTime: stringDateTime,
  endBehavior: oneOf('STOP_ROLLOUT', 'CANCEL', 'FORCE_CANCEL'),
  maintenanceWindows: list(maintenanceWindow),
})
const jobExecutionStatus = oneOf(
  'QUEUED',
  'IN_PROGRESS',
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'REJECTED',
  'REMOVED',
  'CANCELED',
)
const laserMaxResults = whole(1, 250)

/** The jobs part of AWS IoT, API version 2015-05-28. */
export const iotJobsContract = {
  CancelJob: operation('PUT /jobs/{jobId}/cancel', {
    path: { jobId },
    query: { force: flag },
    body: { reasonCode: text(0, 128, '[\\p{Lu}\\d_]+'), comment: text(0, 2028, '[^\\p{C}]+') },
  }),
  CancelJobExecution: operation('PUT /things/{thingName}/jobs/{jobId}/cancel', {
    path: { jobId, thingName },
    query: { force: flag },
    body: { expectedVersion: whole(), statusDetails: detailsMap },
  }),
  CreateJob: operation('PUT /jobs/{jobId}', {
    path: { jobId },
    body: {
      targets: list(text(0, 2048), 1),
      documentSource: text(1, 1350),
      document: text(0, 32_768),
      description: text(0, 2028, '[^\\p{C}]+'),
      presignedUrlConfig,
      targetSelection,
      jobExecutionsRolloutConfig,
      abortConfig,
      timeoutConfig,
      tags: list(tag),
      namespaceId,
      jobTemplateArn: text(1, 1600, '^arn:[!-~]+$'),
      jobExecutionsRetryConfig,
      documentParameters: parameterMap,
      schedulingConfig,
      destinationPackageVersions: list(text(1, 1600, '^arn:[!-~]+$')),
    },
    required: ['targets'],
  }),
  DeleteJob: operation('DELETE /jobs/{jobId}', { path: { jobId }, query: { force: flag, namespaceId } }),
  DescribeJob: operation('GET /jobs/{jobId}', { path: { jobId }, query: { beforeSubstitution: flag } }),
  DescribeJobExecution: operation('GET /things/{thingName}/jobs/{jobId}', {
    path: { jobId, thingName },
    query: { executionNumber: whole() },
  }),
  ListJobExecutionsForJob: operation('GET /jobs/{jobId}/things', {
    path: { jobId },
    query: { status: jobExecutionStatus, maxResults: laserMaxResults, nextToken: text() },
  }),
  ListJobExecutionsForThing: operation('GET /things/{thingName}/jobs', {
    path: { thingName },
    query: { status: jobExecutionStatus, namespaceId, maxResults: laserMaxResults, nextToken: text(), jobId },
  }),
  ListJobs: operation('GET /jobs', {
    query: {
      status: oneOf('IN_PROGRESS', 'CANCELED', 'COMPLETED', 'DELETION_IN_PROGRESS', 'SCHEDULED'),
      targetSelection,
      maxResults: laserMaxResults,
      nextToken: text(),
      thingGroupName: text(1, 128, '[a-zA-Z0-9:_-]+'),
      thingGroupId: text(1, 128, '[a-zA-Z0-9\\-]+'),
      namespaceId,
    },
  }),
}

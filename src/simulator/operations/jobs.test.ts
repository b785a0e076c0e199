import { describe, expect, it } from 'vitest'
import { hour, minute, type SampleWorld, sampleWorld } from '../world/sample-world.ts'
import {
  cancelJobExecution,
  describeJobExecution,
  listJobExecutionsForJob,
  listJobExecutionsForThing,
} from './job-executions.ts'
import { cancelJob, createJob, deleteJob, describeJob, listJobs } from './jobs.ts'

const contextOf = ({ world }: SampleWorld) => ({ world, now: world.time, requestId: '', caller: {} as never })

function refusal(run: () => unknown): { code: string; status: number } {
  try {
    run()
  } catch (error) {
    return error as never
  }
  throw new Error('Nothing was refused')
}

function setUp() {
  const s = sampleWorld()
  s.component('app')
  s.fleet('line', 3)
  s.build.addThing({ name: 'plain' })
  return s
}

const create = (s: SampleWorld, changes: Record<string, unknown> = {}) =>
  createJob(
    { jobId: 'job-1', targets: [s.world.thingArn('plain')], document: '{}', ...changes },
    contextOf(s),
  )

const describeExecution = (s: SampleWorld, jobId: string, thingName: string) =>
  (
    describeJobExecution({ jobId, thingName }, contextOf(s)) as never as {
      execution: Record<string, unknown>
    }
  ).execution

const details = (s: SampleWorld, jobId: string) =>
  (describeJob({ jobId }, contextOf(s)) as never as { job: Record<string, unknown> }).job

describe('a job on a thing', () => {
  it('is a snapshot that waits for the thing', () => {
    const s = setUp()
    create(s)
    expect(details(s, 'job-1')).toMatchObject({
      status: 'IN_PROGRESS',
      targetSelection: 'SNAPSHOT',
      jobProcessDetails: { numberOfQueuedThings: 1, numberOfTimedOutThings: 0, numberOfRemovedThings: 0 },
    })
    const execution = describeExecution(s, 'job-1', 'plain')
    expect(execution).toMatchObject({ status: 'QUEUED', executionNumber: 1, versionNumber: 1 })
    expect(execution.approximateSecondsBeforeTimedOut).toBeUndefined()
  })

  it.each([
    ['no document', { document: undefined }],
    ['a document and a source', { documentSource: 's3://b/k' }],
    ['a document that is not JSON', { document: '{' }],
    ['a timeout of 0', { timeoutConfig: { inProgressTimeoutInMinutes: 0 } }],
    ['a continuous job on a thing', { targetSelection: 'CONTINUOUS' }],
  ])('refuses %s', (_what, changes) => {
    expect(refusal(() => create(setUp(), changes))).toMatchObject({
      code: 'InvalidRequestException',
      status: 400,
    })
  })

  it('reaches the things in groups below its group as well', () => {
    const s = setUp()
    s.build.addGroup({ name: 'hall', parent: 'line' })
    s.build.addThing({ name: 'below', groups: ['hall'] })
    create(s, { targets: [s.world.groupArn('line')] })
    s.pass(minute)
    const names = s.world.jobs
      .get('job-1')!
      .executions.sorted()
      .map(({ thing }) => thing.name)
    expect(names).toEqual(['below', 'line-0001', 'line-0002', 'line-0003'])
  })

  it('refuses an id that is taken and a thing that is not there', () => {
    const s = setUp()
    create(s)
    expect(refusal(() => create(s))).toMatchObject({ code: 'ResourceAlreadyExistsException', status: 409 })
    const targets = [s.world.thingArn('gone')]
    expect(refusal(() => create(s, { jobId: 'job-2', targets })).status).toBe(404)
  })

  it('can be cancelled and then deleted, or deleted by force', () => {
    const s = setUp()
    create(s)
    expect(refusal(() => deleteJob({ jobId: 'job-1' }, contextOf(s))).code).toBe(
      'InvalidStateTransitionException',
    )
    cancelJob({ jobId: 'job-1', reasonCode: 'WRONG', comment: 'not this one' }, contextOf(s))
    expect(details(s, 'job-1')).toMatchObject({
      status: 'CANCELED',
      reasonCode: 'WRONG',
      comment: 'not this one',
    })
    expect(describeExecution(s, 'job-1', 'plain').status).toBe('CANCELED')
    deleteJob({ jobId: 'job-1' }, contextOf(s))
    expect(refusal(() => details(s, 'job-1')).status).toBe(404)
    create(s, { jobId: 'job-2' })
    deleteJob({ jobId: 'job-2', force: true }, contextOf(s))
    expect(listJobExecutionsForThing({ thingName: 'plain' }, contextOf(s))).toMatchObject({
      executionSummaries: [],
    })
  })
})

describe('the job of a deployment', () => {
  function deployed(quirks = {}) {
    const s = sampleWorld()
    s.component('app')
    s.fleet('line', 3, { quirks })
    const deployment = s.build.deploy({
      target: 'line',
      components: { app: { componentVersion: '1.0.0' } },
      jobConfiguration: { timeoutConfig: { inProgressTimeoutInMinutes: 30 } },
    })
    return { s, jobId: deployment.job!.id }
  }

  it('has a timer only while an execution is IN_PROGRESS', () => {
    const { s, jobId } = deployed({ hangs: true })
    s.pass(10 * minute)
    const left = Number(describeExecution(s, jobId, 'line-0001').approximateSecondsBeforeTimedOut)
    expect(left).toBeGreaterThan(19 * 60)
    expect(left).toBeLessThan(30 * 60)
    s.pass(hour)
    const over = describeExecution(s, jobId, 'line-0001')
    expect(over.status).toBe('TIMED_OUT')
    expect(over.approximateSecondsBeforeTimedOut).toBeUndefined()
  })

  it('lists executions by status, and tells what the device sent', () => {
    const { s, jobId } = deployed()
    s.pass(10 * minute)
    const all = listJobExecutionsForJob({ jobId, status: 'SUCCEEDED' }, contextOf(s)) as {
      executionSummaries: unknown[]
    }
    expect(all.executionSummaries).toHaveLength(3)
    expect(listJobExecutionsForJob({ jobId, status: 'FAILED' }, contextOf(s))).toMatchObject({
      executionSummaries: [],
    })
    expect(describeExecution(s, jobId, 'line-0002').statusDetails).toEqual({
      detailsMap: { 'detailed-deployment-status': 'SUCCESSFUL' },
    })
    expect(listJobs({ thingGroupName: 'line' }, contextOf(s))).toMatchObject({
      jobs: [{ jobId, targetSelection: 'CONTINUOUS' }],
    })
  })

  it('lets one device be skipped: QUEUED without, IN_PROGRESS with force, nothing that has ended', () => {
    const { s, jobId } = deployed({ hangs: true })
    s.pass(2000)
    const cancel = (thingName: string, changes = {}) =>
      cancelJobExecution({ jobId, thingName, ...changes }, contextOf(s))
    s.build.offline('line-0003')
    s.pass(5 * minute)
    expect(refusal(() => cancel('line-0003', { expectedVersion: 9 })).code).toBe('VersionConflictException')
    cancel('line-0003', { expectedVersion: 1, statusDetails: { why: 'away' } })
    expect(describeExecution(s, jobId, 'line-0003')).toMatchObject({
      status: 'CANCELED',
      versionNumber: 2,
      statusDetails: { detailsMap: { why: 'away' } },
    })
    expect(refusal(() => cancel('line-0001')).code).toBe('InvalidStateTransitionException')
    cancel('line-0001', { force: true })
    expect(describeExecution(s, jobId, 'line-0001')).toMatchObject({
      status: 'CANCELED',
      forceCanceled: true,
    })
    expect(refusal(() => cancel('line-0001', { force: true })).code).toBe('InvalidStateTransitionException')
    expect(refusal(() => cancel('gone')).code).toBe('ResourceNotFoundException')
  })

  it('cancels its deployment when it is cancelled', () => {
    const { s, jobId } = deployed()
    cancelJob({ jobId }, contextOf(s))
    expect([...s.world.deployments.values()][0]?.status).toBe('CANCELED')
  })
})

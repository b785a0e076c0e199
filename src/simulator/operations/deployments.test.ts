import { describe, expect, it } from 'vitest'
import { hour, minute, type SampleWorld, sampleWorld } from '../world/sample-world.ts'
import {
  cancelDeployment,
  createDeployment,
  deleteDeployment,
  getDeployment,
  listDeployments,
} from './deployments.ts'

function setUp() {
  const s = sampleWorld()
  s.component('app')
  s.fleet('line', 2)
  return s
}

const contextOf = ({ world }: SampleWorld) => ({ world, now: world.time, requestId: '', caller: {} as never })

/** What an operation throws, as code and message. */
function refusal(run: () => unknown): { code: string; message: string; status: number } {
  try {
    run()
  } catch (error) {
    return error as never
  }
  throw new Error('Nothing was refused')
}

const create = (s: SampleWorld, changes: Record<string, unknown> = {}) =>
  createDeployment(
    { targetArn: s.world.groupArn('line'), components: { app: { componentVersion: '1.0.0' } }, ...changes },
    contextOf(s),
  ) as { deploymentId: string; iotJobId?: string }

const get = (s: SampleWorld, deploymentId: string) =>
  getDeployment({ deploymentId }, contextOf(s)) as never as Record<string, unknown>

const list = (s: SampleWorld, input: Parameters<typeof listDeployments>[0]) =>
  listDeployments(input, contextOf(s)) as { deployments: { deploymentId: string }[]; nextToken?: string }

describe('CreateDeployment', () => {
  it('goes by a job to a group and by the shadow to a thing', () => {
    const s = setUp()
    const group = create(s)
    expect(get(s, group.deploymentId)).toMatchObject({
      iotJobId: group.iotJobId,
      deploymentStatus: 'ACTIVE',
      revisionId: '1',
    })
    const thing = create(s, { targetArn: s.world.thingArn('line-0001') })
    expect(thing.iotJobId).toBeUndefined()
  })

  it('returns what was sent, and the policies that it filled in', () => {
    const s = setUp()
    const sent = {
      components: {
        app: {
          componentVersion: '1.0.0',
          configurationUpdate: { merge: '{"a":[1,null]}', reset: ['/b', ''] },
        },
      },
      iotJobConfiguration: {
        timeoutConfig: { inProgressTimeoutInMinutes: 45 },
        jobExecutionsRolloutConfig: { maximumPerMinute: 50 },
      },
      tags: { team: 'pumps' },
    }
    const { deploymentId } = create(s, sent)
    expect(get(s, deploymentId)).toMatchObject({
      ...sent,
      deploymentPolicies: {
        failureHandlingPolicy: 'ROLLBACK',
        componentUpdatePolicy: { timeoutInSeconds: 60, action: 'NOTIFY_COMPONENTS' },
        configurationValidationPolicy: { timeoutInSeconds: 30 },
      },
    })
  })

  const exponential = (changes: object) => ({
    iotJobConfiguration: {
      jobExecutionsRolloutConfig: {
        exponentialRate: {
          baseRatePerMinute: 5,
          incrementFactor: 2,
          rateIncreaseCriteria: { numberOfNotifiedThings: 10 },
          ...changes,
        },
      },
    },
  })
  const abort = (thresholdPercentage: number) => ({
    iotJobConfiguration: {
      abortConfig: {
        criteriaList: [
          { failureType: 'ALL', action: 'CANCEL', thresholdPercentage, minNumberOfExecutedThings: 1 },
        ],
      },
    },
  })
  const timeout = (inProgressTimeoutInMinutes: number) => ({
    iotJobConfiguration: { timeoutConfig: { inProgressTimeoutInMinutes } },
  })
  const update = (configurationUpdate: object) => ({
    components: { app: { componentVersion: '1.0.0', configurationUpdate } },
  })

  it.each([
    ['a timeout of 0 minutes', timeout(0)],
    ['a timeout over a week', timeout(10_081)],
    ['a factor of two decimals', exponential({ incrementFactor: 1.25 })],
    ['a factor that IoT jobs refuse', exponential({ incrementFactor: 1 })],
    [
      'two criteria of growth',
      exponential({ rateIncreaseCriteria: { numberOfNotifiedThings: 1, numberOfSucceededThings: 1 } }),
    ],
    ['a threshold of three decimals', abort(12.345)],
    ['a merge that is not JSON', update({ merge: '{not json' })],
    ['a merge that is a list', update({ merge: '[1]' })],
    ['a reset path without a slash', update({ reset: ['port'] })],
    ['a target of another account', { targetArn: 'arn:aws:iot:us-east-1:999999999999:thinggroup/line' }],
    ['a document over 6 MB', update({ merge: JSON.stringify({ text: 'x'.repeat(6 * 1024 * 1024) }) })],
  ])('refuses %s', (_what, changes) => {
    const s = setUp()
    const { code, status } = refusal(() => create(s, changes))
    expect([code, status]).toEqual(['ValidationException', 400])
    expect(s.world.deployments.size).toBe(0)
  })

  it.each([
    ['group', { targetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/gone' }],
    ['thing', { targetArn: 'arn:aws:iot:us-east-1:123456789012:thing/gone' }],
    ['parent', { parentTargetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/gone' }],
    ['component', { components: { gone: { componentVersion: '1.0.0' } } }],
    ['version', { components: { app: { componentVersion: '9.0.0' } } }],
  ])('finds that the %s does not exist', (_what, changes) => {
    const s = setUp()
    expect(refusal(() => create(s, changes))).toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    })
  })

  it('does not bind a group to two parents', () => {
    const s = setUp()
    s.build.addGroup({ name: 'a' })
    s.build.addGroup({ name: 'b' })
    create(s, { parentTargetArn: s.world.groupArn('a') })
    create(s, { parentTargetArn: s.world.groupArn('a') })
    expect(refusal(() => create(s, { parentTargetArn: s.world.groupArn('b') }))).toMatchObject({
      status: 409,
    })
  })
})

describe('ListDeployments', () => {
  it('is newest first, by default the latest of each target', () => {
    const s = setUp()
    const first = create(s).deploymentId
    const second = create(s).deploymentId
    const other = create(s, { targetArn: s.world.thingArn('line-0001') }).deploymentId
    const ids = (input: Parameters<typeof listDeployments>[0]) =>
      list(s, input).deployments.map(one => one.deploymentId)
    expect(ids({})).toEqual([other, second])
    expect(ids({ historyFilter: 'ALL' })).toEqual([other, second, first])
    expect(ids({ historyFilter: 'ALL', targetArn: s.world.groupArn('line') })).toEqual([second, first])
    expect(ids({ targetArn: s.world.groupArn('nothing') })).toEqual([])
  })

  it('pages without loss while it grows at its front', () => {
    const s = setUp()
    const ids = Array.from({ length: 7 }, () => create(s).deploymentId)
    const seen: string[] = []
    let nextToken: string | undefined
    do {
      const answer = list(s, { historyFilter: 'ALL', maxResults: 2, ...(nextToken && { nextToken }) })
      seen.push(...answer.deployments.map(one => one.deploymentId))
      nextToken = answer.nextToken
      create(s)
    } while (nextToken !== undefined)
    expect(seen).toEqual(ids.reverse())
    expect(refusal(() => list(s, { nextToken: 'garbage' })).code).toBe('ValidationException')
  })
})

describe('CancelDeployment and DeleteDeployment', () => {
  it('cancel first, then delete', () => {
    const s = setUp()
    const { deploymentId } = create(s)
    s.pass(5 * minute)
    expect(refusal(() => deleteDeployment({ deploymentId }, contextOf(s)))).toMatchObject({
      code: 'ConflictException',
      status: 409,
    })
    const answer = cancelDeployment({ deploymentId }, contextOf(s)) as { message: string }
    expect(answer.message).toContain(deploymentId)
    expect(get(s, deploymentId).deploymentStatus).toBe('CANCELED')
    expect(refusal(() => cancelDeployment({ deploymentId }, contextOf(s))).code).toBe('ConflictException')
    deleteDeployment({ deploymentId }, contextOf(s))
    expect(refusal(() => get(s, deploymentId)).code).toBe('ResourceNotFoundException')
    s.pass(hour)
    expect(s.installed('line-0001')).toEqual({ app: '1.0.0 RUNNING' })
  })
})

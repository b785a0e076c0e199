import { describe, expect, test } from 'vitest'
import type { Deployment, DeploymentRequest } from './deployment.ts'
import { checkRequest, requestFromDeployment, requestSize } from './deployment-request.ts'

const group = 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1'
const thing = 'arn:aws:iot:us-east-1:123456789012:thing/core-1'
const rollout = 'iotJobConfiguration.jobExecutionsRolloutConfig'
const abort = 'iotJobConfiguration.abortConfig.criteriaList'

const component = (over: object) => ({
  components: { 'com.example.A': { componentVersion: '1.0.0', ...over } },
})
const job = (over: object) => ({ iotJobConfiguration: over })
const exponential = (over: object) =>
  job({
    jobExecutionsRolloutConfig: {
      exponentialRate: {
        baseRatePerMinute: 50,
        incrementFactor: 2,
        rateIncreaseCriteria: { numberOfNotifiedThings: 10 },
        ...over,
      },
    },
  })
const criterion = (over: object) =>
  job({
    abortConfig: {
      criteriaList: [
        {
          failureType: 'FAILED',
          action: 'CANCEL',
          thresholdPercentage: 10,
          minNumberOfExecutedThings: 1,
          ...over,
        },
      ],
    },
  })
const check = (over: object) => checkRequest({ targetArn: group, ...over } as DeploymentRequest)

test('only a target is required', () => {
  expect(check({})).toEqual([])
  expect(check({ targetArn: thing })).toEqual([])
  expect(check({ targetArn: '' })).toMatchObject([{ field: 'targetArn', severity: 'error' }])
})

test('a full request has nothing to mend', () => {
  const full = {
    deploymentName: 'Release 7',
    ...component({
      configurationUpdate: { merge: '{"port":"8080"}', reset: ['', '/old'] },
      runWith: { posixUser: 'ggc_user:ggc_group', systemResourceLimits: { memory: 2 ** 62, cpus: 0.5 } },
    }),
    iotJobConfiguration: {
      ...exponential({}).iotJobConfiguration,
      ...criterion({ thresholdPercentage: 12.25 }).iotJobConfiguration,
      timeoutConfig: { inProgressTimeoutInMinutes: 10_080 },
    },
    deploymentPolicies: { componentUpdatePolicy: { timeoutInSeconds: 60 } },
    parentTargetArn: group.replace('Line1', 'All'),
    tags: { team: '' },
  }
  expect(check(full)).toEqual([])
})

describe('each limit is said at its field', () => {
  test.each<[string, object]>([
    ['targetArn', { targetArn: 'arn:aws:iot:us-east-1:123456789012:policy/x' }],
    ['targetArn', { targetArn: thing, parentTargetArn: group }],
    ['parentTargetArn', { parentTargetArn: thing }],
    ['parentTargetArn', { parentTargetArn: group }],
    ['deploymentName', { deploymentName: '' }],
    ['deploymentName', { deploymentName: 'x'.repeat(257) }],
    ['components.com.example.A.componentVersion', component({ componentVersion: '' })],
    ['components.com.example.A.componentVersion', component({ componentVersion: '^1.0.0' })],
    ['components.com.example.A.configurationUpdate.merge', component({ configurationUpdate: { merge: '' } })],
    [
      'components.com.example.A.configurationUpdate.merge',
      component({ configurationUpdate: { merge: '[1]' } }),
    ],
    [
      'components.com.example.A.configurationUpdate.merge',
      component({ configurationUpdate: { merge: '{a:1}' } }),
    ],
    [
      'components.com.example.A.configurationUpdate.reset.1',
      component({ configurationUpdate: { reset: ['', `/${'x'.repeat(256)}`] } }),
    ],
    ['components.com.example.A.runWith.posixUser', component({ runWith: { posixUser: '' } })],
    [
      'components.com.example.A.runWith.systemResourceLimits.memory',
      component({ runWith: { systemResourceLimits: { memory: -1 } } }),
    ],
    [
      'components.com.example.A.runWith.systemResourceLimits.cpus',
      component({ runWith: { systemResourceLimits: { cpus: Number.NaN } } }),
    ],
    [`${rollout}.maximumPerMinute`, job({ jobExecutionsRolloutConfig: { maximumPerMinute: 1001 } })],
    [`${rollout}.maximumPerMinute`, job({ jobExecutionsRolloutConfig: { maximumPerMinute: 0 } })],
    [`${rollout}.exponentialRate.baseRatePerMinute`, exponential({ baseRatePerMinute: 1.5 })],
    [`${rollout}.exponentialRate.incrementFactor`, exponential({ incrementFactor: 1 })],
    [`${rollout}.exponentialRate.incrementFactor`, exponential({ incrementFactor: 1.25 })],
    [`${rollout}.exponentialRate.incrementFactor`, exponential({ incrementFactor: 5.1 })],
    [`${rollout}.exponentialRate.rateIncreaseCriteria`, exponential({ rateIncreaseCriteria: {} })],
    [`${abort}`, job({ abortConfig: { criteriaList: [] } })],
    [`${abort}.0.thresholdPercentage`, criterion({ thresholdPercentage: 100.5 })],
    [`${abort}.0.thresholdPercentage`, criterion({ thresholdPercentage: 1.234 })],
    [`${abort}.0.minNumberOfExecutedThings`, criterion({ minNumberOfExecutedThings: 0 })],
    [
      'iotJobConfiguration.timeoutConfig.inProgressTimeoutInMinutes',
      job({ timeoutConfig: { inProgressTimeoutInMinutes: 10_081 } }),
    ],
    [
      'deploymentPolicies.componentUpdatePolicy.timeoutInSeconds',
      { deploymentPolicies: { componentUpdatePolicy: { timeoutInSeconds: 0.5 } } },
    ],
    ['tags.aws:x', { tags: { 'aws:x': 'y' } }],
    ['tags.k', { tags: { k: 'x'.repeat(257) } }],
    ['', component({ configurationUpdate: { merge: JSON.stringify({ a: 'x'.repeat(6_300_000) }) } })],
  ])('%s %#', (field, over) => {
    expect(check(over).filter(({ severity }) => severity === 'error')).toMatchObject([{ field }])
  })
})

test('large documents are warned of by target', () => {
  const merge = (bytes: number) =>
    component({ configurationUpdate: { merge: JSON.stringify({ a: 'x'.repeat(bytes) }) } })
  expect(check({ targetArn: thing, ...merge(8_000) })).toMatchObject([{ field: '', severity: 'warning' }])
  expect(check(merge(8_000))).toEqual([])
  expect(check(merge(32_000))).toMatchObject([{ field: '', severity: 'warning' }])
  expect(requestSize({ targetArn: group, ...merge(8_000) })).toBeGreaterThan(8_000)
})

test('a revision starts from all that can be sent back', () => {
  const deployment: Deployment = {
    id: 'd',
    name: 'Release',
    targetArn: group,
    revisionId: '3',
    created: 1,
    status: 'ACTIVE',
    isLatestForTarget: true,
    parentTargetArn: null,
    iotJobId: 'j',
    components: {
      'com.example.A': { componentVersion: '1.0.0', configurationUpdate: { merge: '{ "a" : 1 }' } },
    },
    jobConfiguration: { jobExecutionsRolloutConfig: { maximumPerMinute: 5 } },
    policies: { failureHandlingPolicy: 'ROLLBACK' },
    tags: {},
  }
  const request = requestFromDeployment(deployment)
  expect(request).toEqual({
    targetArn: group,
    deploymentName: 'Release',
    components: deployment.components,
    iotJobConfiguration: deployment.jobConfiguration,
    deploymentPolicies: deployment.policies,
  })
  request.components!['com.example.A']!.componentVersion = '2.0.0'
  expect(deployment.components['com.example.A']!.componentVersion).toBe('1.0.0')
})

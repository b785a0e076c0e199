import { expect, test } from 'vitest'
import type { EffectiveDeployment, InstalledComponent } from '#src/domain/core-device.ts'
import { explainState, stateMeaning, stateRank } from './component-states.ts'
import { deviceProblems } from './device-problems.ts'

const hour = 3_600_000
const now = 1_800_000_000_000
const device = { status: 'HEALTHY', lastStatusUpdate: now - hour }
const component = (facts: Partial<InstalledComponent>): InstalledComponent => ({
  name: 'com.example.Pump',
  version: '1.2.0',
  state: 'RUNNING',
  stateDetails: '',
  statusCodes: [],
  isRoot: true,
  lastStatusChange: null,
  lastReported: null,
  lastInstallationSource: 'LOCAL',
  ...facts,
})
const deployment = (facts: Partial<EffectiveDeployment>): EffectiveDeployment => ({
  deploymentId: 'd-1',
  deploymentName: 'Pumps',
  iotJobId: null,
  targetArn: 'arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps',
  description: '',
  executionStatus: 'SUCCEEDED',
  reason: '',
  errorStack: [],
  errorTypes: [],
  created: now - 10 * hour,
  modified: now - 9 * hour,
  ...facts,
})

test('a device that runs what it should and reports has no problem', () => {
  const facts = { device, components: [component({})], deployments: [deployment({})], now }
  expect(deviceProblems(facts)).toEqual([])
})

test('broken before recovering, and silence last', () => {
  const problems = deviceProblems({
    device: { status: 'UNHEALTHY', lastStatusUpdate: now - 50 * hour },
    components: [
      component({ name: 'a', state: 'ERRORED' }),
      component({ name: 'b', state: 'BROKEN', statusCodes: ['STARTUP_TIMEOUT'] }),
    ],
    deployments: [],
    now,
  })
  expect(problems.map(problem => problem.title)).toEqual([
    'b 1.2.0 is broken',
    'a 1.2.0 is errored and recovering',
    'No report for more than two days',
  ])
  expect(problems[0]?.detail).toContain('startup step took longer')
})

test('a failure counts only until a newer deployment to the same target came through', () => {
  const failed = deployment({ deploymentId: 'd-0', executionStatus: 'FAILED', created: now - 20 * hour })
  const facts = { device, components: [], now }
  expect(deviceProblems({ ...facts, deployments: [failed] })).toHaveLength(1)
  expect(deviceProblems({ ...facts, deployments: [failed, deployment({})] })).toEqual([])
})

test('the code explains better than the state, and an unknown state says that it is unknown', () => {
  expect(explainState(component({ state: 'BROKEN' })).why).toContain('failed three times')
  expect(explainState(component({ state: 'BROKEN', statusCodes: ['RUN_ERROR'] }))).toMatchObject({
    code: 'RUN_ERROR',
    why: 'The run script ended with a failure.',
  })
  expect(stateMeaning('UNINSTALLING')).toBe('A state that Meadow does not know.')
  expect(stateMeaning('RUNNING')).toBe('')
})

test('trouble sorts first', () => {
  const states = ['RUNNING', 'UNINSTALLING', 'BROKEN', 'FINISHED', 'ERRORED']
  const sorted = states.toSorted((a, b) =>
    stateRank({ state: a, name: 'x' }) < stateRank({ state: b, name: 'x' }) ? -1 : 1,
  )
  expect(sorted).toEqual(['BROKEN', 'ERRORED', 'UNINSTALLING', 'RUNNING', 'FINISHED'])
})

test('what could not be read is not told as well', () => {
  const problems = deviceProblems({ device, components: [], deployments: [], unread: ['components'], now })
  expect(problems).toMatchObject([{ severity: 'warning', title: 'Its components could not be read' }])
})

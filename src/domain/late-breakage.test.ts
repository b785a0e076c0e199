import { expect, test } from 'vitest'
import type { EffectiveDeployment, InstalledComponent } from './core-device.ts'
import { breakagesByComponent, breakagesOfDevice, lateBreakages } from './late-breakage.ts'

const deployment = { id: 'd-1', components: { 'com.example.App': { componentVersion: '2.0.0' } } }
const installed = (over: Partial<InstalledComponent> = {}): InstalledComponent => ({
  name: 'com.example.App',
  version: '2.0.0',
  state: 'BROKEN',
  stateDetails: 'Run exited with 1',
  statusCodes: ['RUN_ERROR'],
  isRoot: true,
  lastStatusChange: 160_000,
  lastReported: 160_000,
  lastInstallationSource: 'd-1',
  ...over,
})
const broken = (over: Partial<InstalledComponent> = {}, succeededAt: number | null = 100_000) =>
  lateBreakages(deployment, { thingName: 'core-1', succeededAt }, [installed(over)])

test('a component that breaks a minute after the deployment succeeded', () => {
  expect(broken()).toMatchObject([{ thingName: 'core-1', component: 'com.example.App', after: 60_000 }])
})

test('what does not count', () => {
  expect(broken({ state: 'RUNNING' })).toEqual([])
  expect(broken({ lastStatusChange: 99_999 })).toEqual([])
  expect(broken({ name: 'Other', lastInstallationSource: 'd-0' })).toEqual([])
  expect(broken({ version: '1.0.0', lastInstallationSource: 'd-0' })).toEqual([])
})

test('dependencies that it brought, and times that are not known', () => {
  expect(broken({ name: 'com.example.Lib', version: '1.0.0', state: 'ERRORED' })).toHaveLength(1)
  expect(broken({ lastStatusChange: null })).toMatchObject([{ after: null }])
  expect(broken({}, null)).toMatchObject([{ after: null, since: 160_000 }])
})

test('by component, the one on most devices first', () => {
  const on = (thingName: string, over: Partial<InstalledComponent>) =>
    lateBreakages(deployment, { thingName, succeededAt: 0 }, [installed(over)])
  const all = [
    ...on('a', { name: 'X' }),
    ...on('a', { lastStatusChange: 5_000 }),
    ...on('b', { lastStatusChange: 3_000 }),
  ]
  expect(breakagesByComponent(all)).toMatchObject([
    { component: 'com.example.App', devices: ['a', 'b'], soonest: 3_000 },
    { component: 'X', devices: ['a'] },
  ])
})

test('on a device, only of deployments that had succeeded there', () => {
  const did = (deploymentId: string, executionStatus: string): EffectiveDeployment => ({
    deploymentId,
    executionStatus,
    deploymentName: '',
    iotJobId: null,
    targetArn: '',
    description: '',
    reason: '',
    errorStack: [],
    errorTypes: [],
    created: 0,
    modified: 100_000,
  })
  const device = (...effective: EffectiveDeployment[]) => ({
    thingName: 'core-1',
    installed: [installed()],
    effective,
  })
  const ids = (map: Map<string, unknown>) => [...map.keys()]
  expect(ids(breakagesOfDevice(device(did('d-1', 'SUCCEEDED'), did('d-0', 'SUCCEEDED'))))).toEqual(['d-1'])
  expect(ids(breakagesOfDevice(device(did('d-1', 'COMPLETED'))))).toEqual(['d-1'])
  expect(ids(breakagesOfDevice(device(did('d-1', 'FAILED'))))).toEqual([])
  const names = () => deployment.components
  expect(ids(breakagesOfDevice(device(did('d-0', 'SUCCEEDED')), names))).toEqual(['d-0'])
})

import { expect, it } from 'vitest'
import type { Deployment, DeploymentRequest } from '#src/domain/deployment.ts'
import type { FleetImpact } from '#src/domain/fleet-impact.ts'
import { uninstallsOf } from './uninstalls.ts'

const targetArn = 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1'
const version = (componentVersion: string) => ({ componentVersion })
const before = {
  targetArn,
  components: { App: version('1.0.0'), Log: version('2.0.0') },
} as unknown as Deployment
const request: DeploymentRequest = { targetArn, components: { App: version('1.1.0') } }
const impact = (over: Partial<FleetImpact>): FleetImpact => ({
  groups: [],
  contradictions: [],
  keptByOthers: [],
  uninstalls: [],
  ...over,
})
const kept = { name: 'Log', by: 'thinggroup/Plant', devices: 4 }

it('is what the revision has and the deployment leaves out, while nothing else is known', () => {
  expect(uninstallsOf(before, request, null)).toEqual([
    { name: 'Log', version: '2.0.0', devices: null, keptBy: [] },
  ])
  expect(uninstallsOf(null, request, null)).toEqual([])
})

it('says how many devices lose it, and who keeps it on the others', () => {
  const lost = [{ name: 'Log', versions: ['2.0.0'], devices: 6 }]
  expect(uninstallsOf(before, request, impact({ uninstalls: lost, keptByOthers: [kept] }))).toEqual([
    { name: 'Log', version: '2.0.0', devices: 6, keptBy: [{ by: 'thinggroup/Plant', devices: 4 }] },
  ])
})

it('leaves out what other deployments keep on every device, and nothing of a group without devices', () => {
  expect(uninstallsOf(before, request, impact({ keptByOthers: [kept] }))).toEqual([])
  expect(uninstallsOf(before, request, impact({}))).toMatchObject([{ name: 'Log', devices: 0 }])
})

it('names what a sub-deployment brought that comes to its end', () => {
  const lost = [{ name: 'Probe', versions: ['2.0.0', '2.1.0'], devices: 2 }]
  expect(
    uninstallsOf(before, { ...request, components: before.components }, impact({ uninstalls: lost })),
  ).toEqual([{ name: 'Probe', version: '2.0.0, 2.1.0', devices: 2, keptBy: [] }])
})

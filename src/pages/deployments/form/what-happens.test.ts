import { describe, expect, it } from 'vitest'
import type { Deployment, DeploymentRequest } from '#src/domain/deployment.ts'
import { whatHappens } from './what-happens.ts'

const group = { kind: 'thinggroup', name: 'Line1', size: 40, sizeComplete: true } as const
const request: DeploymentRequest = {
  targetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1',
  components: { App: { componentVersion: '1.1.0' } },
}
const old = { name: 'Old', version: '2.0.0', devices: null, keptBy: [] }
const before: Deployment = {
  id: 'd-1',
  name: 'Base',
  targetArn: request.targetArn,
  revisionId: '3',
  created: 0,
  status: 'ACTIVE',
  isLatestForTarget: true,
  parentTargetArn: null,
  iotJobId: 'j-1',
  components: { App: { componentVersion: '1.0.0' }, Old: { componentVersion: '2.0.0' } },
  jobConfiguration: {},
  policies: {},
  tags: {},
}

describe('what will happen', () => {
  it('says who gets it, what it replaces and what is uninstalled', () => {
    expect(whatHappens(request, group, before, [old])).toEqual([
      '40 devices in Line1 get it, and any that join the group later.',
      'It replaces revision 3 (Base). 1 component it leaves out will be uninstalled.',
      'All 40 devices are told at once.',
      'Components are asked first and may put the update off for up to 1 min.',
      'A device on which it fails rolls back to what it ran before.',
    ])
  })

  it('never calls a count whole that is not', () => {
    expect(whatHappens(request, { ...group, sizeComplete: false }, null, [])[0]).toMatch(/^At least 40/)
  })

  it('tells of a device target without rates', () => {
    const lines = whatHappens(
      request,
      { kind: 'thing', name: 'core-7', size: 1, sizeComplete: true },
      null,
      [],
    )
    expect(lines[0]).toBe('core-7 gets it as soon as it is online.')
    expect(lines).toHaveLength(3)
  })

  it('calls out a nucleus that changes and no other', () => {
    const nucleus = { 'aws.greengrass.Nucleus': { componentVersion: '2.14.0' } }
    const lines = whatHappens({ ...request, components: nucleus }, group, null, [])
    expect(lines.at(-1)).toMatch(/restarts/)
    const same = whatHappens(
      { ...request, components: nucleus },
      group,
      { ...before, components: nucleus },
      [],
    )
    expect(same.at(-1)).not.toMatch(/restarts/)
  })

  it('tells a sub-deployment from a revision', () => {
    const lines = whatHappens(
      { ...request, parentTargetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/Site' },
      group,
      null,
      [],
    )
    expect(lines[1]).toMatch(/what Site brings/)
  })
})

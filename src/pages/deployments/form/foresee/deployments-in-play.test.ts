import { describe, expect, it } from 'vitest'
import type { DeploymentContent } from '#src/domain/impact.ts'
import { groupsToRead, inPlay, mayReach, membershipsOf } from './deployments-in-play.ts'

const arn = (target: string) => `arn:aws:iot:us-east-1:123456789012:${target}`

function deployment(target: string, names: string, more: Partial<DeploymentContent> = {}): DeploymentContent {
  return {
    id: target,
    targetArn: arn(target),
    parentTargetArn: null,
    created: 0,
    status: 'ACTIVE',
    isLatestForTarget: true,
    components: Object.fromEntries(
      names
        .split(' ')
        .filter(Boolean)
        .map(name => [name, { componentVersion: '1.0.0' }]),
    ),
    ...more,
  }
}

const planned = { targetArn: arn('thinggroup/A'), components: { App: { componentVersion: '2.0.0' } } }
const ids = (deployments: readonly DeploymentContent[]) => deployments.map(({ id }) => id)

describe('deployments in play', () => {
  it('leaves out what is over, what was cancelled, and other devices', () => {
    const all = [
      deployment('thinggroup/B', 'App'),
      deployment('thinggroup/C', 'App', { status: 'CANCELED' }),
      deployment('thinggroup/D', 'App', { isLatestForTarget: false }),
      deployment('thing/core-1', 'App'),
      deployment('thing/core-9', 'App'),
    ]
    expect(ids(mayReach(all, new Set(['core-1'])))).toEqual(['thinggroup/B', 'thing/core-1'])
  })

  it('keeps those that name the same components, those that go, or a nucleus', () => {
    const all = [
      deployment('thinggroup/A', 'Old'),
      deployment('thinggroup/B', 'App'),
      deployment('thinggroup/C', 'Old'),
      deployment('thinggroup/D', 'Other'),
      deployment('thinggroup/E', 'aws.greengrass.Nucleus'),
    ]
    expect(ids(inPlay(all, planned))).toEqual([
      'thinggroup/A',
      'thinggroup/B',
      'thinggroup/C',
      'thinggroup/E',
    ])
  })

  it('keeps those that name what is pulled in as a dependency', () => {
    const all = [deployment('thinggroup/D', 'Other')]
    expect(inPlay(all, planned)).toEqual([])
    expect(inPlay(all, planned, ['Other'])).toEqual(all)
  })

  it('keeps a sub-deployment that takes a matching parent away from its devices', () => {
    const all = [
      deployment('thinggroup/B', 'App'),
      deployment('thinggroup/B-fix', '', { parentTargetArn: arn('thinggroup/B') }),
    ]
    expect(ids(inPlay(all, planned))).toHaveLength(2)
    expect(groupsToRead(all, planned)).toEqual(['B', 'B-fix'])
  })

  it('reads neither the own group nor groups for deployments to one device', () => {
    expect(
      groupsToRead([deployment('thinggroup/A', 'App'), deployment('thing/core-1', 'App')], planned),
    ).toEqual([])
  })

  it('gives each device its groups and no device that the target lacks', () => {
    const groups = new Map([
      ['B', ['core-1', 'core-7']],
      ['C', ['core-1']],
    ])
    expect(membershipsOf(['core-1', 'core-2'], 'A', groups)).toEqual([
      { name: 'core-1', groups: ['A', 'B', 'C'] },
      { name: 'core-2', groups: ['A'] },
    ])
  })
})

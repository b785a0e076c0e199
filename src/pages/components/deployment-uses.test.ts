import { describe, expect, it } from 'vitest'
import type { Deployment } from '#src/domain/deployment.ts'
import { deploymentUses, isInForce } from './deployment-uses.ts'

function deployment(id: string, components: Record<string, string>, name = ''): Deployment {
  return {
    id,
    name,
    targetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/a',
    revisionId: '1',
    created: 0,
    status: 'ACTIVE',
    isLatestForTarget: true,
    parentTargetArn: null,
    iotJobId: null,
    components: Object.fromEntries(
      Object.entries(components).map(([key, componentVersion]) => [key, { componentVersion }]),
    ),
    jobConfiguration: {},
    policies: {},
    tags: {},
  }
}

describe('deploymentUses', () => {
  it('puts those of the version first, and leaves out those without the component', () => {
    const uses = deploymentUses(
      [
        deployment('1', { c: '1.0.0' }, 'a'),
        deployment('2', { c: '2.0.0' }, 'z'),
        deployment('3', { d: '1.0.0' }),
        deployment('4', { c: '2.0.0' }, 'b'),
      ],
      'c',
      '2.0.0',
    )
    expect(uses.map(use => use.deployment.id)).toEqual(['4', '2', '1'])
  })

  it('does not take a component for a property of every object', () => {
    expect(deploymentUses([deployment('1', {})], 'toString', null)).toEqual([])
  })

  it('counts what is active or complete as in force', () => {
    expect(
      ['ACTIVE', 'COMPLETED', 'CANCELED', 'INACTIVE', 'FAILED'].filter(status => isInForce({ status })),
    ).toEqual(['ACTIVE', 'COMPLETED'])
  })
})

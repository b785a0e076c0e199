import { describe, expect, it } from 'vitest'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { emptyCounts } from '#src/domain/job-counts.ts'
import { consequences, permitted } from './explain-actions.ts'

const deployment = (status: string): DeploymentSummary => ({
  id: status,
  name: '',
  targetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1',
  revisionId: '1',
  created: 0,
  status,
  isLatestForTarget: true,
  parentTargetArn: null,
})

describe('consequences', () => {
  it('of a cancellation count whom it reaches', () => {
    const lines = consequences(
      'cancel',
      deployment('ACTIVE'),
      { ...emptyCounts, queued: 12, inProgress: 1 },
      13,
    )
    expect(lines).toContain('12 devices have not received it and will not get it.')
    expect(lines).toContain('1 device is in the middle of it and will finish.')
    expect(lines).toContain('Devices that join Line1 later no longer get it.')
  })

  it('of a cancellation count those that the rollout has not come to', () => {
    const counts = { ...emptyCounts, queued: 1, succeeded: 17 }
    const [first] = consequences('cancel', deployment('ACTIVE'), counts, 24)
    expect(first).toBe('7 devices have not received it and will not get it.')
  })

  it('of a cancellation name no number of those where the group was not counted', () => {
    const [first] = consequences('cancel', deployment('ACTIVE'), { ...emptyCounts, succeeded: 17 }, null)
    expect(first).toMatch(/^No device is waiting for it; those that it has not come to yet/)
  })

  it('of a cancellation invent no number', () => {
    expect(consequences('cancel', deployment('ACTIVE'), null, null)[0]).toBe(
      'Devices that have not received it yet will not get it.',
    )
  })

  it('of a deletion say that devices keep running', () => {
    expect(consequences('delete', deployment('CANCELED'), null, null).join(' ')).toMatch(/go on running/)
  })
})

describe('a selection', () => {
  it('keeps those that an action applies to', () => {
    const both = [deployment('ACTIVE'), deployment('CANCELED')]
    expect(permitted('cancel', both).able.map(d => d.id)).toEqual(['ACTIVE'])
    expect(permitted('delete', both).able.map(d => d.id)).toEqual(['CANCELED'])
    expect(permitted('delete', both).leftOut).toBe(
      '1 other that is chosen is left out: an active deployment must be cancelled before it can be deleted.',
    )
    expect(permitted('delete', [deployment('CANCELED')]).leftOut).toBeUndefined()
  })

  it('gives the reason when none is left', () => {
    expect(permitted('delete', [deployment('ACTIVE')]).reason).toMatch(/cancelled before/)
    expect(permitted('cancel', []).reason).toMatch(/Choose/)
    expect(permitted('cancel', [deployment('ACTIVE')]).reason).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { deploymentState } from '#src/domain/deployment-state.ts'
import { fleetHealth } from '#src/domain/fleet-health.ts'
import type { Job } from '#src/domain/job.ts'
import { emptyCounts } from '#src/domain/job-counts.ts'
import { attention } from './attention.ts'

const hour = 3_600_000
const now = 1_000 * hour
const summary: DeploymentSummary = {
  id: 'd1',
  name: 'weekly',
  targetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/presses',
  revisionId: '1',
  created: now - hour,
  status: 'ACTIVE',
  isLatestForTarget: true,
  parentTargetArn: null,
}
const job = (counts: Partial<Job['counts']>): Job => ({
  id: 'j',
  arn: 'arn:aws:iot:us-east-1:123456789012:job/j',
  status: 'IN_PROGRESS',
  targetSelection: 'CONTINUOUS',
  comment: '',
  reasonCode: '',
  processing: false,
  rollout: {},
  created: now - hour,
  completed: null,
  counts: { ...emptyCounts, ...counts },
})
const nothing = { health: null, deployments: [], hasServiceRole: undefined }
const withJob = (counts: Partial<Job['counts']>) => ({
  ...nothing,
  deployments: [{ summary, state: deploymentState(summary, job(counts), now) }],
})

describe('attention', () => {
  it('is empty when nothing is known, and does not call the unknown wrong', () => {
    expect(attention(nothing)).toEqual([])
  })

  it('names an ACTIVE deployment whose devices fail, and no deployment that goes well', () => {
    const [item] = attention(withJob({ succeeded: 5, failed: 2 }))
    expect(item).toMatchObject({ urgency: 'now', title: 'weekly: 2 failed', href: '/deployments/d1' })
    expect(attention(withJob({ succeeded: 5 }))).toEqual([])
  })

  it('counts unhealthy, silent and stale devices, broken ones first', () => {
    const health = fleetHealth(
      [
        { status: 'HEALTHY', lastStatusUpdate: now - 30 * hour },
        { status: 'UNHEALTHY', lastStatusUpdate: now - hour },
        { status: 'HEALTHY', lastStatusUpdate: now - 60 * hour },
      ],
      now,
    )
    const titles = attention({ ...nothing, health }).map(item => item.title)
    expect(titles).toEqual(['1 core device unhealthy', '1 core device silent', '1 core device stale'])
  })

  it('asks for a service role only when it is known that there is none', () => {
    expect(attention({ ...nothing, hasServiceRole: false })).toHaveLength(1)
    expect(attention({ ...nothing, hasServiceRole: true })).toHaveLength(0)
  })
})

import { expect, test } from 'vitest'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import type { Job } from '#src/domain/job.ts'
import { emptyCounts } from '#src/domain/job-counts.ts'
import { noteworthyDeployments } from './noteworthy.ts'

const hour = 3_600_000
const now = 1_800_000_000_000

function watched(name: string, age: number, counts: Partial<Job['counts']>) {
  const summary: DeploymentSummary = {
    id: name,
    name,
    targetArn: `arn:aws:iot:eu-west-1:123456789012:thinggroup/${name}`,
    parentTargetArn: null,
    revisionId: '1',
    created: now - age,
    status: 'ACTIVE',
    isLatestForTarget: true,
  }
  const job: Job = {
    id: name,
    arn: '',
    status: 'IN_PROGRESS',
    targetSelection: 'CONTINUOUS',
    comment: '',
    reasonCode: '',
    processing: false,
    rollout: {},
    created: now - age,
    completed: null,
    counts: { ...emptyCounts, ...counts },
  }
  return { summary, job }
}

test('fresh trouble, then what moves, then old trouble; what is well is left out', () => {
  const order = noteworthyDeployments(
    [
      watched('old-trouble', 300 * hour, { failed: 9, succeeded: 1 }),
      watched('rolling', hour, { queued: 3, succeeded: 1 }),
      watched('well', hour, { succeeded: 5 }),
      watched('fresh-trouble', 2 * hour, { failed: 1, queued: 3 }),
      watched('stuck', 100 * hour, { queued: 1, succeeded: 4 }),
    ],
    now,
  )
  expect(order.map(({ summary }) => summary.name)).toEqual([
    'fresh-trouble',
    'rolling',
    'stuck',
    'old-trouble',
  ])
})

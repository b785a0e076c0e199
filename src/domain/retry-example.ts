import type { Deployment } from './deployment.ts'

/** A deployment with failures to retry, for the tests of what a retry is. */

export const arn = (name: string) => `arn:aws:iot:us-east-1:123456789012:thinggroup/${name}`
export const parent: Deployment = {
  id: 'd-parent',
  name: 'Release',
  targetArn: arn('Line1'),
  revisionId: '4',
  created: 0,
  status: 'ACTIVE',
  isLatestForTarget: true,
  parentTargetArn: null,
  iotJobId: 'j',
  components: { App: { componentVersion: '2.0.0' }, Log: { componentVersion: '1.0.0' } },
  jobConfiguration: { jobExecutionsRolloutConfig: { maximumPerMinute: 5 } },
  policies: { failureHandlingPolicy: 'ROLLBACK' },
  tags: { team: 'a' },
}

import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { targetName } from '#src/domain/arn.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { ServiceStateBadge } from '#src/ui/status/DeploymentStateBadge.tsx'
import { Timestamp } from '#src/ui/Timestamp.tsx'
import { policyPairs, rolloutPairs } from './settings-words.ts'
import { TargetLink } from '../list/deployment-columns.tsx'

export function FactsCard({ deployment }: { deployment: Deployment }) {
  return (
    <Container fitHeight header={<Header variant="h2">About it</Header>}>
      <KeyValuePairs
        columns={2}
        minColumnWidth={150}
        items={[
          { label: 'Target', value: <TargetLink arn={deployment.targetArn} /> },
          {
            label: 'Revision',
            value: `${deployment.revisionId}${deployment.isLatestForTarget ? ', the latest' : ', replaced'}`,
          },
          { label: 'Created', value: <Timestamp at={deployment.created} /> },
          { label: 'Service status', value: <ServiceStateBadge status={deployment.status} /> },
          ...(deployment.parentTargetArn
            ? [{ label: 'Sub-deployment of', value: targetName(deployment.parentTargetArn) }]
            : []),
          ...(deployment.iotJobId ? rolloutPairs(deployment.jobConfiguration).slice(0, 1) : []),
          ...policyPairs(deployment.policies).slice(0, 1),
        ]}
      />
    </Container>
  )
}

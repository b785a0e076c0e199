import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { targetName } from '#src/domain/arn.ts'
import type { EffectiveDeployment } from '#src/domain/core-device.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { groupFailures } from '#src/domain/failure-groups.ts'
import { linkTo } from '#src/paths.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { ExecutionStatus } from '#src/ui/status/ExecutionStatus.tsx'
import { FailureGroupCard } from './FailureGroupCard.tsx'
import type { DeviceOutcome } from './use-device-outcome.ts'

/** A deployment to one device has no job: the device's own list says what became of it. */
export function DeviceResult({ deployment, outcome }: { deployment: Deployment; outcome: DeviceOutcome }) {
  const name = targetName(deployment.targetArn)
  const now = useServiceNow(15_000)
  const { result } = outcome
  return (
    <SpaceBetween size="m">
      <Container
        header={
          <Header variant="h2" description="What the device itself reports of this deployment.">
            On the device
          </Header>
        }
      >
        {outcome.failure ? (
          <FailureAlert
            failure={outcome.failure}
            title="What the device reports could not be read"
            retry={outcome.retry}
          />
        ) : null}
        {result ? (
          <KeyValuePairs
            columns={3}
            items={[
              { label: 'Device', value: <RouteLink to={linkTo.coreDevice(name)}>{name}</RouteLink> },
              { label: 'Result', value: <ExecutionStatus status={result.executionStatus} /> },
              { label: 'Reported', value: <Age at={result.modified ?? result.created} now={now} /> },
            ]}
          />
        ) : outcome.settled ? (
          <Alert type="info">
            {name} has not reported this deployment. It gets it as soon as it is online and running
            Greengrass.
          </Alert>
        ) : (
          <span className="meadow-soft">Asking…</span>
        )}
      </Container>
      {result && failed(result)
        ? groupFailures([
            {
              thingName: name,
              errorStack: result.errorStack,
              errorTypes: result.errorTypes,
              reason: result.reason,
              executionStatus: result.executionStatus,
              detailedStatus: '',
            },
          ]).map(group => <FailureGroupCard key={group.key} group={group} deployment={deployment} open />)
        : null}
    </SpaceBetween>
  )
}

const failed = (result: EffectiveDeployment) =>
  ['FAILED', 'REJECTED', 'TIMED_OUT'].includes(result.executionStatus)

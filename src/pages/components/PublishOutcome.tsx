import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { linkTo } from '#src/paths.ts'
import { componentVersionQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { ArtifactErrors } from './ArtifactErrors.tsx'
import { NewDeploymentButton } from './NewDeploymentButton.tsx'
import type { Published } from './use-publish.ts'

interface PublishOutcomeProps {
  published: Published
  onJump(uri: string): void
  onNextVersion(): void
}

/** Follows a published version until it can be deployed, or says why it cannot. */
export function PublishOutcome({ published, onJump, onNextVersion }: PublishOutcomeProps) {
  const { arn, name, version } = published
  const connection = useConnection()
  const query = useQuery(componentVersionQuery(connection, arn))
  const page = linkTo.component(arn.replace(/:versions:[^:]*$/, ''), version)
  const what = `${name} ${version}`
  const state = query.data?.state

  return (
    <div role="status" className="component-anywhere">
      {query.error ? (
        <FailureAlert
          title={`${what} is published, but its state is not known`}
          failure={query.error}
          retry={query.refetch}
        />
      ) : state === 'DEPLOYABLE' ? (
        <Alert
          type="success"
          header={`${what} is ready to deploy`}
          action={
            <SpaceBetween size="xs" direction="horizontal">
              <Button href={page}>View component</Button>
              <NewDeploymentButton component={name} version={version} primary />
            </SpaceBetween>
          }
        >
          The service has taken the recipe and found its artifacts.
        </Alert>
      ) : state === 'FAILED' ? (
        <Alert
          type="error"
          header={`The service could not prepare ${what}`}
          action={
            <SpaceBetween size="xs" direction="horizontal">
              <Button href={page}>View component</Button>
              <Button variant="primary" onClick={onNextVersion}>
                Try again as the next version
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="s">
            <div>{query.data?.stateMessage || 'It gave no reason.'}</div>
            <ArtifactErrors errors={query.data?.errors ?? {}} onJump={onJump} />
            <div>Its number is used up. Mend the recipe and publish it as the next version.</div>
          </SpaceBetween>
        </Alert>
      ) : (
        <Alert
          type="info"
          header={`${what} is published`}
          action={<Button href={page}>View component</Button>}
        >
          <StatusIndicator type="in-progress">
            {state === 'INITIATED'
              ? 'The service looks at its artifacts'
              : 'Waiting for the service to look at its artifacts'}
          </StatusIndicator>
          <div>
            It can be deployed once every artifact was found and has its digest. This page follows it.
          </div>
        </Alert>
      )}
    </div>
  )
}

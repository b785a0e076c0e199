import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { cliCommand } from '#src/domain/cli-command.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { requestFromDeployment } from '#src/domain/deployment-request.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { CopyButton, CopyText } from '#src/ui/CopyText.tsx'
import { CodeBlock } from '../CodeBlock.tsx'
import { policyPairs, rolloutPairs } from './settings-words.ts'

/** How it was rolled out, what devices do with it, and its tags. */
export function SettingsTab({ deployment }: { deployment: Deployment }) {
  const { region } = useConnection().config
  const request = requestFromDeployment(deployment)
  const tags = Object.entries(deployment.tags)
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Identity</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Deployment ID', value: <CopyText text={deployment.id} label="deployment ID" /> },
            {
              label: 'IoT job',
              value: deployment.iotJobId ? (
                <CopyText text={deployment.iotJobId} label="IoT job ID" />
              ) : (
                'None: it travels by the device’s shadow'
              ),
            },
            { label: 'Target ARN', value: <CopyText text={deployment.targetArn} label="target ARN" /> },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">Rollout and policies</Header>}>
        <KeyValuePairs
          columns={3}
          items={[...rolloutPairs(deployment.jobConfiguration), ...policyPairs(deployment.policies)]}
        />
      </Container>
      <Container
        header={
          <Header variant="h2" counter={`(${tags.length})`}>
            Tags
          </Header>
        }
      >
        {tags.length === 0 ? (
          <Box color="text-body-secondary">No tags.</Box>
        ) : (
          <KeyValuePairs columns={3} items={tags.map(([label, value]) => ({ label, value: value || '–' }))} />
        )}
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description="What creates a revision with the same content."
            actions={
              <SpaceBetween size="xs" direction="horizontal">
                <CopyButton text={JSON.stringify(request, null, 2)} label="Copy JSON" />
                <CopyButton
                  text={cliCommand('create-deployment', request, { region })}
                  label="Copy AWS CLI command"
                />
              </SpaceBetween>
            }
          >
            The request
          </Header>
        }
      >
        <CodeBlock text={JSON.stringify(request, null, 2)} label="The request as JSON" />
      </Container>
    </SpaceBetween>
  )
}

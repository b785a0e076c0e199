import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { cliCommand } from '#src/domain/cli-command.ts'
import type { Deployment, DeploymentPolicies, JobConfiguration } from '#src/domain/deployment.ts'
import { requestFromDeployment } from '#src/domain/deployment-request.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { durationText } from '#src/ui/time-text.ts'
import { abortWords } from '../form/rollout-words.ts'

/** How it was rolled out, what devices do with it, and its tags. */
export function SettingsTab({ deployment }: { deployment: Deployment }) {
  const { region } = useConnection().config
  const request = requestFromDeployment(deployment)
  const tags = Object.entries(deployment.tags)
  return (
    <SpaceBetween size="l">
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
        <pre className="meadow-code">{JSON.stringify(request, null, 2)}</pre>
      </Container>
    </SpaceBetween>
  )
}

type Pair = { label: string; value: string }

function rolloutPairs(config: JobConfiguration): Pair[] {
  const rollout = config.jobExecutionsRolloutConfig
  const rate = rollout?.exponentialRate
  const criteria = config.abortConfig?.criteriaList ?? []
  const timeout = config.timeoutConfig?.inProgressTimeoutInMinutes
  const growth = rate?.rateIncreaseCriteria.numberOfSucceededThings
    ? `${rate.rateIncreaseCriteria.numberOfSucceededThings} succeeded`
    : `${rate?.rateIncreaseCriteria.numberOfNotifiedThings ?? '?'} were told`
  return [
    {
      label: 'Rollout rate',
      value: rate
        ? `From ${rate.baseRatePerMinute} a minute, times ${rate.incrementFactor} after each ${growth}${rollout?.maximumPerMinute ? `, at most ${rollout.maximumPerMinute}` : ''}`
        : rollout?.maximumPerMinute
          ? `${rollout.maximumPerMinute} devices a minute`
          : 'As fast as it goes',
    },
    {
      label: 'Stops when',
      value: criteria.length > 0 ? criteria.map(one => abortWords(one, null)).join(' ') : 'Never by itself',
    },
    { label: 'Time-out', value: timeout ? durationText(timeout * 60_000) : 'None' },
  ]
}

function policyPairs(policies: DeploymentPolicies): Pair[] {
  const update = policies.componentUpdatePolicy
  const validation = policies.configurationValidationPolicy?.timeoutInSeconds
  return [
    {
      label: 'When it fails on a device',
      value: policies.failureHandlingPolicy === 'DO_NOTHING' ? 'Left as it is' : 'Rolls back',
    },
    {
      label: 'Before components are updated',
      value:
        update?.action === 'SKIP_NOTIFY_COMPONENTS'
          ? 'They are not asked'
          : `They are asked, for up to ${durationText((update?.timeoutInSeconds ?? 60) * 1000)}`,
    },
    {
      label: 'Time to validate a configuration',
      value: durationText((validation ?? 30) * 1000),
    },
  ]
}

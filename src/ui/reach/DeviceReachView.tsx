import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { targetName } from '#src/domain/arn.ts'
import type { DeviceReach } from '#src/domain/device-reach.ts'
import { linkTo } from '#src/paths.ts'
import { FailureAlert } from '../failure/FailureAlert.tsx'
import { RouteLink } from '../RouteLink.tsx'
import { Age } from '../status/Age.tsx'
import { ExecutionStatus } from '../status/ExecutionStatus.tsx'
import { ReachCard } from './ReachCard.tsx'
import './reach.css'

interface DeviceReachViewProps {
  device: string
  reach: DeviceReach | null
  groups: number
  read: { done: number; of: number }
  lastReport: number | null
  neverReported: boolean
  failure: unknown
  retry(): void
  /** Epoch ms of the service's clock. */
  now: number
}

/** Which deployments reach a device, in the order in which they apply, and what it has made of them. */
export function DeviceReachView({ reach, failure, retry, read, ...facts }: DeviceReachViewProps) {
  return (
    <SpaceBetween size="l">
      {failure ? (
        <FailureAlert
          failure={failure}
          retry={retry}
          {...(reach ? {} : { title: 'Which deployments reach the device is not known' })}
        />
      ) : null}
      {reach ? (
        <Reached reach={reach} {...facts} />
      ) : failure ? null : (
        <ProgressBar
          label="Reading its thing groups and their deployments"
          value={(100 * read.done) / Math.max(1, read.of)}
          additionalInfo={`${read.done} of ${read.of} so far`}
        />
      )}
    </SpaceBetween>
  )
}

type ReachedProps = Omit<DeviceReachViewProps, 'reach' | 'failure' | 'retry' | 'read'> & {
  reach: DeviceReach
}

function Reached({ device, reach, groups, lastReport, neverReported, now }: ReachedProps) {
  const { entries, contradictions, left } = reach
  const applying = entries.filter(({ order }) => order !== null).length
  const places = new Map(entries.map(({ reach: { deployment }, order }) => [deployment.id, order]))
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">
        {applying === 0
          ? 'No deployment applies to it'
          : applying === 1
            ? 'One deployment applies to it'
            : `${applying} deployments apply to it, the oldest first, and add up`}
        {groups === 0
          ? '. It is in no thing group. '
          : `. It is in ${groups === 1 ? '1 thing group' : `${groups} thing groups`}, those above them included. `}
        {neverReported ? (
          'No core device of this name has reported.'
        ) : (
          <>
            It last reported <Age at={lastReport} now={now} />.
          </>
        )}
      </Box>
      {contradictions.length > 0 ? (
        <Alert type="error" header="They contradict each other">
          <SpaceBetween size="xs">
            <div>
              No version serves all who ask for it. The next deployment that this device processes fails with
              NO_AVAILABLE_COMPONENT_VERSION:
            </div>
            <ul className="m-reach-conflicts" aria-label="Contradicting versions">
              {contradictions.map(({ name, constraints }) => (
                <li key={name}>
                  <strong>{name}</strong>
                  {constraints.map(({ by, requirement }) => (
                    <span key={by}>
                      <code>{requirement}</code> from {by}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </SpaceBetween>
        </Alert>
      ) : null}
      {entries.length > 0 ? (
        <ol className="m-reach" aria-label="Deployments in the order in which they apply">
          {entries.map(entry => (
            <ReachCard
              key={entry.reach.deployment.id}
              entry={entry}
              device={device}
              conflicts={contradictions.map(({ name }) => name)}
              placeOf={id => places.get(id) ?? null}
              now={now}
            />
          ))}
        </ol>
      ) : (
        <Box textAlign="center" padding="l">
          <strong>Nothing reaches it</strong>
          <div>Neither the device nor one of its thing groups has a deployment.</div>
        </Box>
      )}
      {left.length > 0 ? (
        <Alert type="info" header="Reported once, but it no longer belongs to these targets">
          <SpaceBetween size="xs">
            <div>
              What they brought goes with the next deployment that the device processes, if its nucleus is
              2.5.1 or newer and its role allows greengrass:ListThingGroupsForCoreDevice. Otherwise it stays.
            </div>
            <ul className="m-reach-left" aria-label="Targets it has left">
              {left.map(({ deploymentId, deploymentName, targetArn, executionStatus, modified }) => (
                <li key={deploymentId}>
                  <RouteLink to={linkTo.deployment(deploymentId)}>{deploymentName || deploymentId}</RouteLink>{' '}
                  for {targetName(targetArn)}: <ExecutionStatus status={executionStatus} />{' '}
                  <Age at={modified} now={now} />
                </li>
              ))}
            </ul>
          </SpaceBetween>
        </Alert>
      ) : null}
    </SpaceBetween>
  )
}

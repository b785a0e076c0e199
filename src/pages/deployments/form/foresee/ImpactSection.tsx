import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { FleetImpact, ImpactGroup } from '#src/domain/fleet-impact.ts'
import { linkTo } from '#src/paths.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { countText } from '../../count-text.ts'
import type { Answer } from '../use-clearance.ts'
import { groupLines, readText } from './impact-words.ts'
import type { ForeseenImpact } from './use-fleet-impact.ts'

interface ContradictionsProps {
  contradictions: FleetImpact['contradictions']
  answer: Answer
}

/** Comes before everything else on the step, and the button waits until it has been answered. */
export function Contradictions({ contradictions, answer }: ContradictionsProps) {
  const fresh = contradictions.filter(({ before }) => !before)
  if (contradictions.length === 0) return null
  return (
    <Alert
      type="warning"
      header={
        fresh.length > 0
          ? 'Devices get contradicting versions with this'
          : 'Devices get contradicting versions already'
      }
    >
      <SpaceBetween size="s">
        <div>
          No version serves all who ask for it, so the deployment fails on these devices with
          NO_AVAILABLE_COMPONENT_VERSION:
        </div>
        <ul className="meadow-foreseen" aria-label="Contradicting versions">
          {contradictions.map(({ message, devices, example, before }) => (
            <li key={message}>
              <code>{message}</code>
              <div>
                {countText(devices, 'device')}, such as{' '}
                <RouteLink to={linkTo.coreDevice(example)}>{example}</RouteLink>
                {before ? '. So it is already, without this deployment.' : '.'}
              </div>
            </li>
          ))}
        </ul>
        {fresh.length > 0 ? (
          <Checkbox checked={answer.given} onChange={({ detail }) => answer.give(detail.checked)}>
            Deploy although it will fail on these devices
          </Checkbox>
        ) : null}
      </SpaceBetween>
    </Alert>
  )
}

/** What the devices make of it, together with what their other groups and they themselves have. */
export function ImpactSection({ foreseen, unread }: { foreseen: ForeseenImpact; unread: Answer }) {
  const { phase, impact } = foreseen
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Together with the other deployments of the same components that reach the same devices."
        >
          On the devices
        </Header>
      }
    >
      <SpaceBetween size="m">
        {phase === 'asked-first' ? (
          <SpaceBetween size="s">
            <Box color="text-body-secondary">
              Checking it against the other deployments reads{' '}
              {countText(foreseen.deployments.of, 'deployment')} and the groups that they go to.
            </Box>
            <Button onClick={foreseen.start}>Check against other deployments</Button>
          </SpaceBetween>
        ) : null}
        {phase === 'reading' ? <Progress foreseen={foreseen} /> : null}
        {phase === 'failed' ? (
          <FailureAlert
            failure={foreseen.failure}
            title="Not everything could be read, so there may be contradictions that are not shown"
            retry={foreseen.retry}
          />
        ) : null}
        {phase === 'failed' || phase === 'asked-first' ? (
          <Checkbox checked={unread.given} onChange={({ detail }) => unread.give(detail.checked)}>
            Deploy without knowing what it does together with other deployments
          </Checkbox>
        ) : null}
        {impact ? <Impact impact={impact} whole={phase === 'ready'} /> : null}
      </SpaceBetween>
    </Container>
  )
}

function Progress({ foreseen: { deployments, groups } }: { foreseen: ForeseenImpact }) {
  const of = deployments.of + groups.of
  return (
    <ProgressBar
      label="Checking against other deployments"
      description={readText(deployments, groups)}
      value={of === 0 ? 0 : ((deployments.read + groups.read) / of) * 100}
    />
  )
}

function Impact({ impact, whole }: { impact: FleetImpact; whole: boolean }) {
  return (
    <SpaceBetween size="s">
      {whole && impact.contradictions.length === 0 ? (
        <Box color="text-body-secondary">It contradicts no other deployment of these devices.</Box>
      ) : null}
      {impact.keptByOthers.length > 0 ? (
        <Alert type="info" header="Left out here, but other deployments keep it">
          <ul className="meadow-foreseen" aria-label="Kept by other deployments">
            {impact.keptByOthers.map(({ name, by, devices }) => (
              <li key={`${name} ${by}`}>
                <strong>{name}</strong> stays on {countText(devices, 'device')}: {by} asks for it.
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <ul className="meadow-combinations" aria-label="Devices by the deployments that reach them">
        {impact.groups.slice(0, shownGroups).map(group => (
          <li key={group.key}>
            <Devices group={group} />
          </li>
        ))}
      </ul>
      {impact.groups.length > shownGroups ? (
        <Box color="text-body-secondary">
          And {countText(impact.groups.length - shownGroups, 'smaller combination')} of deployments.
        </Box>
      ) : null}
    </SpaceBetween>
  )
}

const shownGroups = 8
const shownDevices = 100

function Devices({ group: { devices, impact } }: { group: ImpactGroup }) {
  return (
    <ExpandableSection
      variant="footer"
      headerText={`${countText(devices.length, 'device')}: ${impact.applies.map(one => one.requiredBy).join(', then ')}`}
    >
      <SpaceBetween size="xs">
        <ul className="meadow-foreseen">
          {groupLines(impact).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <div className="meadow-many">
          {devices.slice(0, shownDevices).join(', ')}
          {devices.length > shownDevices
            ? ` and ${countText(devices.length - shownDevices, 'more', 'more')}`
            : ''}
        </div>
      </SpaceBetween>
    </ExpandableSection>
  )
}

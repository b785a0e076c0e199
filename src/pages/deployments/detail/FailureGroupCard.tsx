import Badge from '@cloudscape-design/components/badge'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Icon from '@cloudscape-design/components/icon'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { memo } from 'react'
import type { Deployment } from '#src/domain/deployment.ts'
import { type DetailedStatus, detailedStatus, type Fixer } from '#src/domain/error-codes.ts'
import type { FailureGroup } from '#src/domain/failure-groups.ts'
import { linkTo } from '#src/paths.ts'
import { CopyButton, CopyText } from '#src/ui/CopyText.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { arnBeside } from '../component-link.ts'
import { CodeBlock } from '../CodeBlock.tsx'
import { countText } from '../count-text.ts'

interface FailureGroupCardProps {
  group: FailureGroup
  deployment: Deployment
  open: boolean
  /** Begins a sub-deployment for these devices. Absent where there is no group to have one. */
  onRetry?: (group: FailureGroup) => void
  /** Why it cannot be begun. */
  retryReason?: string | undefined
}

/** One cause: what happened, on which devices, what to do and who can. */
export const FailureGroupCard = memo(function FailureGroupCard({
  group,
  deployment,
  open,
  onRetry,
  retryReason,
}: FailureGroupCardProps) {
  const shown = group.devices.slice(0, 12)
  const rest = group.devices.slice(12)
  return (
    <article className="meadow-failure" aria-label={group.headline}>
      <header className="meadow-failure-head">
        <span className="meadow-failure-count">
          <strong>{group.devices.length}</strong> {group.devices.length === 1 ? 'device' : 'devices'}
        </span>
        <div className="meadow-failure-title">
          <h3>{group.headline}</h3>
          <Chain codes={group.chain} />
        </div>
      </header>
      <div className="meadow-failure-body">
        <section>
          <h4>Why</h4>
          <p>{group.explanation}</p>
          {group.reasons.length > 0 ? (
            <ExpandableSection
              variant="inline"
              headerText={
                group.reasons.length === 1
                  ? 'In the device’s words'
                  : `In the devices’ words (${group.reasons.length})`
              }
              defaultExpanded={open}
            >
              {group.reasons.map(reason => (
                <CodeBlock key={reason} text={reason} label="Reason" />
              ))}
            </ExpandableSection>
          ) : null}
        </section>
        <section>
          <h4>What to do</h4>
          <p>{group.remedy}</p>
          <p className="meadow-soft">{fixerText[group.whoFixes]}</p>
        </section>
        <section>
          <h4>Where to look</h4>
          <Evidence group={group} deployment={deployment} />
        </section>
        <section>
          <h4>Now on the devices</h4>
          <Outcome statuses={group.detailedStatuses} total={group.devices.length} />
        </section>
      </div>
      <section className="meadow-failure-devices">
        <h4>Where</h4>
        <ul aria-label={`Devices: ${group.headline}`}>
          {shown.map(name => (
            <li key={name}>
              <RouteLink to={linkTo.coreDevice(name, 'components')}>{name}</RouteLink>
            </li>
          ))}
        </ul>
        {rest.length > 0 ? (
          <ExpandableSection variant="inline" headerText={`${countText(rest.length, 'more device')}`}>
            <ul>
              {rest.map(name => (
                <li key={name}>
                  <RouteLink to={linkTo.coreDevice(name, 'components')}>{name}</RouteLink>
                </li>
              ))}
            </ul>
          </ExpandableSection>
        ) : null}
        <SpaceBetween size="xs" direction="horizontal">
          <CopyButton
            text={group.devices.join('\n')}
            label={`Copy ${countText(group.devices.length, 'device name')}`}
          />
          {onRetry ? (
            <WriteButton
              ariaLabel={`Retry on ${countText(group.devices.length, 'device')}: ${group.headline}`}
              disabledReason={retryReason}
              onClick={() => onRetry(group)}
            >
              {`Retry on ${countText(group.devices.length, 'device')}`}
            </WriteButton>
          ) : null}
        </SpaceBetween>
      </section>
    </article>
  )
})

/** The component it is about, and the log that says more. */
function Evidence({
  group: { component, log },
  deployment,
}: {
  group: FailureGroup
  deployment: Deployment
}) {
  const version = component ? deployment.components[component]?.componentVersion : undefined
  return (
    <div className="meadow-evidence">
      {component ? (
        <div>
          <RouteLink to={linkTo.component(arnBeside(deployment.targetArn, component), version)}>
            {component}
          </RouteLink>{' '}
          {version ?? <span className="meadow-soft">not named in the deployment</span>}
        </div>
      ) : (
        <div className="meadow-soft">The devices name no component.</div>
      )}
      <div>
        <CopyText text={`/greengrass/v2/logs/${log}`} label="path of the log" display={log} />
        <div className="meadow-soft meadow-small">
          in <code>/greengrass/v2/logs</code>, or <code>C:\greengrass\v2\logs</code>
        </div>
      </div>
    </div>
  )
}

/** The codes from the most general to the one that names the cause. */
function Chain({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null
  return (
    <ol className="meadow-chain" aria-label="Error codes, the cause last">
      {codes.map((code, index) => (
        // A chain may name a code twice; its place is what tells the two apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the chain is a fixed text, its order is its identity.
        <li key={`${index} ${code}`}>
          {index > 0 ? <Icon name="angle-right" size="small" /> : null}
          <code>{code}</code>
        </li>
      ))}
    </ol>
  )
}

const tones: Record<DetailedStatus['running'], 'green' | 'red' | 'severity-medium' | 'grey'> = {
  new: 'green',
  old: 'grey',
  mixed: 'severity-medium',
  unknown: 'red',
}

const running: Record<DetailedStatus['running'], string> = {
  new: 'New version',
  old: 'Old version runs',
  mixed: 'Mixed state',
  unknown: 'Look here first',
}

function Outcome({ statuses, total }: { statuses: Record<string, number>; total: number }) {
  const entries = Object.entries(statuses)
  const told = entries.reduce((sum, [, count]) => sum + count, 0)
  return (
    <ul className="meadow-outcomes">
      {entries.map(([status, count]) => {
        const known = detailedStatus(status)
        return (
          <li key={status}>
            <Badge color={known ? tones[known.running] : 'grey'}>
              {known ? running[known.running] : status}
            </Badge>{' '}
            {count === total ? '' : `${count} of ${total}: `}
            {known?.meaning ?? 'Meadow does not know this status.'}
          </li>
        )
      })}
      {told < total ? (
        <li>{total - told === total ? 'Not reported.' : `Not reported by ${total - told}.`}</li>
      ) : null}
    </ul>
  )
}

const fixerText: Record<Fixer, string> = {
  'component author': 'Usually put right by the author of the component.',
  'deployment author': 'Usually put right by whoever writes the deployment.',
  'device owner': 'Usually put right on the device, by whoever looks after it.',
  'IAM owner': 'Usually put right by whoever owns the IAM roles and IoT policies.',
  'network owner': 'Usually put right by whoever runs the network.',
  'artifact owner': 'Usually put right by whoever owns the place the artifacts come from.',
  AWS: 'Usually a matter for AWS: a newer nucleus, or support.',
  nobody: 'Often passes by itself.',
}

import Badge from '@cloudscape-design/components/badge'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { targetName } from '#src/domain/arn.ts'
import type { BroughtComponent, ReachEntry } from '#src/domain/device-reach.ts'
import { linkTo } from '#src/paths.ts'
import { RouteLink } from '../RouteLink.tsx'
import { Age } from '../status/Age.tsx'
import { ExecutionStatus } from '../status/ExecutionStatus.tsx'
import { componentWords } from '../status/status-words.ts'

interface ReachCardProps {
  entry: ReachEntry
  device: string
  /** Names of components that deployments ask for in contradicting versions. */
  conflicts: readonly string[]
  /** The place of another deployment in the order; `null` for one that does not apply. */
  placeOf(id: string): number | null
  now: number
}

/** One deployment that reaches the device: its place, its way there, what it brings, what became of it. */
export function ReachCard({ entry, device, conflicts, placeOf, now }: ReachCardProps) {
  const { reach, order, components } = entry
  const { deployment } = reach
  const title = deployment.name || `Deployment to ${targetName(deployment.targetArn)}`
  return (
    <li className="m-reach-one" data-state={entry.ignored ? 'ignored' : reach.state}>
      <span className="m-reach-place" aria-hidden="true">
        {order ?? '–'}
      </span>
      <div className="m-reach-body">
        <div className="m-reach-head">
          <h3>
            <RouteLink to={linkTo.deployment(deployment.id)}>{title}</RouteLink>
          </h3>
          <span className="meadow-soft">
            revision {deployment.revisionId}, <Age at={deployment.created} now={now} />
          </span>
          {order === null ? (
            <Badge color="grey">{reach.state === 'cancelled' ? 'cancelled' : 'does not apply'}</Badge>
          ) : null}
        </div>
        <Way entry={entry} device={device} />
        <Standing entry={entry} />
        {components.length === 0 ? (
          <div className="meadow-soft">It brings no component.</div>
        ) : (
          <div>
            <div className="m-reach-columns" aria-hidden="true">
              <span>Component</span>
              <span>Version</span>
              <span>Configuration</span>
              <span>On the device</span>
            </div>
            <ul className="m-reach-brings" aria-label={`What ${title} brings`}>
              {components.map(component => (
                <Brought
                  key={component.name}
                  component={component}
                  applies={order !== null}
                  conflict={conflicts.includes(component.name)}
                  again={component.configuredAgainBy.map(placeOf)}
                />
              ))}
            </ul>
          </div>
        )}
        <Reported entry={entry} now={now} />
      </div>
    </li>
  )
}

/** From the outermost group down to the device; the one that the deployment is for stands out. */
function Way({ entry: { path, reach }, device }: { entry: ReachEntry; device: string }) {
  const target = targetName(reach.deployment.targetArn)
  const steps = [...(path ?? []), device]
  return (
    <p className="m-reach-way">
      {steps.map((step, index) => {
        const isTarget = path === null ? index === 0 : index < path.length && step === target
        return (
          // A group may bear the device's name.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the path is what identifies a step
          <span key={`${index} ${step}`}>
            {index > 0 ? <span aria-hidden="true"> › </span> : null}
            {isTarget ? <strong>{step}</strong> : step}
          </span>
        )
      })}
      <span className="meadow-soft">
        {path === null ? 'to this very device' : `to the thing group ${target}`}
        {reach.deployment.parentTargetArn
          ? `, in place of what ${targetName(reach.deployment.parentTargetArn)} gets`
          : ''}
      </span>
    </p>
  )
}

/** Why it does not apply, where it does not. */
function Standing({ entry: { reach, ignored } }: { entry: ReachEntry }) {
  const { state, replacedBy } = reach
  if (state === 'replaced' && replacedBy)
    return (
      <p className="m-reach-why">
        <RouteLink to={linkTo.deployment(replacedBy.id)}>
          {replacedBy.name || `Deployment to ${targetName(replacedBy.targetArn)}`}
        </RouteLink>{' '}
        {replacedBy.parentTargetArn
          ? 'takes its place on this device: a sub-deployment of the same target.'
          : 'takes its place: a newer revision of the parent.'}
      </p>
    )
  if (state === 'cancelled')
    return (
      <p className="m-reach-why">
        It is cancelled: if the device had it before, it keeps it; otherwise it never gets it.
      </p>
    )
  if (ignored)
    return (
      <p className="m-reach-why">
        <StatusIndicator type="warning">
          This device runs nucleus lite, which takes deployments through thing groups only.
        </StatusIndicator>
      </p>
    )
  return null
}

interface BroughtProps {
  component: BroughtComponent
  applies: boolean
  conflict: boolean
  /** Places of later deployments that configure it too. */
  again: readonly (number | null)[]
}

function Brought({ component, applies, conflict, again }: BroughtProps) {
  const { name, version, configures, installed } = component
  const places = again.flatMap(place => (place === null ? [] : [`no. ${place}`]))
  return (
    <li data-conflict={conflict || undefined}>
      <span className="m-reach-name">{name}</span>
      <span className="m-reach-version">{version}</span>
      <span className="m-reach-note">
        {conflict ? <Badge color="red">contradicted</Badge> : null}
        {configures && applies
          ? places.length > 0
            ? `configures it; ${places.join(' and ')} ${places.length === 1 ? 'has' : 'have'} a later word`
            : 'configures it'
          : ''}
      </span>
      <span className="m-reach-has">
        {installed === null ? (
          <span className="meadow-soft">{applies ? 'not on the device' : ''}</span>
        ) : installed.version === version ? (
          <StatusIndicator type={componentWords(installed.state).type}>
            {componentWords(installed.state).text}
          </StatusIndicator>
        ) : (
          <StatusIndicator type={applies ? 'warning' : 'info'}>
            {`device has ${installed.version}`}
          </StatusIndicator>
        )}
      </span>
    </li>
  )
}

function Reported({ entry: { reported, reportedBefore, reach }, now }: { entry: ReachEntry; now: number }) {
  return (
    <p className="m-reach-report">
      <span className="meadow-soft">The device reported: </span>
      {reported ? (
        <>
          <ExecutionStatus status={reported.executionStatus} /> <Age at={reported.modified} now={now} />
          {reported.errorStack.length > 0 ? (
            <>
              , <code>{reported.errorStack.at(-1)}</code>
            </>
          ) : null}
        </>
      ) : reportedBefore ? (
        <>
          nothing of this revision yet. Of{' '}
          <RouteLink to={linkTo.deployment(reportedBefore.deploymentId)}>an earlier one</RouteLink>:{' '}
          <ExecutionStatus status={reportedBefore.executionStatus} />{' '}
          <Age at={reportedBefore.modified} now={now} />
        </>
      ) : reach.state === 'replaced' ? (
        'nothing of it'
      ) : (
        'nothing of it yet'
      )}
    </p>
  )
}

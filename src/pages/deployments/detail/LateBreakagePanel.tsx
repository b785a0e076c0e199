import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { breakagesByComponent, type LateBreakage } from '#src/domain/late-breakage.ts'
import { linkTo } from '#src/paths.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { durationText } from '#src/ui/time-text.ts'
import { CodeBlock } from '../CodeBlock.tsx'
import { countText, numberText } from '../count-text.ts'
import type { LateBreakages } from './use-late-breakage.ts'

const shownAtOnce = 12

/** What went wrong after all had gone well: by component, with the devices and their words. */
export function LateBreakagePanel({ late }: { late: LateBreakages }) {
  const all = [...late.devices.values()].flat()
  const groups = breakagesByComponent(all)
  if (groups.length === 0 && late.unread === 0 && !late.failure) return null
  return (
    <SpaceBetween size="s">
      {late.failure ? (
        <FailureAlert
          failure={late.failure}
          title="Whether a component broke later could not be read"
          retry={late.retry}
        />
      ) : null}
      {groups.map(({ component, version, devices, soonest }) => (
        <Broken
          key={`${component} ${version}`}
          component={component}
          version={version}
          devices={devices}
          soonest={soonest}
          told={all.filter(one => one.component === component && one.version === version)}
        />
      ))}
      <Unread late={late} />
    </SpaceBetween>
  )
}

interface BrokenProps {
  component: string
  version: string
  devices: readonly string[]
  soonest: number | null
  told: readonly LateBreakage[]
}

function Broken({ component, version, devices, soonest, told }: BrokenProps) {
  const title = `${component} ${version} broke after the deployment had succeeded`
  const words = [
    ...new Set(
      told.map(({ details, statusCodes, state }) => details || statusCodes.join(', ') || `State ${state}`),
    ),
  ]
  const rest = devices.slice(shownAtOnce)
  return (
    <article className="meadow-failure" aria-label={title}>
      <header className="meadow-failure-head">
        <span className="meadow-failure-count">
          <strong>{numberText(devices.length)}</strong> {devices.length === 1 ? 'device' : 'devices'}
        </span>
        <div className="meadow-failure-title">
          <h3>{title}</h3>
          {soonest === null ? null : (
            <span className="meadow-soft">
              {devices.length === 1 ? '' : 'At the earliest '}
              {durationText(soonest)} after its success on the device
            </span>
          )}
        </div>
      </header>
      <div className="meadow-failure-body">
        <section>
          <h4>Why</h4>
          <p>
            A component counts as deployed as soon as its Run script has started, so the job says succeeded.
            This one did not keep running.
          </p>
          {words.slice(0, 3).map(text => (
            <CodeBlock key={text} text={text} label="In the device’s words" />
          ))}
        </section>
        <section>
          <h4>What to do</h4>
          <p>
            Read <code>/greengrass/v2/logs/{component}.log</code> on one of the devices, put the script or its
            configuration right, and deploy again. A component that is BROKEN stays so until a deployment
            mends it.
          </p>
          <p className="meadow-soft">Usually put right by the author of the component.</p>
        </section>
      </div>
      <section className="meadow-failure-devices">
        <h4>Where</h4>
        <DeviceLinks names={devices.slice(0, shownAtOnce)} label={`Devices: ${title}`} />
        {rest.length > 0 ? (
          <ExpandableSection variant="inline" headerText={countText(rest.length, 'more device')}>
            <DeviceLinks names={rest} label={`More devices: ${title}`} />
          </ExpandableSection>
        ) : null}
      </section>
    </article>
  )
}

function DeviceLinks({ names, label }: { names: readonly string[]; label: string }) {
  return (
    <ul aria-label={label}>
      {names.map(name => (
        <li key={name}>
          <RouteLink to={linkTo.coreDevice(name, 'components')}>{name}</RouteLink>
        </li>
      ))}
    </ul>
  )
}

/** A part that has been looked at is not told as the whole. */
function Unread({ late }: { late: LateBreakages }) {
  if (!late.settled || late.unread <= 0) return null
  const many = late.more ? `More than ${countText(late.unread, 'device')}` : countText(late.unread, 'device')
  return (
    <div className="meadow-failures-summary">
      <span className="meadow-soft">
        {many} that once took a deployment of this target {late.unread === 1 && !late.more ? 'is' : 'are'}{' '}
        unhealthy and {late.unread === 1 && !late.more ? 'has' : 'have'} not been asked what broke.
      </span>
      {late.lookOn ? <Button onClick={late.lookOn}>Ask more devices</Button> : null}
    </div>
  )
}

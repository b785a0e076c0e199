import Button from '@cloudscape-design/components/button'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { linkTo } from '#src/paths.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import type { DeviceScan } from './use-device-scan.ts'

const mostShown = 10

interface DeviceUsesProps {
  scan: DeviceScan
  wanted: boolean
  onStart(): void
  /** Only the devices of the deployments that name the version are asked. */
  ofTargets: boolean
}

/** Which devices have a version, as far as they were asked; each costs a call, so it begins with a press of the button. */
export function DeviceUses({ scan, wanted, onStart, ofTargets }: DeviceUsesProps) {
  const scope = ofTargets ? 'core devices of these deployments' : 'core devices'
  if (!wanted)
    return (
      <div>
        <Button onClick={onStart}>Look which devices have it</Button>
        <div className="meadow-soft">
          {ofTargets
            ? 'Asks every core device that these deployments target, one call each.'
            : 'Asks every core device of this account and Region, one call each. If none has it, its name need not be typed.'}
        </div>
      </div>
    )
  const shown = scan.found.slice(0, mostShown)
  return (
    <div>
      {scan.failure ? (
        <FailureAlert
          failure={scan.failure}
          retry={scan.retry}
          title={`Only ${scan.read} of ${scan.total} devices could be asked`}
        />
      ) : scan.whole ? null : (
        <ProgressBar
          value={scan.total === 0 ? 0 : (scan.read / scan.total) * 100}
          label="Asking the devices"
          additionalInfo={
            scan.total === 0 ? 'Reading which devices there are' : `${scan.read} of ${scan.total} ${scope}`
          }
        />
      )}
      <div role="status">
        {scan.whole && scan.found.length === 0 ? (
          <StatusIndicator type="success">{`None of ${scan.total} devices reports it`}</StatusIndicator>
        ) : scan.found.length > 0 ? (
          <StatusIndicator type="warning">
            {`${scan.found.length} of ${scan.whole ? scan.total : scan.read} devices ${scan.found.length === 1 ? 'has' : 'have'} it`}
          </StatusIndicator>
        ) : null}
      </div>
      {scan.whole && scan.total > 0 ? <div className="meadow-soft">{`All ${scope} were asked.`}</div> : null}
      {shown.length > 0 ? (
        <ul className="meadow-plain-list" aria-label="Devices that have it">
          {shown.map(name => (
            <li key={name} className="component-anywhere">
              <RouteLink to={linkTo.coreDevice(name)}>{name}</RouteLink>
            </li>
          ))}
          {scan.found.length > shown.length ? (
            <li>{`and ${scan.found.length - shown.length} more`}</li>
          ) : null}
        </ul>
      ) : null}
    </div>
  )
}

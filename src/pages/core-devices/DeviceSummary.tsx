import type { CoreDeviceDetail } from '#src/domain/core-device.ts'
import { deviceHealth } from '#src/domain/fleet-health.ts'
import type { Thing } from '#src/queries/things.ts'
import { CopyText } from '#src/ui/CopyText.tsx'
import { HealthGlyph } from '#src/ui/charts/HealthGlyph.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { Timestamp } from '#src/ui/Timestamp.tsx'
import { healthMeaning, healthText, runtimeName } from './device-words.ts'
import { ReportGauge } from './ReportGauge.tsx'

interface DeviceSummaryProps {
  device: CoreDeviceDetail | undefined
  thing: Thing | undefined
  now: number
}

const waiting = '…'

/** How the device is, how sure that is, and what it is. */
export function DeviceSummary({ device, thing, now }: DeviceSummaryProps) {
  const facts: [string, string][] = [
    ['Nucleus version', device ? device.coreVersion || 'Not reported' : waiting],
    ['Runtime', device ? runtimeName(device.runtime) : waiting],
    ['Platform', device ? device.platform || 'Not reported' : waiting],
    ['Architecture', device ? device.architecture || 'Not reported' : waiting],
    ['Reported status', device ? device.status || 'None' : waiting],
    ['Thing type', thing ? thing.type || 'None' : waiting],
  ]
  const attributes = Object.entries(thing?.attributes ?? {})
  return (
    <section className="m-device-card" aria-label="Summary">
      {device ? <Health device={device} now={now} /> : <div className="m-device-health" aria-busy="true" />}
      <div className="m-device-facts">
        <dl>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {attributes.length > 0 ? (
          <ul className="m-device-attributes" aria-label="Attributes of the thing">
            {attributes.map(([name, value]) => (
              <li key={name}>
                <span>{name}</span> {value}
              </li>
            ))}
          </ul>
        ) : null}
        {thing ? (
          <div className="m-device-arn">
            <CopyText text={thing.arn} label="thing ARN" display={thing.arn} />
          </div>
        ) : null}
      </div>
    </section>
  )
}

function Health({ device, now }: { device: CoreDeviceDetail; now: number }) {
  const health = deviceHealth(device, now)
  return (
    <div className="m-device-health" data-health={health}>
      <h2>
        <HealthGlyph health={health} size={20} /> {healthText(device, health)}
      </h2>
      <p>
        Last report <Age at={device.lastStatusUpdate} now={now} />
        {device.lastStatusUpdate === null ? null : (
          <span className="meadow-soft">
            , <Timestamp at={device.lastStatusUpdate} />
          </span>
        )}
      </p>
      <ReportGauge at={device.lastStatusUpdate} now={now} />
      <p className="meadow-soft">{healthMeaning[health]}</p>
    </div>
  )
}

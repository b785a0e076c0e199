import type { CSSProperties } from 'react'
import type { CoreDevice } from '#src/domain/core-device.ts'
import { deviceHealth, fleetHealth } from '#src/domain/fleet-health.ts'
import type { Sweep } from '#src/domain/sweep.ts'
import { DeviceField } from '#src/ui/charts/DeviceField.tsx'
import { ageText } from '#src/ui/time-text.ts'
import { healthTones } from './tones.ts'

const tone = (value: string, share?: number) => ({ '--tone': value, '--share': share }) as CSSProperties
const ageTones = ['--healthy', '--healthy', '--healthy', '--stale', '--silent', '--unknown']

/** The fleet in one look: how many, how they are, and how old each word about them is. */
export function FleetPanel({ devices, now }: { devices: Sweep<CoreDevice> | undefined; now: number }) {
  if (!devices)
    return <section className="wall-panel wall-fleet" aria-label="Core devices" aria-busy="true" />
  const health = fleetHealth(devices.rows, now)
  const most = Math.max(1, ...health.byAge.map(bucket => bucket.count))
  return (
    <section className="wall-panel wall-fleet" aria-labelledby="wall-fleet">
      <div className="wall-panel-head">
        <h2 id="wall-fleet">Core devices</h2>
        <span>
          {devices.complete ? 'whole fleet' : `${devices.rows.length} read so far`}, read{' '}
          {ageText(devices.asOf, Date.now())}
        </span>
      </div>
      <div className="wall-sum">
        <strong>{health.total.toLocaleString()}</strong>
        <span>
          {health.healthy.toLocaleString()} healthy and
          <br />
          heard from within 24 h
        </span>
      </div>
      <dl className="wall-legend">
        {healthTones.map(({ health: state, glyph, label, tone: colour }) => (
          <div key={state} style={tone(colour)}>
            <dt>{label}</dt>
            <dd>
              <i aria-hidden="true">{glyph}</i>
              {health[state].toLocaleString()}
            </dd>
          </div>
        ))}
      </dl>
      <div className="wall-field">
        <DeviceField
          cells={devices.rows.map(device => ({ name: device.name, health: deviceHealth(device, now) }))}
        />
      </div>
      <dl className="wall-ages" aria-label="Age of the last report">
        {health.byAge.map((bucket, index) => (
          <div key={bucket.label} style={tone(`var(${ageTones[index]})`, bucket.count / most)}>
            <dd>{bucket.count.toLocaleString()}</dd>
            <dt>{bucket.label}</dt>
          </div>
        ))}
      </dl>
    </section>
  )
}

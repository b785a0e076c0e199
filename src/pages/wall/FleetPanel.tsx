import { useMemo } from 'react'
import type { CoreDevice } from '#src/domain/core-device.ts'
import { deviceHealth, fleetHealth } from '#src/domain/fleet-health.ts'
import type { Sweep } from '#src/domain/sweep.ts'
import { DeviceField } from '#src/ui/charts/DeviceField.tsx'
import { HealthGlyph } from '#src/ui/charts/HealthGlyph.tsx'
import { healthWords } from '#src/ui/charts/health-words.ts'
import { ageText } from '#src/ui/time-text.ts'
import { useCalm } from '#src/ui/use-calm.ts'
import { useNow } from '#src/ui/use-now.ts'
import { ReportAges } from './ReportAges.tsx'
import './fleet-panel.css'

interface FleetPanelProps {
  devices: Sweep<CoreDevice> | undefined
  failed: boolean
  /** The service's time. */
  now: number
}

/** To count and to paint so many takes tens of milliseconds: while they arrive it is done less often. */
const longFleet = 20_000
const tiles = healthWords.filter(({ health }) => health !== 'healthy')
const tileNotes: Record<string, string> = {
  unhealthy: 'a part is broken',
  stale: 'over 24 h',
  silent: 'over 48 h',
  unknown: 'no word of it',
}

/** The fleet in one look: how many are well, who is not, and how old each word about them is. */
export function FleetPanel({ devices, failed, now }: FleetPanelProps) {
  const sweep = useCalm(devices, devices && devices.rows.length > longFleet ? 4_000 : 500)
  const received = useNow()
  // A hundred thousand devices are counted once a minute and with each new list, not with each tick.
  const minute = Math.floor(now / 60_000) * 60_000
  const health = useMemo(() => fleetHealth(sweep?.rows ?? [], minute), [sweep, minute])
  const cells = useMemo(
    () =>
      (sweep?.rows ?? []).map(device => ({
        name: device.name,
        health: deviceHealth(device, minute),
        reportedAt: device.lastStatusUpdate,
      })),
    [sweep, minute],
  )
  const empty = sweep?.complete && sweep.rows.length === 0
  return (
    <section className="wall-panel wall-fleet" aria-labelledby="wall-fleet" aria-busy={!sweep}>
      <div className="wall-panel-head">
        <h2 id="wall-fleet">Core devices</h2>
        {sweep && (
          <span>
            {sweep.complete ? 'whole fleet' : `${sweep.rows.length.toLocaleString()} so far`}, read{' '}
            {ageText(sweep.asOf, received)}
          </span>
        )}
      </div>
      {!sweep || empty ? (
        <p className="wall-none">
          {empty
            ? 'No core devices yet. A device appears after its first report.'
            : failed
              ? 'The fleet could not be read yet.'
              : 'Reading the fleet …'}
        </p>
      ) : (
        <>
          <div className="wall-sum">
            <b>{health.healthy.toLocaleString()}</b>
            <span>
              <span>
                of <strong>{health.total.toLocaleString()}</strong>
                {sweep.complete ? '' : ' read'}
              </span>
              healthy, and heard from
              <br />
              within 24 hours
            </span>
          </div>
          <dl className="wall-tiles">
            {tiles.map(({ health: state, label }) => (
              <div key={state} data-health={state} data-none={health[state] === 0 || undefined}>
                <dt>
                  <HealthGlyph health={state} /> {label}
                  <small>{tileNotes[state]}</small>
                </dt>
                <dd>{health[state].toLocaleString()}</dd>
              </div>
            ))}
          </dl>
          <div className="wall-field">
            <DeviceField cells={cells} now={minute} />
          </div>
          <ReportAges buckets={health.byAge} />
        </>
      )}
    </section>
  )
}

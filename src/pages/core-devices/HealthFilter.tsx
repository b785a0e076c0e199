import { useMemo } from 'react'
import type { CoreDevice } from '#src/domain/core-device.ts'
import { type DeviceHealth, fleetHealth } from '#src/domain/fleet-health.ts'
import type { Sweep } from '#src/domain/sweep.ts'
import { HealthGlyph } from '#src/ui/charts/HealthGlyph.tsx'
import { healthWords } from '#src/ui/charts/health-words.ts'
import { useCalm } from '#src/ui/use-calm.ts'

interface HealthFilterProps {
  devices: Sweep<CoreDevice> | undefined
  /** The service's time. */
  now: number
  chosen: DeviceHealth | null
  /** The service was asked for some of the devices only. */
  selected: boolean
  onChange(health: DeviceHealth | null): void
}

/** The fleet by health in one line: what there is of each, and a press to see only that. */
export function HealthFilter({ devices, now, chosen, selected, onChange }: HealthFilterProps) {
  // A long list comes in many pieces; counting all of it for each would take its time from the list.
  const sweep = useCalm(devices, 400)
  const counts = useMemo(() => fleetHealth(sweep?.rows ?? [], now), [sweep, now])
  const sofar = sweep?.complete === false ? '+' : ''
  const figure = (count: number) => (sweep ? `${count.toLocaleString()}${sofar}` : '–')
  return (
    <fieldset className="m-health">
      <legend className="meadow-visually-hidden">Core devices by health</legend>
      <div className="m-health-bar" aria-hidden="true">
        {healthWords.map(({ health }) =>
          counts[health] > 0 ? (
            <i key={health} data-health={health} style={{ flexGrow: counts[health] }} />
          ) : null,
        )}
      </div>
      <div className="m-health-tiles">
        <button
          type="button"
          className="m-health-tile meadow-focus"
          aria-pressed={chosen === null}
          onClick={() => onChange(null)}
        >
          <strong>{figure(counts.total)}</strong>
          <span>{selected ? 'Of this kind' : 'All'}</span>
        </button>
        {healthWords.map(({ health, label, meaning }) => (
          <button
            key={health}
            type="button"
            className="m-health-tile meadow-focus"
            title={`${label}: ${meaning}`}
            aria-pressed={chosen === health}
            data-none={counts[health] === 0 || undefined}
            onClick={() => onChange(chosen === health ? null : health)}
          >
            <strong>{figure(counts[health])}</strong>
            <span>
              <HealthGlyph health={health} /> {label}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}

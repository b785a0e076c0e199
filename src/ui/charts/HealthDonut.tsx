import './charts.css'
import type { DeviceHealth } from '#src/domain/fleet-health.ts'
import { RouteLink } from '../RouteLink.tsx'
import { arcs } from './arc.ts'
import { HealthGlyph } from './HealthGlyph.tsx'
import { healthWords } from './health-words.ts'

interface HealthDonutProps {
  counts: Record<DeviceHealth, number> & { total: number }
  /** More devices are still being read. */
  partial: boolean
  /** Where a state's devices are listed. */
  linkTo: (health: DeviceHealth) => string
}

/** Core devices by health: a ring, and beside it the same figures as a list of links. */
export function HealthDonut({ counts, partial, linkTo }: HealthDonutProps) {
  const values = healthWords.map(({ health }) => counts[health])
  return (
    <div className="m-donut">
      <div className="m-donut-ring" aria-hidden="true">
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r="41" fill="none" stroke="var(--m-line-soft)" strokeWidth="14" />
          {arcs(values).map(({ path, index }) => (
            <path key={index} d={path} fill={`var(--m-${healthWords[index]?.health})`} />
          ))}
        </svg>
        <div className="m-donut-sum">
          <strong>
            {counts.total.toLocaleString()}
            {partial ? '+' : ''}
          </strong>
          <span>{partial ? 'read so far' : counts.total === 1 ? 'core device' : 'core devices'}</span>
        </div>
      </div>
      <ul className="m-legend">
        {healthWords.map(({ health, label, meaning }) => (
          <li key={health} data-none={counts[health] === 0 || undefined}>
            <HealthGlyph health={health} />
            <span className="m-legend-words">
              <RouteLink to={linkTo(health)} quiet>
                {label}
              </RouteLink>
              <small>{meaning}</small>
            </span>
            <strong>{counts[health].toLocaleString()}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

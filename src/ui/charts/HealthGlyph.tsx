import type { DeviceHealth } from '#src/domain/fleet-health.ts'

/** The sign of a device's health, the same as in the device field: a shape besides the colour. */
export function HealthGlyph({ health, size = 12 }: { health: DeviceHealth; size?: number }) {
  const colour = `var(--m-${health})`
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} aria-hidden="true" className="m-glyph">
      {health === 'healthy' ? <rect width="12" height="12" rx="3" fill={colour} /> : null}
      {health === 'unhealthy' ? (
        <>
          <rect width="12" height="12" rx="3" fill={colour} />
          <path
            d="m3.700 3.700 4.600 4.600m0-4.600L3.700 8.300"
            stroke="#fff"
            strokeWidth="1.500"
            strokeLinecap="round"
          />
        </>
      ) : null}
      {health === 'stale' ? <path d="M0 12V0l12 12z" fill={colour} /> : null}
      {health === 'silent' ? (
        <rect x="1" y="1" width="10" height="10" rx="2.500" fill="none" stroke={colour} strokeWidth="1.800" />
      ) : null}
      {health === 'unknown' ? <circle cx="6" cy="6" r="3" fill={colour} /> : null}
    </svg>
  )
}

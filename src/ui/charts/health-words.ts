import type { DeviceHealth } from '#src/domain/fleet-health.ts'

/** Health in the order of a legend, with what each word covers. */
export const healthWords: { health: DeviceHealth; label: string; meaning: string }[] = [
  { health: 'healthy', label: 'Healthy', meaning: 'reported healthy within 24 h' },
  { health: 'unhealthy', label: 'Unhealthy', meaning: 'a component is broken, by its last report' },
  { health: 'stale', label: 'Stale', meaning: 'healthy once, no report for 24 to 48 h' },
  { health: 'silent', label: 'Silent', meaning: 'no report for more than 48 h' },
  { health: 'unknown', label: 'Unknown', meaning: 'no report that says' },
]

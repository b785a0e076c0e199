import type { DeviceHealth } from '#src/domain/fleet-health.ts'

/** Colour is never alone: each state has a glyph and a word of its own, too. */
export const healthTones: { health: DeviceHealth; glyph: string; label: string; tone: string }[] = [
  { health: 'healthy', glyph: '●', label: 'Healthy', tone: 'var(--healthy)' },
  { health: 'unhealthy', glyph: '▲', label: 'Unhealthy', tone: 'var(--unhealthy)' },
  { health: 'stale', glyph: '◐', label: 'Stale, over 24 h', tone: 'var(--stale)' },
  { health: 'silent', glyph: '○', label: 'Silent, over 48 h', tone: 'var(--silent)' },
  { health: 'unknown', glyph: '?', label: 'Unknown', tone: 'var(--unknown)' },
]

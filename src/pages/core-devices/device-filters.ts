import type { CoreDevice } from '#src/domain/core-device.ts'
import { type DeviceHealth, deviceHealth } from '#src/domain/fleet-health.ts'
import { platformOf } from './device-words.ts'

/** Filters of the list that are applied here; status and runtime are the service's own. */
export interface DeviceFilters {
  health: DeviceHealth | null
  platform: string | null
  /** Names of the chosen thing group's members; `null` where no group is chosen. */
  members: ReadonlySet<string> | null
}

const healths: readonly DeviceHealth[] = ['healthy', 'unhealthy', 'stale', 'silent', 'unknown']

/** A health from a URL; anything else is "any". */
export function readHealth(text: string | undefined): DeviceHealth | null {
  return healths.find(health => health === text) ?? null
}

/** The predicate of the filters at `now` (epoch ms, the service's clock), or undefined where nothing is filtered. */
export function deviceFilter(
  filters: DeviceFilters,
  now: number,
): ((device: CoreDevice) => boolean) | undefined {
  const { health, platform, members } = filters
  if (health === null && platform === null && members === null) return undefined
  return device =>
    (health === null || deviceHealth(device, now) === health) &&
    (platform === null || platformOf(device) === platform) &&
    (members === null || members.has(device.name))
}

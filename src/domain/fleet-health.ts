import type { CoreDevice } from './core-device.ts'

const hour = 3_600_000

/** A nucleus reports at least once a day; one missed report makes it stale, two make it silent. */
const freshness = { staleAfter: 24 * hour, silentAfter: 48 * hour } as const

export type Freshness = 'fresh' | 'stale' | 'silent' | 'unknown'

/**
 * How far a device's last report can be trusted. The service has no offline state: a device that lost power
 * keeps its last status for ever, and only the age of the report tells.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/device-status.html
 */
export function deviceFreshness(lastStatusUpdate: number | null, now: number): Freshness {
  if (lastStatusUpdate === null) return 'unknown'
  const age = now - lastStatusUpdate
  if (age >= freshness.silentAfter) return 'silent'
  return age >= freshness.staleAfter ? 'stale' : 'fresh'
}

export type DeviceHealth = 'healthy' | 'unhealthy' | 'stale' | 'silent' | 'unknown'

/**
 * One word for a device. UNHEALTHY stays so whatever its age; HEALTHY counts only while the report is fresh.
 */
export function deviceHealth(
  device: Pick<CoreDevice, 'status' | 'lastStatusUpdate'>,
  now: number,
): DeviceHealth {
  if (device.status === 'UNHEALTHY') return 'unhealthy'
  if (device.status !== 'HEALTHY') return 'unknown'
  const age = deviceFreshness(device.lastStatusUpdate, now)
  return age === 'fresh' ? 'healthy' : age
}

export interface AgeBucket {
  /** Such as `1-6 h`. */
  label: string
  /** Ages below this many ms (and not in an earlier bucket); `null` for devices without a report. */
  below: number | null
  count: number
}

/** `healthy`, `unhealthy`, `stale`, `silent` and `unknown` add up to `total`; so do the buckets. */
export interface FleetHealth extends Record<DeviceHealth, number> {
  total: number
  byAge: AgeBucket[]
}

const buckets: readonly Omit<AgeBucket, 'count'>[] = [
  { label: 'under 1 h', below: hour },
  { label: '1-6 h', below: 6 * hour },
  { label: '6-24 h', below: freshness.staleAfter },
  { label: '24-48 h', below: freshness.silentAfter },
  { label: 'over 48 h', below: Infinity },
  { label: 'no report', below: null },
]

/** Counts a fleet by health and by the age of the last report, at `now` (epoch ms of the service's clock). */
export function fleetHealth(
  devices: Iterable<Pick<CoreDevice, 'status' | 'lastStatusUpdate'>>,
  now: number,
): FleetHealth {
  const result: FleetHealth = {
    total: 0,
    healthy: 0,
    unhealthy: 0,
    stale: 0,
    silent: 0,
    unknown: 0,
    byAge: buckets.map(bucket => ({ ...bucket, count: 0 })),
  }
  for (const device of devices) {
    result.total++
    result[deviceHealth(device, now)]++
    const age = device.lastStatusUpdate === null ? null : now - device.lastStatusUpdate
    const bucket = result.byAge.find(({ below }) =>
      age === null || below === null ? age === below : age < below,
    )
    bucket!.count++
  }
  return result
}

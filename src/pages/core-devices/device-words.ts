import type { CoreDevice } from '#src/domain/core-device.ts'
import type { DeviceHealth } from '#src/domain/fleet-health.ts'
import { spell } from '#src/ui/status/status-words.ts'

/** `linux / aarch64`; a dash for what the device did not say. */
export function platformOf(device: Pick<CoreDevice, 'platform' | 'architecture'>): string {
  return `${device.platform || '–'} / ${device.architecture || '–'}`
}

/** `aws_nucleus_classic` as people say it. Unknown runtimes keep their own name. */
export function runtimeName(runtime: string): string {
  if (runtime === 'aws_nucleus_classic') return 'Nucleus'
  if (runtime === 'aws_nucleus_lite') return 'Nucleus lite'
  return runtime || 'Not reported'
}

/** One or two words; what an old report said is told as the past. */
export function healthText({ status }: Pick<CoreDevice, 'status'>, health: DeviceHealth): string {
  if (health === 'stale' || health === 'silent') return `${spell(health)}, was ${status.toLowerCase()}`
  return health === 'unknown' && status !== '' && status !== 'HEALTHY' ? spell(status) : spell(health)
}

/** What a device's health means, in a sentence for who looks after it. */
export const healthMeaning: Record<DeviceHealth, string> = {
  healthy: 'No component was broken when it last reported. It reports at least once a day.',
  unhealthy: 'At least one of its components was broken when it last reported.',
  stale: 'It has missed a daily report. What it last said may no longer be so.',
  silent: 'It has missed two daily reports or more. Treat it as out of reach until it reports again.',
  unknown: 'It has not said how it is.',
}

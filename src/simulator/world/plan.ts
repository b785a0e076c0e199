import type { LaterState } from './behaviour.ts'
import type { DeviceState, Outcome } from './records.ts'

/** What a deployment will do on a device. Shared by all devices in the same situation. */
export interface Plan {
  outcome: Outcome
  /** The device afterwards; null if it stays as it is. */
  next: DeviceState | null
  /** Seconds of work on a device of ordinary speed. */
  seconds: number
  /** Seconds before that in which components defer the update, whatever the device's speed. */
  deferred: number
  /** The nucleus restarts on the way. */
  restart: boolean
  /** What components will do after the deployment is over. */
  later: readonly { component: string; states: readonly LaterState[] }[]
}

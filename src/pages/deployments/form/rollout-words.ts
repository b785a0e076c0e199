import { notificationMinute } from '#src/domain/rollout.ts'
import type { AbortCriterion, JobConfiguration } from '#src/domain/deployment.ts'
import { durationText } from '#src/ui/time-text.ts'
import { countText } from '../count-text.ts'

/** How long the telling of a group takes, in words. `size` is the number of devices in the group now. */
export function rolloutWords(config: JobConfiguration | undefined, size: number | null): string | null {
  if (size === null) return null
  if (size === 0) return 'The group is empty now; devices that join it get the deployment at once.'
  const minutes = notificationMinute(config, size)
  const all = size === 1 ? 'The one device is told' : `All ${countText(size, 'device')} are told`
  if (minutes < 0.5) return `${all} at once.`
  const afterSuccess =
    config?.jobExecutionsRolloutConfig?.exponentialRate?.rateIncreaseCriteria.numberOfSucceededThings
  return `${all} after ${afterSuccess ? 'at least ' : 'about '}${durationText(minutes * 60_000)}.`
}

const whatCounts: Record<AbortCriterion['failureType'], string> = {
  FAILED: 'failed',
  REJECTED: 'were rejected',
  TIMED_OUT: 'timed out',
  ALL: 'failed, were rejected or timed out',
}

/** At which count a criterion first can stop the rollout. */
export function abortWords(criterion: AbortCriterion, size: number | null): string {
  const { minNumberOfExecutedThings: minimum, thresholdPercentage: threshold } = criterion
  const first = Math.max(1, Math.ceil((minimum * threshold) / 100))
  const earliest = `Looked at once ${countText(minimum, 'device has', 'devices have')} finished: then ${first} that ${whatCounts[criterion.failureType]} ${first === 1 ? 'is' : 'are'} enough to stop the rest.`
  return size !== null && minimum > size
    ? `${earliest} The group has ${countText(size, 'device')}, so this never stops anything now.`
    : earliest
}

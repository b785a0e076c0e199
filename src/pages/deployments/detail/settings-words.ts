import type { DeploymentPolicies, JobConfiguration } from '#src/domain/deployment.ts'
import { durationText } from '#src/ui/time-text.ts'
import { countText } from '../count-text.ts'
import { abortWords } from '../form/rollout-words.ts'

export interface Pair {
  label: string
  value: string
}

/** How the devices were told, in words. */
export function rolloutPairs(config: JobConfiguration): Pair[] {
  const rollout = config.jobExecutionsRolloutConfig
  const rate = rollout?.exponentialRate
  const criteria = config.abortConfig?.criteriaList ?? []
  const timeout = config.timeoutConfig?.inProgressTimeoutInMinutes
  const growth = rate?.rateIncreaseCriteria.numberOfSucceededThings
    ? `${rate.rateIncreaseCriteria.numberOfSucceededThings} succeeded`
    : `${rate?.rateIncreaseCriteria.numberOfNotifiedThings ?? '?'} told`
  return [
    {
      label: 'Rollout rate',
      value: rate
        ? `From ${rate.baseRatePerMinute} a minute, times ${rate.incrementFactor} after each ${growth}${rollout?.maximumPerMinute ? `, at most ${rollout.maximumPerMinute}` : ''}`
        : rollout?.maximumPerMinute
          ? `${countText(rollout.maximumPerMinute, 'device')} a minute`
          : 'As fast as it goes',
    },
    {
      label: 'Stops when',
      value: criteria.length > 0 ? criteria.map(one => abortWords(one, null)).join(' ') : 'Never by itself',
    },
    { label: 'Time-out', value: timeout ? durationText(timeout * 60_000) : 'None' },
  ]
}

/** What devices do with it, in words. */
export function policyPairs(policies: DeploymentPolicies): Pair[] {
  const update = policies.componentUpdatePolicy
  const validation = policies.configurationValidationPolicy?.timeoutInSeconds
  return [
    {
      label: 'When it fails on a device',
      value: policies.failureHandlingPolicy === 'DO_NOTHING' ? 'Left as it is' : 'Rolls back',
    },
    {
      label: 'Before components are updated',
      value:
        update?.action === 'SKIP_NOTIFY_COMPONENTS'
          ? 'They are not asked'
          : `They are asked, for up to ${durationText((update?.timeoutInSeconds ?? 60) * 1000)}`,
    },
    {
      label: 'Time to validate a configuration',
      value: durationText((validation ?? 30) * 1000),
    },
  ]
}

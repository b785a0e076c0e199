import type { ForeseenImpact } from './foresee/use-fleet-impact.ts'
import type { CurrentRevision } from './use-target.ts'

interface Standing {
  hasErrors: boolean
  baseline: CurrentRevision['phase']
  impact: ForeseenImpact['phase']
  /** All that this request does to the devices has been on screen. */
  shown: boolean
  /** The person goes without that. */
  goesWithout: boolean
  agreedToContradictions: boolean
}

/** Why the deployment cannot be sent yet. What is uninstalled is asked about after that. */
export function reasonToWait(standing: Standing): string | undefined {
  const { hasErrors, baseline, impact, shown, goesWithout, agreedToContradictions } = standing
  if (hasErrors) return 'Something above has to be put right first'
  if (baseline === 'loading') return 'Reading what the target has now'
  if (!shown && !goesWithout && impact !== 'ready') return waiting[impact]
  return agreedToContradictions
    ? undefined
    : 'Say above whether to deploy in spite of the contradicting versions'
}

const waiting: Record<Exclude<ForeseenImpact['phase'], 'ready'>, string> = {
  off: 'Reading what it does to the devices',
  reading: 'Reading what it does to the devices',
  'asked-first': 'Check it against the other deployments first, or say above that you go without',
  failed: 'What it does to the devices could not be read: try again, or say above that you go without',
}

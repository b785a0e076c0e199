import { useEffect, useState } from 'react'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import type { ForeseenImpact } from './foresee/use-fleet-impact.ts'
import { reasonToWait } from './reason-to-wait.ts'
import { type Uninstall, uninstallsOf } from './uninstalls.ts'
import type { CurrentRevision } from './use-target.ts'

/** What a person has to have seen and said before the deployment can be sent. */
export interface Clearance {
  /** Why Deploy cannot be pressed yet. */
  reason: string | undefined
  /** To deploy in spite of contradictions. */
  contradictions: Answer
  /** To deploy although what the devices' other deployments do with it has not been read. */
  unread: Answer
  /** What devices lose; `null` where the target's revision could not be read. */
  uninstalls: Uninstall[] | null
}

export interface Answer {
  given: boolean
  give(yes: boolean): void
}

export function useClearance(
  request: DeploymentRequest,
  baseline: CurrentRevision,
  foreseen: ForeseenImpact,
  hasErrors: boolean,
): Clearance {
  const readOnly = useReadOnlyReason()
  const text = JSON.stringify(request)
  const whole = foreseen.phase === 'ready'
  // What was on screen for this request stays seen while more deployments come into play and are read too.
  const [shown, setShown] = useState('')
  useEffect(() => {
    if (whole) setShown(text)
  }, [whole, text])
  const fresh = (foreseen.impact?.contradictions ?? []).filter(({ before }) => !before)
  // Another contradiction that comes up later has not been seen yet.
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set())
  const agreedToAll = fresh.every(({ message }) => agreed.has(message))
  // Said of one target: another one is another risk.
  const [unreadFor, setUnreadFor] = useState('')
  const unread = unreadFor !== '' && unreadFor === request.targetArn
  return {
    reason:
      readOnly ??
      reasonToWait({
        hasErrors,
        baseline: baseline.phase,
        impact: foreseen.phase,
        shown: shown === text,
        goesWithout: unread,
        agreedToContradictions: agreedToAll,
      }),
    contradictions: {
      given: agreedToAll,
      give: yes => setAgreed(new Set(yes ? fresh.map(({ message }) => message) : [])),
    },
    unread: { given: unread, give: yes => setUnreadFor(yes ? request.targetArn : '') },
    uninstalls:
      baseline.phase === 'failed'
        ? null
        : uninstallsOf(baseline.deployment, request, whole ? foreseen.impact : null),
  }
}

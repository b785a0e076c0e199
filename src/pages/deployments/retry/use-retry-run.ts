import { useCallback, useRef, useState } from 'react'
import { parseRetryPlan, type RetryPlan } from '#src/domain/retry-plan.ts'
import { beginStep, nextActions, recordResult } from '#src/domain/retry-steps.ts'
import { useRetryCalls } from '#src/queries/retry-calls.ts'

/** Calls at the same time; the scheduler holds them to the quota. */
const together = 4

const keyOf = (deploymentId: string) => `meadow.retry.${deploymentId}`

/**
 * A retry plan that survives a reload: it is written down before each call, so that whatever happens in the middle,
 * the next look at the page knows what may have been carried out.
 */
export function useRetryRun(deploymentId: string) {
  const [plan, setPlan] = useState<RetryPlan | null>(() => parseRetryPlan(recall(deploymentId)))
  const [running, setRunning] = useState(false)
  const busy = useRef(false)
  const { call, refresh } = useRetryCalls()

  const keep = useCallback(
    (next: RetryPlan | null) => {
      remember(deploymentId, next)
      setPlan(next)
    },
    [deploymentId],
  )

  const run = async (from: RetryPlan) => {
    if (busy.current) return
    busy.current = true
    setRunning(true)
    let current = from
    keep(current)
    try {
      for (let actions = nextActions(current, together); actions.length > 0; ) {
        for (const action of actions) current = beginStep(current, action)
        keep(current)
        const results = await Promise.all(actions.map(action => call(action)))
        for (const [index, action] of actions.entries()) {
          const result = results[index]
          if (result) current = recordResult(current, action, result)
        }
        keep(current)
        actions = nextActions(current, together)
      }
    } finally {
      busy.current = false
      setRunning(false)
      await refresh()
    }
  }
  return { plan, running, run, forget: () => keep(null) }
}

function recall(deploymentId: string): string | null {
  try {
    return localStorage.getItem(keyOf(deploymentId))
  } catch {
    return null
  }
}

/** Without storage the plan lasts as long as the page. */
function remember(deploymentId: string, plan: RetryPlan | null) {
  try {
    if (plan) localStorage.setItem(keyOf(deploymentId), JSON.stringify(plan))
    else localStorage.removeItem(keyOf(deploymentId))
  } catch {
    // A full or closed storage: the run itself goes on.
  }
}

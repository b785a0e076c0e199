import { useSyncExternalStore } from 'react'
import type { RetryPlan } from '#src/domain/retry-plan.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { useRetryCalls } from '#src/queries/retry-calls.ts'
import { type RetryRun, retryRunsOf } from './retry-runs.ts'

export interface RetryHandle {
  runs: readonly RetryRun[]
  run(plan: RetryPlan): void
  forget(id: string): void
}

/** The retries of this connection, and what carries them out. */
export function useRetryRuns(): RetryHandle {
  const store = retryRunsOf(useConnection().config.name)
  const runs = useSyncExternalStore(store.subscribe, store.snapshot)
  const { call, refresh } = useRetryCalls()
  return {
    runs,
    run: plan => void store.run(plan, call).finally(refresh),
    forget: store.forget,
  }
}

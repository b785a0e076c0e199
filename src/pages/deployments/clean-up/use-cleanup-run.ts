import { useEffect, useRef, useState } from 'react'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { type CleanupOutcome, type CleanupReport, cleanupReport } from '#src/domain/deployment-cleanup.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { useCleanupCalls } from '#src/queries/deployment-cleanup.ts'
import { useConnection } from '#src/queries/connection.tsx'

export interface Cleanup {
  selected: readonly DeploymentSummary[]
  outcomes: ReadonlyMap<string, CleanupOutcome>
  report: CleanupReport
  /** `stopping`: what was sent already is still being answered. */
  phase: 'running' | 'stopping' | 'stopped' | 'done'
  /** Why it stopped by itself. */
  failure: ServiceFailure | null
  /** Epoch ms of the service's clock. */
  begun: number
  /** Of this stretch: calls answered and still to be sent, and how long it has taken in ms. */
  pace: { answered: number; left: number; ms: number }
}

/** Calls at the same time; the scheduler holds them to the quota. */
const together = 4
/** So many failures on end are the service's trouble, not that of single deployments. */
const patience = 5

/** A run over the chosen deployments: one call each, stopped and taken up again at will. It ends with the page. */
export function useCleanupRun() {
  const calls = useCleanupCalls()
  const { serviceClock } = useConnection()
  const [run, setRun] = useState<Cleanup | null>(null)
  const stopped = useRef(false)
  const busy = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )

  const work = async (
    selected: readonly DeploymentSummary[],
    outcomes: Map<string, CleanupOutcome>,
    ids: readonly string[],
    begun: number,
  ) => {
    if (busy.current) return
    busy.current = true
    stopped.current = false
    const queue = [...ids].reverse()
    const since = performance.now()
    let answered = 0
    let inARow = 0
    let failure: ServiceFailure | null = null
    const show = (phase: Cleanup['phase']) =>
      setRun({
        selected,
        outcomes,
        report: cleanupReport(selected, outcomes),
        phase,
        failure,
        begun,
        pace: { answered, left: queue.length, ms: performance.now() - since },
      })
    show('running')
    const worker = async () => {
      for (let id = queue.pop(); id !== undefined; id = stopped.current ? undefined : queue.pop()) {
        const removal = await calls.remove(id)
        outcomes.set(id, removal.outcome)
        answered += 1
        const ok = removal.outcome?.ok || (removal.outcome && !removal.outcome.ok && removal.outcome.missing)
        inARow = ok ? 0 : inARow + 1
        if (removal.failure && (removal.outcome === null || inARow >= patience)) {
          failure ??= removal.failure
          stopped.current = true
        }
        show(stopped.current ? 'stopping' : 'running')
      }
    }
    try {
      await Promise.all(Array.from({ length: together }, worker))
    } finally {
      stopped.current = true
      busy.current = false
      show(queue.length > 0 || failure !== null ? 'stopped' : 'done')
      await calls.refresh()
    }
  }

  return {
    run,
    start: (selected: readonly DeploymentSummary[]) =>
      void work(
        selected,
        new Map(),
        selected.map(({ id }) => id),
        serviceClock.now(),
      ),
    stop: () => {
      stopped.current = true
      setRun(held => held && (held.phase === 'running' ? { ...held, phase: 'stopping' } : held))
    },
    /** What has not been tried. */
    goOn: () => run && void work(run.selected, new Map(run.outcomes), run.report.notSent, run.begun),
    /** These again. */
    retry: (ids: readonly string[]) => run && void work(run.selected, new Map(run.outcomes), ids, run.begun),
    leave: () => setRun(null),
  }
}

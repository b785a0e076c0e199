import { parseRetryPlan, type RetryPlan } from '#src/domain/retry-plan.ts'
import {
  beginStep,
  nextActions,
  type RetryAction,
  type RetryResult,
  recordResult,
} from '#src/domain/retry-steps.ts'

export interface RetryRun {
  plan: RetryPlan
  /** Calls of it are under way from this tab. */
  running: boolean
  /** Another tab is carrying it out, so that this one left it alone. */
  elsewhere: boolean
}

export interface RetryRuns {
  subscribe(listener: () => void): () => void
  /** The same array as long as nothing has changed. */
  snapshot(): readonly RetryRun[]
  /** Carries a plan out until it is done or waits for a person. */
  run(plan: RetryPlan, call: (action: RetryAction) => Promise<RetryResult>): Promise<void>
  forget(id: string): void
}

/** Calls at the same time; the scheduler holds them to the quota. */
const together = 4

const all = new Map<string, RetryRuns>()

/**
 * The retries of a connection, by its name. They belong to the tab and not to a page: a run goes on while somebody
 * looks elsewhere, and every page that has to do with it shows the same.
 */
export function retryRunsOf(connection: string): RetryRuns {
  const known = all.get(connection)
  if (known) return known
  const runs = openRuns(`meadow.retry:${connection}:`)
  all.set(connection, runs)
  return runs
}

/**
 * A plan is written down before each call, so that whatever happens in the middle, the next look at it knows what may
 * have been carried out. Without storage it lasts as long as the tab.
 */
function openRuns(prefix: string): RetryRuns {
  const runs = new Map<string, RetryRun>()
  const listeners = new Set<() => void>()
  let shown: readonly RetryRun[] = []

  const show = () => {
    shown = [...runs.values()].sort((a, b) => (a.plan.groupName < b.plan.groupName ? -1 : 1))
    for (const listener of listeners) listener()
  }
  const put = (plan: RetryPlan, running: boolean) => {
    runs.set(plan.id, { plan, running, elsewhere: false })
    stored(storage => storage.setItem(prefix + plan.id, JSON.stringify(plan)))
    show()
  }
  /** Another tab has moved on, or forgotten. */
  const read = (key: string, text: string | null) => {
    const plan = parseRetryPlan(text)
    const id = key.slice(prefix.length)
    if (runs.get(id)?.running) return
    if (plan) runs.set(id, { plan, running: false, elsewhere: false })
    else runs.delete(id)
  }

  stored(storage => {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    for (const key of keys) if (key.startsWith(prefix)) read(key, storage.getItem(key))
  })
  show()
  globalThis.addEventListener('storage', ({ key, newValue }) => {
    if (!key?.startsWith(prefix)) return
    read(key, newValue)
    show()
  })

  const carryOut = async (from: RetryPlan, call: (action: RetryAction) => Promise<RetryResult>) => {
    let plan = from
    put(plan, true)
    try {
      for (let actions = nextActions(plan, together); actions.length > 0; ) {
        for (const action of actions) plan = beginStep(plan, action)
        put(plan, true)
        const results = await Promise.all(actions.map(action => call(action)))
        for (const [index, action] of actions.entries()) {
          const result = results[index]
          if (result) plan = recordResult(plan, action, result)
        }
        put(plan, true)
        actions = nextActions(plan, together)
      }
    } finally {
      put(plan, false)
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => shown,
    async run(plan, call) {
      if (runs.get(plan.id)?.running) return
      await alone(prefix + plan.id, free => {
        if (free) return carryOut(plan, call)
        runs.set(plan.id, { plan: runs.get(plan.id)?.plan ?? plan, running: false, elsewhere: true })
        show()
        return Promise.resolve()
      })
    },
    forget(id) {
      runs.delete(id)
      stored(storage => storage.removeItem(prefix + id))
      show()
    },
  }
}

function stored(use: (storage: Storage) => void) {
  try {
    use(localStorage)
  } catch {
    // A full or closed storage: the run itself goes on.
  }
}

/** Two tabs must not carry out one plan at the same time. Browsers without locks rely on calls being repeatable. */
async function alone(name: string, work: (free: boolean) => Promise<void>): Promise<void> {
  if (typeof navigator.locks?.request !== 'function') return work(true)
  await navigator.locks.request(name, { ifAvailable: true }, lock => work(lock !== null))
}

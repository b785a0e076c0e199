import type { DemoControl, DemoFault, DemoReset, DemoState } from '#src/queries/demo.ts'

/** Any origin: the simulator goes by the path. */
const base = 'https://simulator.invalid/_simulator'

/** The demo's control route as functions. `onState` hears of every state, the polled ones among them. */
export function createDemoControl(
  fetcher: typeof fetch,
  shared: boolean,
  onState: (state: DemoState) => void,
): DemoControl {
  const listeners = new Set<(change: 'moved' | 'reset') => void>()
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetcher(`${base}/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const said = (await answer.json()) as T & { message?: string }
    if (!answer.ok) throw new Error(said.message ?? `The demo answers HTTP ${answer.status}.`)
    return said
  }
  const change = async (path: string, body: unknown, kind: 'moved' | 'reset' | null = 'moved') => {
    const state = await ask<DemoState>('POST', path, body)
    onState(state)
    if (kind) for (const listener of [...listeners]) listener(kind)
    return state
  }
  return {
    shared,
    state: async () => {
      const state = await ask<DemoState>('GET', 'state')
      onState(state)
      return state
    },
    setSpeed: speed => change('clock', { speed }),
    pause: () => change('clock', { paused: true }),
    resume: () => change('clock', { paused: false }),
    advance: ms => change('clock', { advanceMs: ms }),
    reset: (settings: DemoReset = {}) => change('reset', settings, 'reset'),
    arm: fault => ask<DemoFault>('POST', 'faults', fault),
    disarm: async id => {
      await ask('DELETE', id === undefined ? 'faults' : `faults/${encodeURIComponent(id)}`)
    },
    enforceQuotas: enforced => change('quotas', { enforced }, null),
    expireCredentials: () => change('credentials', { expireNow: true }, null),
    setCredentialLifetime: lifetimeSeconds => change('credentials', { lifetimeSeconds }, null),
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

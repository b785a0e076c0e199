import { type Observable, observable } from './observable.ts'

/** Whether calls can be signed. `expired` is not an error page: whatever is on screen stays, and can go on after. */
export type SessionState =
  | { status: 'active' }
  /** No call is sent. `reason` is a sentence for a person. */
  | { status: 'expired'; reason: string }
  | { status: 'renewing'; reason: string }

export interface Session extends Observable<SessionState> {
  /** What the button says: a guest renews, a person signs in again. */
  readonly renewLabel: string
  /** Grows with each renewal, so that a late answer to an old credential is not taken for news. */
  generation(): number
  expire(reason: string): void
  /** New credentials. On failure the session stays expired, with the new reason; the promise never rejects. */
  renew(): Promise<SessionState>
  /** Ends the session where there is one to end (a user pool's); null for a guest. */
  signOut: (() => Promise<void>) | null
}

export interface SessionParts {
  renewLabel: string
  /** Forgets what it has and asks for new credentials; rejects if there are none to be had. */
  obtain(): Promise<unknown>
  reasonOf(error: unknown): string
  signOut: (() => Promise<void>) | null
}

export function createSession(parts: SessionParts): Session {
  const state = observable<SessionState>({ status: 'active' })
  let generation = 0
  let renewal: Promise<SessionState> | null = null
  const renew = async () => {
    const before = state.get()
    state.set({ status: 'renewing', reason: before.status === 'active' ? '' : before.reason })
    try {
      await parts.obtain()
      generation += 1
      state.set({ status: 'active' })
    } catch (error) {
      state.set({ status: 'expired', reason: parts.reasonOf(error) })
    } finally {
      renewal = null
    }
    return state.get()
  }
  return {
    get: state.get,
    subscribe: state.subscribe,
    renewLabel: parts.renewLabel,
    generation: () => generation,
    expire: reason => {
      if (state.get().status === 'active') state.set({ status: 'expired', reason })
    },
    renew: () => {
      renewal ??= renew()
      return renewal
    },
    signOut: parts.signOut,
  }
}

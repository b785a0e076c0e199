import { useEffect, useRef, useState } from 'react'
import { abandonedDrafts, type Draft, draftKey, readDraft } from './draft.ts'
import type { DeploymentForm } from './form-model.ts'

export interface DraftStore {
  /** What an earlier visit left, if anything. */
  found: Draft | null
  save(form: DeploymentForm): void
  /** The browser has no room for a draft or allows none. */
  unkept: boolean
  /** The token of the submission, kept through reloads with the form it belongs to. */
  token: Draft['token']
  setToken(token: Draft['token']): void
  clear(): void
}

/** Keeps the form in the browser, for whichever tab asks next. Where storage is refused there is no draft, and it says so; the form is whole. */
export function useDraft(connection: string, origin: string): DraftStore {
  const key = draftKey(connection, origin)
  const [found] = useState(() => readDraft(stored(key)))
  const token = useRef<Draft['token']>(found?.token ?? null)
  const latest = useRef<DeploymentForm | null>(found?.form ?? null)
  const [unkept, setUnkept] = useState(false)
  const [store] = useState(() => ({
    save(form: DeploymentForm) {
      latest.current = form
      setUnkept(!put(key, { form, saved: Date.now(), token: token.current }))
    },
    setToken(value: Draft['token']) {
      token.current = value
      if (latest.current) setUnkept(!put(key, { form: latest.current, saved: Date.now(), token: value }))
    },
    clear() {
      latest.current = null
      token.current = null
      try {
        localStorage.removeItem(key)
      } catch {
        // Nothing was stored where storing is refused.
      }
    },
  }))
  return {
    ...store,
    found,
    unkept,
    get token() {
      return token.current
    },
  }
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Whether it could be stored: it may be full or refused. */
function put(key: string, draft: Draft): boolean {
  try {
    for (const old of abandonedDrafts(localStorage, Date.now())) localStorage.removeItem(old)
    localStorage.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** Writes the form whenever it changes. */
export function useSavedForm(store: Pick<DraftStore, 'save'>, form: DeploymentForm | null) {
  const { save } = store
  useEffect(() => {
    if (form) save(form)
  }, [form, save])
}

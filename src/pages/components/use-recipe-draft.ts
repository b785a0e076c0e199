import { useCallback, useEffect, useRef, useState } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { draftToGoOn } from './opening-recipe.ts'
import { draftStore, type PublishIntent, type RecipeDraft, type TagEntry } from './recipe-draft.ts'

const saveAfter = 400

interface Start {
  text: string
  format: RecipeFormat
}

type WorkChange = Partial<Pick<RecipeDraft, 'text' | 'format' | 'tags' | 'intent'>>

export interface RecipeWork {
  text: string
  format: RecipeFormat
  tags: readonly TagEntry[]
  /** When the draft that was brought back had been saved; null if there was none, or its notice is done with. */
  restored: number | null
  /** The browser keeps no drafts. */
  unkept: boolean
  /** Differs from what the page opened with, or from what was published last. */
  dirty: boolean
  intent: PublishIntent | null
  /** A function is given the work as it then stands, so that of two changes at once none is lost. */
  change(next: WorkChange | ((before: Pick<RecipeDraft, 'text'>) => WorkChange)): void
  dismissRestored(): void
  /** Back to what the page offered at first. */
  startOver(): void
  /** The work as it stands is published, or given up: nothing is kept of it. */
  settle(): void
}

/** What is being written, kept in the browser until it is published or given up. */
export function useRecipeDraft(from: string, start: Start): RecipeWork {
  const connection = useConnection()
  const [store] = useState(() => draftStore(() => globalThis.localStorage, connection.config.name, from))
  const [found] = useState(() => draftToGoOn(store, start))
  const blank: Omit<RecipeDraft, 'savedAt'> = { ...start, tags: [], intent: null }
  const [work, setWork] = useState<Omit<RecipeDraft, 'savedAt'>>(found ?? blank)
  const [base, setBase] = useState<{ text: string; tags: readonly TagEntry[] }>({
    text: start.text,
    tags: [],
  })
  const [restored, setRestored] = useState(found?.savedAt ?? null)
  const [unkept, setUnkept] = useState(false)
  const dirty = work.text !== base.text || sameTags(work.tags, base.tags) === false

  const latest = useRef({ work, dirty })
  latest.current = { work, dirty }
  const save = useCallback(() => {
    const { work: now, dirty: differs } = latest.current
    if (differs) setUnkept(!store.write({ ...now, savedAt: Date.now() }))
    else store.discard()
  }, [store])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the work starts the wait anew
  useEffect(() => {
    const timer = setTimeout(save, saveAfter)
    return () => clearTimeout(timer)
  }, [work, dirty, save])
  useEffect(() => {
    // A tab may be closed, or thrown away by a phone, before the wait is over.
    addEventListener('pagehide', save)
    return () => {
      removeEventListener('pagehide', save)
      save()
    }
  }, [save])

  return {
    ...work,
    restored,
    unkept,
    dirty,
    change: next => setWork(before => ({ ...before, ...(typeof next === 'function' ? next(before) : next) })),
    dismissRestored: () => setRestored(null),
    startOver() {
      setWork(blank)
      setBase({ text: start.text, tags: [] })
      setRestored(null)
      store.discard()
    },
    settle() {
      setBase({ text: latest.current.work.text, tags: latest.current.work.tags })
      latest.current.dirty = false
      setRestored(null)
      store.discard()
    },
  }
}

const sameTags = (a: readonly TagEntry[], b: readonly TagEntry[]) =>
  a.length === b.length && a.every((tag, index) => tag.key === b[index]?.key && tag.value === b[index].value)

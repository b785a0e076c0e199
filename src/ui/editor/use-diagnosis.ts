import { startTransition, useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { Diagnosis, KnownComponents, RecipeQuestion } from './assist-protocol.ts'
import { holdAssistant, knownComponents, watchKnownComponents } from './assistant.ts'
import { latestOnly } from './latest-only.ts'

export interface CheckedText extends Diagnosis, RecipeQuestion {}

const parts = ['problems', 'outline', 'recipe'] as const

/** What did not change stays the same object, so that what shows it need not render again. */
function next(before: CheckedText, checked: CheckedText): CheckedText {
  const kept = parts.filter(part => JSON.stringify(before[part]) === JSON.stringify(checked[part]))
  return { ...checked, ...Object.fromEntries(kept.map(part => [part, before[part]])) }
}

/**
 * The newest finished check of a text that changes; null before the first. `checked.text` tells which text it was about.
 * `ask` has a text checked that comes here with a render yet to be: that render, and the completions that the same key asks
 * for, would come first.
 */
export function useDiagnosis(text: string, format: RecipeFormat) {
  const [checked, setChecked] = useState<CheckedText | null>(null)
  const known = useSyncExternalStore(watchKnownComponents, knownComponents)
  const check = useRef<(question: RecipeQuestion) => void>(() => undefined)
  const asked = useRef<(RecipeQuestion & { known: KnownComponents }) | null>(null)

  useLayoutEffect(() => {
    const { assistant, release } = holdAssistant()
    let closed = false
    check.current = latestOnly(
      question => assistant.ask('diagnose', question),
      (question, diagnosis) => {
        if (closed || !diagnosis) return
        const checked = { ...question, ...diagnosis }
        // In slices: a key pressed meanwhile comes first.
        startTransition(() => setChecked(before => (before ? next(before, checked) : checked)))
      },
    )
    return () => {
      closed = true
      asked.current = null
      release()
    }
  }, [])

  const ask = useCallback((text: string, format: RecipeFormat) => {
    const before = asked.current
    const known = knownComponents()
    if (before?.text === text && before.format === format && before.known === known) return
    asked.current = { text, format, known }
    check.current({ text, format })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what becomes known of components changes the verdict, too
  useLayoutEffect(() => ask(text, format), [ask, text, format, known])
  return { checked, ask }
}

import { startTransition, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { Diagnosis, RecipeQuestion } from './assist-protocol.ts'
import { holdAssistant, knownComponents, watchKnownComponents } from './assistant.ts'
import { latestOnly } from './latest-only.ts'

export interface CheckedText extends Diagnosis, RecipeQuestion {}

const parts = ['problems', 'outline', 'recipe'] as const

/** What did not change stays the same object, so that what shows it need not render again. */
function next(before: CheckedText, checked: CheckedText): CheckedText {
  const kept = parts.filter(part => JSON.stringify(before[part]) === JSON.stringify(checked[part]))
  return { ...checked, ...Object.fromEntries(kept.map(part => [part, before[part]])) }
}

/** The newest finished check of a text that changes; null before the first. `text` tells which text it was about. */
export function useDiagnosis(text: string, format: RecipeFormat): CheckedText | null {
  const [checked, setChecked] = useState<CheckedText | null>(null)
  const ask = useRef<(question: RecipeQuestion) => void>(() => undefined)
  const known = useSyncExternalStore(watchKnownComponents, knownComponents)

  useLayoutEffect(() => {
    const { assistant, release } = holdAssistant()
    let closed = false
    ask.current = latestOnly(
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
      release()
    }
  }, [])

  // With the commit itself: an effect after the paint comes behind the completions that the same key asks for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what becomes known of components changes the verdict, too
  useLayoutEffect(() => ask.current({ text, format }), [text, format, known])
  return checked
}

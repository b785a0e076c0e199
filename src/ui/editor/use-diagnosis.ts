import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Diagnosis, RecipeQuestion } from './assist-protocol.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { holdAssistant, knownComponents, watchKnownComponents } from './assistant.ts'
import { latestOnly } from './latest-only.ts'

export interface CheckedText extends Diagnosis, RecipeQuestion {}

/** What did not change stays the same array, so that what shows it need not render again. */
function next(before: CheckedText | null, checked: CheckedText): CheckedText {
  const same = (key: 'problems' | 'outline') => JSON.stringify(before?.[key]) === JSON.stringify(checked[key])
  return {
    ...checked,
    problems: before && same('problems') ? before.problems : checked.problems,
    outline: before && same('outline') ? before.outline : checked.outline,
  }
}

/** The newest finished check of a text that changes; null before the first. `text` tells which text it was about. */
export function useDiagnosis(text: string, format: RecipeFormat): CheckedText | null {
  const [checked, setChecked] = useState<CheckedText | null>(null)
  const ask = useRef<(question: RecipeQuestion) => void>(() => undefined)
  const known = useSyncExternalStore(watchKnownComponents, knownComponents)

  useEffect(() => {
    const { assistant, release } = holdAssistant()
    let closed = false
    ask.current = latestOnly(
      question => assistant.ask('diagnose', question),
      (question, diagnosis) => {
        if (!closed && diagnosis) setChecked(before => next(before, { ...question, ...diagnosis }))
      },
    )
    return () => {
      closed = true
      release()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what becomes known of components changes the verdict, too
  useEffect(() => ask.current({ text, format }), [text, format, known])
  return checked
}

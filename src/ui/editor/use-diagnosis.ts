import { useEffect, useRef, useState } from 'react'
import type { Diagnosis, DiagnosisAnswer, DiagnosisAsk } from './diagnose.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { latestOnly } from './latest-only.ts'

interface Question {
  text: string
  format: RecipeFormat
}

export interface CheckedText extends Diagnosis, Question {}

interface Checker {
  check(question: Question): Promise<Diagnosis>
  close(): void
}

/** Checks in a worker of its own; where there is none to be had, on the main thread. */
function openChecker(): Checker {
  const onMainThread = async (question: Question) => {
    const { diagnose } = await import('./diagnose.ts')
    return diagnose(question.text, question.format)
  }
  let worker: Worker | null = null
  const waiting = new Map<
    number,
    { question: Question; resolve(answer: Diagnosis | Promise<Diagnosis>): void }
  >()
  try {
    worker = new Worker(new URL('./diagnostics-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return { check: onMainThread, close: () => undefined }
  }
  worker.onmessage = (event: MessageEvent<DiagnosisAnswer>) => {
    const asked = waiting.get(event.data.id)
    waiting.delete(event.data.id)
    asked?.resolve(event.data.diagnosis ?? onMainThread(asked.question))
  }
  worker.onerror = () => {
    worker?.terminate()
    worker = null
    for (const asked of waiting.values()) asked.resolve(onMainThread(asked.question))
    waiting.clear()
  }
  let serial = 0
  return {
    check(question) {
      if (!worker) return onMainThread(question)
      serial += 1
      const ask: DiagnosisAsk = { id: serial, ...question }
      return new Promise(resolve => {
        waiting.set(ask.id, { question, resolve })
        worker?.postMessage(ask)
      })
    },
    close: () => worker?.terminate(),
  }
}

/** Problems that did not change stay the same array, so that what shows them need not render again. */
function next(before: CheckedText | null, checked: CheckedText): CheckedText {
  const same = before && JSON.stringify(before.problems) === JSON.stringify(checked.problems)
  return same ? { ...checked, problems: before.problems } : checked
}

/** The newest finished check of a text that changes; null before the first. `text` tells which text it was about. */
export function useDiagnosis(text: string, format: RecipeFormat): CheckedText | null {
  const [checked, setChecked] = useState<CheckedText | null>(null)
  const ask = useRef<(question: Question) => void>(() => undefined)

  useEffect(() => {
    const checker = openChecker()
    let closed = false
    ask.current = latestOnly(checker.check, (question, diagnosis) => {
      if (!closed && diagnosis) setChecked(before => next(before, { ...question, ...diagnosis }))
    })
    return () => {
      closed = true
      checker.close()
    }
  }, [])

  useEffect(() => ask.current({ text, format }), [text, format])
  return checked
}

import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { DeploymentForm, FieldProblem } from './form-model.ts'
import type { StepId } from './steps.ts'

type FormView = 'form' | 'json'

/** Whether the deployment is shown as fields or as JSON, by the URL. */
export function useView(): { view: FormView; go(next: FormView, step?: StepId): void } {
  const [search, setSearch] = useSearchParams()
  return {
    view: search.get('view') === 'json' ? 'json' : 'form',
    go: (next, step) =>
      setSearch(held => {
        const params = new URLSearchParams(held)
        if (next === 'json') params.set('view', 'json')
        else params.delete('view')
        if (step) params.set('step', step)
        return params
      }),
  }
}

/** The view, and what has been typed as JSON. */
export function useFormView(change: (update: (form: DeploymentForm) => DeploymentForm) => void) {
  const { view, go } = useView()
  // Kept as it was typed, with its blanks and its slips, until the form says something else.
  const [typed, setTyped] = useState<{ text: string; readable: boolean } | null>(null)
  return {
    view,
    go,
    typed: typed?.text ?? null,
    type(text: string | null, form: DeploymentForm | null) {
      setTyped(text === null ? null : { text, readable: form !== null })
      if (form) change(() => form)
    },
    /** Changes made in the fields: they are what counts from then on. */
    change(update: (form: DeploymentForm) => DeploymentForm) {
      setTyped(null)
      change(update)
    },
    forget: () => setTyped(null),
    unreadable: typed !== null && !typed.readable,
  }
}

/** Nothing is deployed while something was typed that it does not hold. */
export const unreadableJson: FieldProblem = {
  field: '',
  message: 'What was typed as JSON cannot be read, so it is not part of the deployment.',
  severity: 'error',
}

import type { LambdaProblem } from '#src/domain/check-lambda-source.ts'
import type { LambdaSourceForm } from '#src/domain/lambda-source.ts'
import { valueAtField } from './lambda-draft.ts'

/** What each part of the form is given. */
export interface LambdaPart {
  form: LambdaSourceForm
  set(change: Partial<LambdaSourceForm>): void
  /** Message for a field by its path, '' if all is well with it. */
  error(field: string): string
  warning(field: string): string
}

/** Messages by field. What is merely not filled in yet is said only once somebody wanted to publish. */
export function fieldMessages(
  form: LambdaSourceForm,
  problems: readonly LambdaProblem[],
  tried: boolean,
): Pick<LambdaPart, 'error' | 'warning'> {
  const shown = (field: string) => {
    const value = valueAtField(form, field)
    return tried || !(value === '' || value === undefined)
  }
  const say = (severity: LambdaProblem['severity']) => (field: string) =>
    shown(field)
      ? (problems.find(problem => problem.field === field && problem.severity === severity)?.message ?? '')
      : ''
  return { error: say('error'), warning: say('warning') }
}

/** A list with one item changed. */
export const changed = <T>(items: readonly T[], index: number, change: Partial<T>): T[] =>
  items.map((item, at) => (at === index ? { ...item, ...change } : item))

export const without = <T>(items: readonly T[], index: number): T[] => items.filter((_, at) => at !== index)

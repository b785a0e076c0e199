import { emptyLambdaSource, type LambdaSourceForm } from '#src/domain/lambda-source.ts'

/** The form as it is kept in a draft. */
export const lambdaDraftText = (form: LambdaSourceForm): string => JSON.stringify(form)

export const emptyLambdaDraft = lambdaDraftText(emptyLambdaSource)

/** The form of a draft's text; what is missing or of another kind has its default. */
export function lambdaDraftForm(text: string): LambdaSourceForm {
  let stored: unknown
  try {
    stored = JSON.parse(text)
  } catch {
    return emptyLambdaSource
  }
  if (typeof stored !== 'object' || stored === null) return emptyLambdaSource
  const values = stored as Record<string, unknown>
  const kept = Object.entries(emptyLambdaSource).map(([key, fallback]) => {
    const value = values[key]
    const same = Array.isArray(fallback) ? Array.isArray(value) : typeof value === typeof fallback
    return [key, same ? value : fallback]
  })
  return Object.fromEntries(kept) as LambdaSourceForm
}

/** The value at a path such as `volumes[0].sourcePath`; undefined where there is none. */
export function valueAtField(form: LambdaSourceForm, field: string): unknown {
  const keys = field.split(/[.[\]]+/).filter(Boolean)
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    form,
  )
}

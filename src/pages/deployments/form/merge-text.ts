import { parseMerge } from '#src/domain/configuration-merge.ts'

/** Line and column, from 1, of a character counted from 0. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** Why a merge text cannot be sent, with the place; undefined if it can, or if there is none. */
export function mergeProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined
  const read = parseMerge(text)
  if (read.ok) return undefined
  const { line, column } = positionAt(text, read.offset)
  return `Line ${line}, column ${column}: ${read.message}`
}

/** The text laid out with two spaces, or as it was if it does not parse. */
export function formatted(text: string): string {
  const read = parseMerge(text)
  return read.ok ? JSON.stringify(read.value, null, 2) : text
}

/** The parsed merge, or undefined where there is none to apply. */
export function mergeValue(text: string): unknown {
  const read = text.trim() === '' ? null : parseMerge(text)
  return read?.ok ? read.value : undefined
}

/** The default configuration that a recipe in JSON declares. */
export function defaultsOf(recipe: string | undefined): unknown {
  if (recipe === undefined) return undefined
  try {
    const read = JSON.parse(recipe) as { ComponentConfiguration?: { DefaultConfiguration?: unknown } } | null
    return read?.ComponentConfiguration?.DefaultConfiguration ?? {}
  } catch {
    return undefined
  }
}

import type { TextRange } from '#src/domain/recipe/problem.ts'
import { rangeBetween } from '#src/ui/editor/text-edits.ts'

/** Where an artifact's URI stands in a recipe's text: its first mention outside a comment. */
export function artifactRange(text: string, uri: string): TextRange | null {
  for (let at = text.indexOf(uri); uri && at !== -1; at = text.indexOf(uri, at + 1)) {
    const lineStart = text.lastIndexOf('\n', at) + 1
    const next = text[at + uri.length] ?? '\n'
    if (/^\s*#/.test(text.slice(lineStart, at)) || /[\w./-]/.test(next)) continue
    return rangeBetween(text, at, at + uri.length)
  }
  return null
}

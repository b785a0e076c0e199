import type { IRange } from 'monaco-editor/editor'
import type { TextRange } from '#src/domain/recipe/problem.ts'

/** A range of the domain as Monaco writes it; both count from 1 with exclusive ends. */
export function toRange(range: TextRange): IRange {
  return {
    startLineNumber: range.startLine,
    startColumn: range.startColumn,
    endLineNumber: range.endLine,
    endColumn: range.endColumn,
  }
}

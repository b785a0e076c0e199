import type { TextEdit, TextRange } from '#src/domain/recipe/problem.ts'

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Offset in UTF-16 units of a line and column; a place beyond the text is drawn back to its end. */
export function offsetAt(text: string, line: number, column: number): number {
  const starts = lineStarts(text)
  const index = Math.max(0, Math.min(line - 1, starts.length - 1))
  const start = starts[index] ?? 0
  const end = (starts[index + 1] ?? text.length + 1) - 1
  return Math.max(start, Math.min(start + column - 1, end))
}

export function rangeOffsets(text: string, range: TextRange): { start: number; end: number } {
  const start = offsetAt(text, range.startLine, range.startColumn)
  return { start, end: Math.max(start, offsetAt(text, range.endLine, range.endColumn)) }
}

/** The range between two offsets of a text. */
export function rangeBetween(text: string, start: number, end: number): TextRange {
  const place = (offset: number) => {
    const before = text.slice(0, offset)
    const lastBreak = before.lastIndexOf('\n')
    return { line: before.split('\n').length, column: offset - lastBreak }
  }
  const from = place(start)
  const to = place(end)
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

/** Applies edits that were all computed against `text`; where two overlap, the later one in the text is left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const placed = edits
    .map(edit => ({ ...rangeOffsets(text, edit.range), text: edit.text }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let out = ''
  let at = 0
  for (const edit of placed) {
    if (edit.start < at) continue
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at)
}

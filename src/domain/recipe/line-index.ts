import type { Span } from './document.ts'
import type { TextRange } from './problem.ts'

/** Turns offsets of one text into lines and columns. */
export interface LineIndex {
  range(span: Span): TextRange
}

export function lineIndex(text: string): LineIndex {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  const lineOf = (offset: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const clamp = (offset: number) => Math.max(0, Math.min(offset, text.length))
  return {
    range(span) {
      const start = clamp(span.start)
      const end = Math.max(start, clamp(span.end))
      const [first, last] = [lineOf(start), lineOf(end)]
      return {
        startLine: first + 1,
        startColumn: start - starts[first]! + 1,
        endLine: last + 1,
        endColumn: end - starts[last]! + 1,
      }
    },
  }
}

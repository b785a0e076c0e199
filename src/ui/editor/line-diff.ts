export interface DiffLine {
  change: 'same' | 'added' | 'removed'
  text: string
  /** Line numbers from 1, where the line exists. */
  before: number | null
  after: number | null
}

/** Longest common subsequence by lengths of its tails; texts beyond this many cells are shown as replaced whole. */
const mostCells = 4_000_000

function tails(before: readonly string[], after: readonly string[]): Uint32Array[] | null {
  if (before.length * after.length > mostCells) return null
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [row, below] = [table[i]!, table[i + 1]!]
      row[j] = before[i] === after[j] ? below[j + 1]! + 1 : Math.max(below[j]!, row[j + 1]!)
    }
  return table
}

/** What became of the lines of a text, in the order in which one reads them: removed before added. */
export function lineDiff(beforeText: string, afterText: string): DiffLine[] {
  const before = beforeText.split('\n')
  const after = afterText.split('\n')
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1
  const lines: DiffLine[] = []
  const same = (i: number, j: number) =>
    lines.push({ change: 'same', text: before[i] ?? '', before: i + 1, after: j + 1 })
  for (let k = 0; k < head; k += 1) same(k, k)
  const [endBefore, endAfter] = [before.length - tail, after.length - tail]
  const table = tails(before.slice(head, endBefore), after.slice(head, endAfter))
  let [i, j] = [head, head]
  while (i < endBefore || j < endAfter) {
    const rest = (di: number, dj: number) => table?.[i - head + di]?.[j - head + dj] ?? 0
    if (i < endBefore && j < endAfter && table && before[i] === after[j]) {
      same(i, j)
      i += 1
      j += 1
    } else if (i < endBefore && (j >= endAfter || rest(1, 0) >= rest(0, 1))) {
      lines.push({ change: 'removed', text: before[i] ?? '', before: i + 1, after: null })
      i += 1
    } else {
      lines.push({ change: 'added', text: after[j] ?? '', before: null, after: j + 1 })
      j += 1
    }
  }
  for (let k = 0; k < tail; k += 1) same(endBefore + k, endAfter + k)
  return lines
}

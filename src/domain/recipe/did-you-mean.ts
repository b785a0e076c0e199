function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

/** The choice that is nearest to what was written, ignoring case; `null` if none is near enough to be meant. */
export function didYouMean(written: string, choices: readonly string[]): string | null {
  const folded = written.toLowerCase()
  const ranked = choices
    .map(choice => ({ choice, far: distance(folded, choice.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(1, Math.floor(written.length / 3)) ? best.choice : null
}

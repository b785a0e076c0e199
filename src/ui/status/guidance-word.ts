/** A word for a version that its vendor no longer stands behind; null for any other. */
export function guidanceWord(guidance: string | undefined): 'Discontinued' | 'Withdrawn' | null {
  if (guidance === 'DISCONTINUED') return 'Discontinued'
  return guidance === 'DELETED' ? 'Withdrawn' : null
}

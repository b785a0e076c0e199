import Badge from '@cloudscape-design/components/badge'
import { guidanceWord } from './guidance-word.ts'

/** Marks a version that its vendor discontinued or withdrew; nothing for any other. */
export function GuidanceBadge({ guidance }: { guidance: string | undefined }) {
  const word = guidanceWord(guidance)
  if (!word) return null
  return <Badge color={word === 'Withdrawn' ? 'severity-high' : 'severity-medium'}>{word}</Badge>
}

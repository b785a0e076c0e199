import { ageText } from '../time-text.ts'
import { useNow } from '../use-now.ts'
import type { ListState } from './list-state.ts'
import { coverage } from './list-words.ts'

interface DataAgeProps {
  state: ListState
  total: number
  plural: string
}

/** "All deployments, received 12 s ago": what a list covers and how old it is. */
export function DataAge({ state, total, plural }: DataAgeProps) {
  const now = useNow()
  // A line in every phase, so that nothing below moves when the first rows come.
  if (state.phase !== 'ready')
    return <span className="meadow-data-age">{state.phase === 'loading' ? 'Reading' : 'Not read'}</span>
  return (
    <span className="meadow-data-age" data-refreshing={state.refreshing || undefined}>
      {coverage(state, total, plural)}
      {state.asOf === null ? '' : `, received ${ageText(state.asOf, now)}`}
      {state.refreshing && state.complete ? ' · refreshing' : ''}
    </span>
  )
}

/** The same for a single answer: "received 12 s ago". `at` is epoch ms of this computer's clock. */
export function ReceivedAge({ at, refreshing = false }: { at: number | null; refreshing?: boolean }) {
  const now = useNow()
  if (at === null) return null
  return (
    <span className="meadow-data-age">
      received {ageText(at, now)}
      {refreshing ? ' · refreshing' : ''}
    </span>
  )
}

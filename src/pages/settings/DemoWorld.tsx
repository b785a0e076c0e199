import Box from '@cloudscape-design/components/box'
import type { DemoState } from '#src/queries/demo.ts'

const kept: Record<DemoState['journal']['state'], string> = {
  on: 'Changes outlive a reload: this browser keeps a journal of them.',
  full: 'The journal of changes is full: changes from now on are lost with a reload.',
  failed: 'This browser keeps no journal: changes are lost with a reload.',
  off: 'Changes are lost with a reload.',
}

/** What the world holds, and whether it lasts. */
export function DemoWorld({ state }: { state: DemoState }) {
  const counts = Object.entries(state.counts).map(
    ([table, count]) => `${count.toLocaleString()} ${spaced(table)}`,
  )
  return (
    <Box color="text-body-secondary" fontSize="body-s">
      In this world: {counts.join(', ')}. {state.requests.total.toLocaleString()} requests answered.{' '}
      {kept[state.journal.state]}
    </Box>
  )
}

const spaced = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

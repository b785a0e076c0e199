import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { componentWords } from './status-words.ts'

/** The state of an installed component, or the cloud state of a component version. */
export function ComponentState({ state }: { state: string }) {
  const words = componentWords(state)
  return <StatusIndicator type={words.type}>{words.text}</StatusIndicator>
}

import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { executionWords } from './status-words.ts'

/** What a deployment did on one device: a Greengrass or IoT job execution status. */
export function ExecutionStatus({ status }: { status: string }) {
  const words = executionWords(status)
  return <StatusIndicator type={words.type}>{words.text}</StatusIndicator>
}

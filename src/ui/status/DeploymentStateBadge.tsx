import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { derivedStateType, serviceStateWords } from './status-words.ts'

interface DeploymentStateBadgeProps {
  /** What domain/deployment-state.ts derived from the deployment and its job. */
  state: { state: string; label: string; detail?: string }
}

/** How a deployment really stands: derived from its devices, not from the service's ACTIVE. */
export function DeploymentStateBadge({ state }: DeploymentStateBadgeProps) {
  return (
    <span title={state.detail}>
      <StatusIndicator type={derivedStateType(state.state)}>{state.label}</StatusIndicator>
    </span>
  )
}

/** The service's own word, where nothing better is known yet. It says "in force", not "good". */
export function ServiceStateBadge({ status }: { status: string }) {
  const words = serviceStateWords(status)
  return <StatusIndicator type={words.type}>{words.text}</StatusIndicator>
}

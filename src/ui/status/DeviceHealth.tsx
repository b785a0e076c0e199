import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { deviceFreshness, deviceHealth } from '#src/domain/fleet-health.ts'
import { Age } from './Age.tsx'
import { spell } from './status-words.ts'

interface DeviceHealthProps {
  status: string
  lastStatusUpdate: number | null
  now: number
}

const types: Record<ReturnType<typeof deviceHealth>, StatusIndicatorProps.Type> = {
  healthy: 'success',
  unhealthy: 'error',
  stale: 'pending',
  silent: 'stopped',
  unknown: 'info',
}

/**
 * What a core device last said of itself, and how long ago. A device that is switched off keeps its last status,
 * so the words change with the age: after 48 hours the status is a memory, not a fact.
 */
export function DeviceHealth({ status, lastStatusUpdate, now }: DeviceHealthProps) {
  const type = types[deviceHealth({ status, lastStatusUpdate }, now)]
  const freshness = deviceFreshness(lastStatusUpdate, now)
  if (freshness === 'unknown')
    return <StatusIndicator type={type}>{spell(status)}, age not known</StatusIndicator>
  return (
    <StatusIndicator type={type}>
      {freshness === 'silent' ? `Silent, was ${status.toLowerCase()} ` : null}
      {freshness === 'stale' ? `Stale, ${status.toLowerCase()} ` : null}
      {freshness === 'fresh' ? `${spell(status)} ` : null}
      <Age at={lastStatusUpdate} now={now} />
    </StatusIndicator>
  )
}

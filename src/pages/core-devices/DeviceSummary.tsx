import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { CoreDeviceDetail } from '#src/domain/core-device.ts'
import type { Thing } from '#src/queries/things.ts'
import { CopyText } from '#src/ui/CopyText.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { Timestamp } from '#src/ui/Timestamp.tsx'
import { runtimeName } from './core-device-columns.tsx'

interface DeviceSummaryProps {
  device: CoreDeviceDetail | undefined
  thing: Thing | undefined
  now: number
}

export function DeviceSummary({ device, thing, now }: DeviceSummaryProps) {
  const attributes = Object.entries(thing?.attributes ?? {})
  return (
    <KeyValuePairs
      columns={4}
      items={[
        { label: 'Status, as last reported', value: device?.status ?? '…' },
        {
          label: 'Last report',
          value: device ? (
            <>
              <Timestamp at={device.lastStatusUpdate} /> (<Age at={device.lastStatusUpdate} now={now} />)
            </>
          ) : (
            '…'
          ),
        },
        { label: 'Nucleus version', value: device ? device.coreVersion || 'Not reported' : '…' },
        { label: 'Runtime', value: device ? runtimeName(device.runtime) : '…' },
        { label: 'Platform', value: device ? device.platform || 'Not reported' : '…' },
        { label: 'Architecture', value: device ? device.architecture || 'Not reported' : '…' },
        { label: 'Thing type', value: thing ? thing.type || 'None' : '…' },
        {
          label: 'Thing',
          value: thing ? <CopyText text={thing.arn} label="thing ARN" display={thing.arn} /> : '…',
        },
        ...attributes.map(([label, value]) => ({ label: `Attribute ${label}`, value })),
      ]}
    />
  )
}

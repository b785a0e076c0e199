import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useServiceNow } from '#src/queries/connection.tsx'
import { useDeviceReach } from '#src/queries/device-reach.ts'
import { DeviceReachView } from '#src/ui/reach/DeviceReachView.tsx'

/** Which deployments reach this device, and in which order they apply. */
export function ReachTab({ device }: { device: string }) {
  const now = useServiceNow(30_000)
  return (
    <SpaceBetween size="m">
      <Header
        variant="h2"
        description="The newest deployment of the device itself and of each thing group that it belongs to."
      >
        What reaches this device
      </Header>
      <DeviceReachView device={device} now={now} {...useDeviceReach(device)} />
    </SpaceBetween>
  )
}

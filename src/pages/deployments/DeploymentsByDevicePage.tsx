import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearchParams } from 'react-router'
import { linkTo, paths } from '#src/paths.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import { useDeviceReach } from '#src/queries/device-reach.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { DeviceReachView } from '#src/ui/reach/DeviceReachView.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { DeviceSearch } from './by-device/DeviceSearch.tsx'
import './deployments.css'

const breadcrumbs = [{ text: 'Deployments', href: paths.deployments }]

/** Finds the deployments that reach a device. The URL names the device. */
export function DeploymentsByDevicePage() {
  const [params, setParams] = useSearchParams()
  const device = params.get('device') ?? ''
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Deployments of a device"
        description="A device gets the deployments of its own and those of all its thing groups. They add up, in the order in which they were made."
        breadcrumbs={breadcrumbs}
      />
      <Container>
        <DeviceSearch key={device} device={device} onChoose={name => setParams({ device: name })} />
      </Container>
      {device ? (
        <Found key={device} device={device} />
      ) : (
        <Box color="text-body-secondary">Choose a core device to see which deployments reach it.</Box>
      )}
    </SpaceBetween>
  )
}

function Found({ device }: { device: string }) {
  const now = useServiceNow(30_000)
  return (
    <SpaceBetween size="m">
      <Header
        variant="h2"
        actions={<RouteLink to={linkTo.coreDevice(device)}>Open the core device</RouteLink>}
      >
        <span className="meadow-page-title">{device}</span>
      </Header>
      <DeviceReachView device={device} now={now} {...useDeviceReach(device)} />
    </SpaceBetween>
  )
}

import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { paths } from '#src/paths.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { coreDeviceQuery } from '#src/queries/core-devices.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Associations } from './Associations.tsx'
import { ChooseCore } from './ChooseCore.tsx'
import { CoreCard } from './CoreCard.tsx'
import './client-devices.css'

const help = (
  <>
    <p>
      A client device is an AWS IoT thing that talks to a core device over MQTT. Its association lets it
      discover the core device; the core device needs the client device components, and the account a
      Greengrass service role.
    </p>
    <p>Neither Greengrass nor AWS IoT tells here whether a client device is connected to its core device.</p>
  </>
)

/** Which client devices may discover which core device, changed in bulk. */
export function ClientDevicesPage() {
  const [params, setParams] = useSearchParams()
  const core = params.get('core') ?? ''
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Client devices"
        description="Things that discover a core device and talk to it over MQTT."
        help={help}
      />
      {core === '' ? (
        <ChooseCore />
      ) : (
        <SpaceBetween size="l">
          <CoreCard core={core} onChange={name => setParams(name ? { core: name } : {})} />
          <OneCore key={core} core={core} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  )
}

/** A name that is no core device has no lists to show, only what is wrong. */
function OneCore({ core }: { core: string }) {
  const connection = useConnection()
  const device = useQuery(coreDeviceQuery(connection, core))
  if (device.error && !device.data)
    return (
      <SpaceBetween size="m">
        <FailureAlert failure={device.error} retry={device.refetch} />
        <RouteLink to={paths.clientDevices}>Choose another core device</RouteLink>
      </SpaceBetween>
    )
  return <Associations core={core} />
}

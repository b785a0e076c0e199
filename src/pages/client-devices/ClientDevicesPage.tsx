import Alert from '@cloudscape-design/components/alert'
import Autosuggest from '@cloudscape-design/components/autosuggest'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { linkTo, paths } from '#src/paths.ts'
import { serviceRoleQuery } from '#src/queries/account.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Associations } from './Associations.tsx'

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
  const connection = useConnection()
  const [params, setParams] = useSearchParams()
  const core = params.get('core') ?? ''
  const [typed, setTyped] = useState(core)
  const cores = useQuery(coreDevicesQuery(connection, {}))
  const role = useQuery(serviceRoleQuery(connection))
  const names = cores.data?.rows ?? []
  const choose = (name: string) => {
    setTyped(name)
    setParams(name ? { core: name } : {})
  }
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Client devices"
        description="Things that discover a core device and talk to it over MQTT."
        help={help}
      />
      {role.data === null ? (
        <Alert type="warning" header="No Greengrass service role is attached">
          Client devices cannot discover their core devices without it.{' '}
          <RouteLink to={paths.settings}>Attach one in the settings</RouteLink>.
        </Alert>
      ) : null}
      {cores.error ? <FailureAlert failure={cores.error} retry={cores.refetch} /> : null}
      <Container>
        <FormField
          label="Core device"
          description="Associations are kept by core device: choose the one to look at."
          constraintText={
            core && cores.data?.complete && !names.some(device => device.name === core)
              ? `No core device of this account has the name ${core}.`
              : undefined
          }
        >
          <Autosuggest
            value={typed}
            placeholder="Name of a core device"
            options={names.map(device => ({ value: device.name }))}
            enteredTextLabel={value => `Use “${value}”`}
            statusType={cores.isPending ? 'loading' : 'finished'}
            loadingText="Reading core devices"
            empty="No core devices"
            ariaLabel="Core device"
            virtualScroll
            onChange={({ detail }) => setTyped(detail.value)}
            onSelect={({ detail }) => choose(detail.value)}
            onKeyDown={({ detail }) => {
              if (detail.key === 'Enter') choose(typed)
            }}
          />
        </FormField>
      </Container>
      {core ? (
        <>
          <Box>
            <RouteLink to={linkTo.coreDevice(core)}>{`Go to ${core}`}</RouteLink>
          </Box>
          <Associations key={core} core={core} />
        </>
      ) : null}
    </SpaceBetween>
  )
}

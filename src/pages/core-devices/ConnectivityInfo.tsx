import Alert from '@cloudscape-design/components/alert'
import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useConnection, useReadOnlyReason, useServiceNow } from '#src/queries/connection.tsx'
import {
  connectivityInfoQuery,
  connectivityInput,
  thingConnectivityQuery,
  useUpdateConnectivityInfo,
} from '#src/queries/connectivity.ts'
import { installedComponentsQuery } from '#src/queries/core-devices.ts'
import { CopyCalls } from '#src/ui/CopyCalls.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { type EndpointDraft, endpointProblems, endpointsFromDrafts } from './endpoint-drafts.ts'

const ipDetector = 'aws.greengrass.clientdevices.IPDetector'

/** Whether the device is connected, as far as AWS IoT indexes it, and the MQTT endpoints client devices are told. */
export function ConnectivityInfo({ device }: { device: string }) {
  return (
    <SpaceBetween size="l">
      <ConnectionState device={device} />
      <BrokerEndpoints device={device} />
    </SpaceBetween>
  )
}

function ConnectionState({ device }: { device: string }) {
  const connection = useConnection()
  const now = useServiceNow(30_000)
  const state = useQuery(thingConnectivityQuery(connection, device))
  return (
    <Container header={<Header variant="h2">Connection to AWS IoT</Header>}>
      {state.error ? (
        <FailureAlert failure={state.error} retry={state.refetch} />
      ) : state.data === undefined ? (
        <StatusIndicator type="loading">Reading</StatusIndicator>
      ) : state.data === null ? (
        <Box color="text-body-secondary">
          Not known: fleet indexing of connectivity is switched off in this account, and Greengrass itself has
          no offline state.
        </Box>
      ) : (
        <SpaceBetween size="xs" direction="horizontal">
          <StatusIndicator type={state.data.connected ? 'success' : 'stopped'}>
            {state.data.connected ? 'Connected' : 'Disconnected'}
          </StatusIndicator>
          {state.data.since === null ? null : (
            <span>
              since <Age at={state.data.since} now={now} />
            </span>
          )}
          {state.data.disconnectReason ? <span>({state.data.disconnectReason})</span> : null}
        </SpaceBetween>
      )}
    </Container>
  )
}

function BrokerEndpoints({ device }: { device: string }) {
  const connection = useConnection()
  const readOnly = useReadOnlyReason()
  const notify = useNotify()
  const info = useQuery(connectivityInfoQuery(connection, device))
  const installed = useQuery(installedComponentsQuery(connection, device, 'ALL'))
  const update = useUpdateConnectivityInfo()
  const [drafts, setDrafts] = useState<EndpointDraft[] | null>(null)
  const shown: EndpointDraft[] =
    drafts ??
    (info.data?.endpoints ?? []).map(({ hostAddress, portNumber, metadata }) => ({
      host: hostAddress,
      port: String(portNumber),
      metadata,
    }))
  const problems = endpointProblems(shown)
  const broken = problems.some(problem => problem.host ?? problem.port)
  const overwritten = installed.data?.some(component => component.name === ipDetector)
  const change = (index: number, part: Partial<EndpointDraft>) =>
    setDrafts(shown.map((draft, at) => (at === index ? { ...draft, ...part } : draft)))
  const edited = { thing: device, endpoints: endpointsFromDrafts(shown) }
  const save = async () => {
    await update.mutateAsync(edited)
    setDrafts(null)
    notify({ type: 'success', header: `The endpoints of ${device} were updated.` })
  }
  const cell = (part: 'host' | 'port' | 'metadata', label: string) => (_: EndpointDraft, index: number) => (
    <Input
      value={shown[index]?.[part] ?? ''}
      ariaLabel={`${label} ${index + 1}`}
      readOnly={readOnly !== undefined}
      onChange={({ detail }) => change(index, { [part]: detail.value })}
    />
  )
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Where client devices find the MQTT broker of this core device. An update replaces the whole list."
          actions={
            <SpaceBetween size="xs" direction="horizontal">
              {drafts && !broken ? (
                <CopyCalls calls={[{ action: 'UpdateConnectivityInfo', input: connectivityInput(edited) }]} />
              ) : null}
              {drafts ? <Button onClick={() => setDrafts(null)}>Discard changes</Button> : null}
              <WriteButton
                variant="primary"
                loading={update.isPending}
                disabledReason={
                  readOnly ??
                  (!drafts ? 'Nothing was changed' : broken ? 'An endpoint is not valid' : undefined)
                }
                onClick={() => void save().catch(() => undefined)}
              >
                Update endpoints
              </WriteButton>
            </SpaceBetween>
          }
        >
          MQTT broker endpoints
        </Header>
      }
    >
      <SpaceBetween size="m">
        {overwritten ? (
          <Alert type="warning">
            {ipDetector} runs on this device and overwrites these endpoints whenever it sees a change.
          </Alert>
        ) : null}
        {info.error ? <FailureAlert failure={info.error} retry={info.refetch} /> : null}
        {update.error ? (
          <FailureAlert
            failure={update.error}
            retry={() => save().catch(() => undefined)}
            title="The endpoints were not updated"
          />
        ) : null}
        <AttributeEditor<EndpointDraft>
          items={shown}
          addButtonText="Add an endpoint"
          removeButtonText="Remove"
          disableAddButton={readOnly !== undefined}
          isItemRemovable={() => readOnly === undefined}
          onAddButtonClick={() => setDrafts([...shown, { host: '', port: '8883', metadata: '' }])}
          onRemoveButtonClick={({ detail }) =>
            setDrafts(shown.filter((_, index) => index !== detail.itemIndex))
          }
          empty={info.data ? 'No endpoints: client devices cannot find this core device.' : 'Reading …'}
          definition={[
            {
              label: 'Host name or IP address',
              control: cell('host', 'Host'),
              errorText: (_, index) => problems[index]?.host,
            },
            {
              label: 'Port',
              control: cell('port', 'Port'),
              errorText: (_, index) => problems[index]?.port,
            },
            { label: 'Metadata (optional)', control: cell('metadata', 'Metadata') },
          ]}
        />
      </SpaceBetween>
    </Container>
  )
}

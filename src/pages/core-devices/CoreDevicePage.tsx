import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { linkTo, paths } from '#src/paths.ts'
import { useConnection, useReadOnlyReason, useServiceNow } from '#src/queries/connection.tsx'
import { coreDeviceQuery, useDeleteCoreDevice } from '#src/queries/core-devices.ts'
import { thingQuery } from '#src/queries/things.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { FailurePage } from '#src/ui/failure/FailurePage.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { DeviceHealth } from '#src/ui/status/DeviceHealth.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { AssociatedClientDevices } from './AssociatedClientDevices.tsx'
import { ConnectivityInfo } from './ConnectivityInfo.tsx'
import { DeviceSummary } from './DeviceSummary.tsx'
import { DeviceTags } from './DeviceTags.tsx'
import { EffectiveDeployments } from './EffectiveDeployments.tsx'
import { GroupMembership } from './GroupMembership.tsx'
import { InstalledComponents } from './InstalledComponents.tsx'

const tabIds = ['components', 'deployments', 'client-devices', 'connectivity', 'groups', 'tags']
const breadcrumbs = [{ text: 'Core devices', href: paths.coreDevices }]

/** One core device: what it runs, what deployments did to it, and what it is connected to. */
export function CoreDevicePage() {
  const { name = '' } = useParams()
  const connection = useConnection()
  const now = useServiceNow(30_000)
  const readOnly = useReadOnlyReason()
  const navigate = useNavigate()
  const notify = useNotify()
  const [params, setParams] = useSearchParams()
  const device = useQuery(coreDeviceQuery(connection, name))
  const thing = useQuery(thingQuery(connection, name))
  const remove = useDeleteCoreDevice()
  const [deleting, setDeleting] = useState(false)

  if (device.error && !device.data)
    return (
      <FailurePage
        title={name}
        breadcrumbs={breadcrumbs}
        failure={device.error}
        retry={device.refetch}
        back={{ text: 'All core devices', href: paths.coreDevices }}
      />
    )
  const asked = params.get('tab') ?? ''
  const thingArn = thing.data?.arn
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={name}
        breadcrumbs={breadcrumbs}
        badge={
          device.data ? (
            <DeviceHealth
              status={device.data.status}
              lastStatusUpdate={device.data.lastStatusUpdate}
              now={now}
            />
          ) : (
            <Spinner />
          )
        }
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <WriteButton disabledReason={readOnly} onClick={() => setDeleting(true)}>
              Delete
            </WriteButton>
            <WriteButton
              variant="primary"
              disabledReason={readOnly ?? (thingArn ? undefined : 'The ARN of the thing is not known yet')}
              onClick={() => void navigate(linkTo.deploymentNew(thingArn ? { target: thingArn } : {}))}
            >
              Deploy to this device
            </WriteButton>
          </SpaceBetween>
        }
      />
      {device.error ? <FailureAlert failure={device.error} retry={device.refetch} /> : null}
      <Container header={<Header variant="h2">Summary</Header>}>
        <DeviceSummary device={device.data} thing={thing.data} now={now} />
      </Container>
      <Tabs
        ariaLabel="About this core device"
        activeTabId={tabIds.includes(asked) ? asked : 'components'}
        onChange={({ detail }) => setParams({ tab: detail.activeTabId }, { replace: true })}
        tabs={[
          { id: 'components', label: 'Components', content: <InstalledComponents device={name} /> },
          { id: 'deployments', label: 'Deployments', content: <EffectiveDeployments device={name} /> },
          {
            id: 'client-devices',
            label: 'Client devices',
            content: <AssociatedClientDevices device={name} />,
          },
          { id: 'connectivity', label: 'Connectivity', content: <ConnectivityInfo device={name} /> },
          { id: 'groups', label: 'Thing groups', content: <GroupMembership device={name} /> },
          {
            id: 'tags',
            label: 'Tags',
            content: <DeviceTags device={device.data} thingArn={thingArn} />,
          },
        ]}
      />
      <ConfirmDialog
        visible={deleting}
        title={`Delete core device ${name}?`}
        action="Delete"
        typed={name}
        disabledReason={readOnly}
        onDismiss={() => setDeleting(false)}
        onConfirm={async () => {
          await remove.mutateAsync(name)
          notify({ type: 'success', header: `Core device ${name} was deleted.` })
          await navigate(paths.coreDevices)
        }}
        consequences={
          <>
            <p>
              This removes Greengrass's record of the device: its status, installed components and
              deployments. The thing, its certificate and its group memberships stay.
            </p>
            <p>
              The device itself is not touched. If its nucleus still runs, it appears again with its next
              status report.
            </p>
          </>
        }
      />
    </SpaceBetween>
  )
}

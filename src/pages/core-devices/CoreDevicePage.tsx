import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { linkTo, paths } from '#src/paths.ts'
import { useConnection, useReadOnlyReason, useServiceNow } from '#src/queries/connection.tsx'
import {
  coreDeviceQuery,
  effectiveDeploymentsQuery,
  installedComponentsQuery,
} from '#src/queries/core-devices.ts'
import { thingQuery } from '#src/queries/things.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { FailurePage } from '#src/ui/failure/FailurePage.tsx'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { AssociatedClientDevices } from './AssociatedClientDevices.tsx'
import { ConnectivityInfo } from './ConnectivityInfo.tsx'
import { DeleteDevice } from './DeleteDevice.tsx'
import { DeviceProblems } from './DeviceProblems.tsx'
import { DeviceSummary } from './DeviceSummary.tsx'
import { DeviceTags } from './DeviceTags.tsx'
import { deviceProblems } from './device-problems.ts'
import { EffectiveDeployments } from './EffectiveDeployments.tsx'
import { GroupMembership } from './GroupMembership.tsx'
import { InstalledComponents } from './InstalledComponents.tsx'
import { ReachTab } from './ReachTab.tsx'
import './device.css'

const tabIds = ['components', 'deployments', 'reach', 'client-devices', 'connectivity', 'groups', 'tags']
const breadcrumbs = [{ text: 'Core devices', href: paths.coreDevices }]

/** One core device: how it is, what it runs, what deployments did to it, and what it is connected to. */
export function CoreDevicePage() {
  const { name = '' } = useParams()
  const connection = useConnection()
  const now = useServiceNow(30_000)
  const readOnly = useReadOnlyReason()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const device = useQuery(coreDeviceQuery(connection, name))
  const thing = useQuery(thingQuery(connection, name))
  const components = useQuery(installedComponentsQuery(connection, name, 'ALL'))
  const deployments = useQuery(effectiveDeploymentsQuery(connection, name))
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
  const problems = deviceProblems({
    device: device.data,
    components: components.data ?? [],
    deployments: deployments.data ?? [],
    unread: [
      ...(components.error && !components.data ? (['components'] as const) : []),
      ...(deployments.error && !deployments.data ? (['deployments'] as const) : []),
    ],
    now,
  })
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={name}
        breadcrumbs={breadcrumbs}
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
      <div className="m-device-top">
        <DeviceSummary device={device.data} thing={thing.data} now={now} />
        <DeviceProblems device={name} problems={problems} />
      </div>
      <Tabs
        ariaLabel="About this core device"
        activeTabId={tabIds.includes(asked) ? asked : 'components'}
        onChange={({ detail }) => setParams({ tab: detail.activeTabId }, { replace: true })}
        tabs={[
          {
            id: 'components',
            label: 'Components',
            content: <InstalledComponents device={name} thingArn={thingArn} />,
          },
          { id: 'deployments', label: 'Deployments', content: <EffectiveDeployments device={name} /> },
          { id: 'reach', label: 'What reaches it', content: <ReachTab device={name} /> },
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
      <DeleteDevice name={name} visible={deleting} onDismiss={() => setDeleting(false)} />
    </SpaceBetween>
  )
}

import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { targetName } from '#src/domain/arn.ts'
import type { ComponentVersion } from '#src/domain/component.ts'
import { linkTo, paths } from '#src/paths.ts'
import { useDeleteComponent } from '#src/queries/components.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { DeviceUses } from './DeviceUses.tsx'
import { type DeploymentUse, deploymentUses, isInForce, titleOf } from './deployment-uses.ts'
import { ScanProgress } from './ScanProgress.tsx'
import { type DeploymentScan, useDeploymentScan } from './use-deployment-scan.ts'
import { useDeviceScan } from './use-device-scan.ts'

interface DeleteVersionDialogProps {
  visible: boolean
  /** ARN of the component, without a version. */
  arn: string
  version: ComponentVersion
  /** The component's other versions. */
  others: readonly string[]
  onDismiss(): void
}

/** Asks before a version is deleted, having looked which deployments would break. */
export function DeleteVersionDialog({ visible, arn, version, others, onDismiss }: DeleteVersionDialogProps) {
  const navigate = useNavigate()
  const notify = useNotify()
  const readOnly = useReadOnlyReason()
  const remove = useDeleteComponent()
  const scan = useDeploymentScan(visible)
  const uses = deploymentUses(scan.deployments, version.name, version.version).filter(
    use => use.version === version.version && isInForce(use.deployment),
  )
  const [wanted, setWanted] = useState(false)
  const targets = uses.map(use => use.deployment.targetArn)
  const devices = useDeviceScan(visible && wanted && scan.whole, version, targets)
  // What could not be looked at may use it: then it is asked for as if it did.
  const typed = uses.length > 0 || !scan.whole || !devices.whole || devices.found.length > 0
  return (
    <ConfirmDialog
      visible={visible}
      title={`Delete version ${version.version}?`}
      action="Delete version"
      {...(typed ? { typed: version.name } : {})}
      disabledReason={
        readOnly ??
        (scan.running ? 'The deployments are still being read for uses of this version' : undefined)
      }
      onDismiss={onDismiss}
      calls={[{ action: 'DeleteComponent', input: { arn: version.arn } }]}
      onConfirm={async () => {
        await remove.mutateAsync(version.arn)
        notify({ type: 'success', header: `${version.name} ${version.version} was deleted.` })
        await navigate(others.length > 0 ? linkTo.component(arn) : paths.components)
      }}
      consequences={
        <SpaceBetween size="m">
          <div className="component-anywhere">
            <strong>{version.name}</strong> {version.version} and its recipe are deleted for good. Devices
            that have it keep running it.{' '}
            {others.length === 0 ? 'It is the only version, so the component is gone with it.' : ''}
          </div>
          <ScanProgress scan={scan} />
          <Uses uses={uses} scan={scan} />
          {scan.whole ? (
            <DeviceUses
              scan={devices}
              wanted={wanted}
              onStart={() => setWanted(true)}
              ofTargets={targets.length > 0}
            />
          ) : null}
        </SpaceBetween>
      }
    />
  )
}

function Uses({ uses, scan }: { uses: readonly DeploymentUse[]; scan: DeploymentScan }) {
  if (uses.length === 0)
    return scan.whole ? (
      <div>
        <StatusIndicator type="success">Not in use</StatusIndicator>
        <div className="meadow-soft">
          {scan.total === 0
            ? 'There are no deployments.'
            : `None of the ${scan.total} latest deployments names this version.`}
        </div>
      </div>
    ) : null
  const shown = uses.slice(0, 8)
  return (
    <Alert
      type="warning"
      header={
        uses.length === 1 ? 'A deployment names this version' : `${uses.length} deployments name this version`
      }
    >
      On devices that have yet to install it (new ones, those that were offline, those that join a group
      later) these deployments will fail:
      <ul className="meadow-plain-list">
        {shown.map(({ deployment }) => (
          <li key={deployment.id} className="component-anywhere">
            <RouteLink to={linkTo.deployment(deployment.id)}>{titleOf(deployment)}</RouteLink> on{' '}
            {targetName(deployment.targetArn)}
          </li>
        ))}
        {uses.length > shown.length ? <li>{`and ${uses.length - shown.length} more`}</li> : null}
      </ul>
    </Alert>
  )
}

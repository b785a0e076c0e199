import { useNavigate } from 'react-router'
import { paths } from '#src/paths.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { useDeleteCoreDevice } from '#src/queries/core-devices.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { useNotify } from '#src/ui/notifications.tsx'

interface DeleteDeviceProps {
  name: string
  visible: boolean
  onDismiss(): void
}

/** Asks for the device's name before its record is deleted, and says what that does and does not do. */
export function DeleteDevice({ name, visible, onDismiss }: DeleteDeviceProps) {
  const readOnly = useReadOnlyReason()
  const navigate = useNavigate()
  const notify = useNotify()
  const remove = useDeleteCoreDevice()
  return (
    <ConfirmDialog
      visible={visible}
      title={`Delete core device ${name}?`}
      action="Delete"
      typed={name}
      disabledReason={readOnly}
      onDismiss={onDismiss}
      calls={[{ action: 'DeleteCoreDevice', input: { coreDeviceThingName: name } }]}
      onConfirm={async () => {
        await remove.mutateAsync(name)
        notify({ type: 'success', header: `Core device ${name} was deleted.` })
        await navigate(paths.coreDevices)
      }}
      consequences={
        <>
          <p>
            This removes Greengrass’s record of the device: its status, installed components and deployments.
            The thing, its certificate and its group memberships stay.
          </p>
          <p>
            The device itself is not touched. If its nucleus still runs, it appears again with its next status
            report.
          </p>
        </>
      }
    />
  )
}

import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { countText } from '../count-text.ts'
import type { Uninstall } from './uninstalls.ts'
import type { TargetSize } from './what-happens.ts'

interface UninstallDialogProps {
  visible: boolean
  /** What devices lose. `null`: what the target has could not be read. */
  uninstalls: readonly Uninstall[] | null
  target: TargetSize
  onConfirm: () => Promise<unknown>
  onDismiss: () => void
}

export function UninstallDialog(props: UninstallDialogProps) {
  return props.visible ? <OpenDialog {...props} /> : null
}

function OpenDialog({ uninstalls, target, onConfirm, onDismiss }: UninstallDialogProps) {
  const [agreed, setAgreed] = useState(false)
  const where =
    target.kind === 'thing'
      ? target.name
      : target.size === null
        ? `the devices in ${target.name}`
        : `${target.sizeComplete ? '' : 'at least '}${countText(target.size, 'device')} in ${target.name}`
  return (
    <ConfirmDialog
      visible
      title={
        uninstalls
          ? `Deploy and uninstall ${countText(uninstalls.length, 'component')}?`
          : 'Deploy without knowing what is uninstalled?'
      }
      action={uninstalls ? 'Deploy and uninstall' : 'Deploy'}
      dismiss="Back to the form"
      disabledReason={agreed ? undefined : 'Tick the box above first'}
      onConfirm={onConfirm}
      onDismiss={onDismiss}
      consequences={
        <SpaceBetween size="m">
          {uninstalls ? (
            <Lost uninstalls={uninstalls} where={where} target={target} />
          ) : (
            <div>
              What the target has now could not be read. Every component it has that this deployment leaves
              out will be uninstalled from {where}.
            </div>
          )}
          <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
            {uninstalls
              ? `Uninstall ${uninstalls.map(({ name }) => name).join(', ')}`
              : 'Deploy although I cannot see what is uninstalled'}
          </Checkbox>
        </SpaceBetween>
      }
    />
  )
}

interface LostProps {
  uninstalls: readonly Uninstall[]
  where: string
  target: TargetSize
}

function Lost({ uninstalls, where, target: { name, size } }: LostProps) {
  // Where all devices lose all of it, once is enough to say so.
  const everywhere = uninstalls.every(({ devices }) => devices === null || devices === size)
  return (
    <div>
      This deployment leaves out what the target has now. It will be uninstalled from{' '}
      {everywhere ? where : `devices of ${name}`}, and its configuration there is lost, with what only it
      needed:
      <ul className="meadow-uninstall" aria-label="Components to be uninstalled">
        {uninstalls.map(one => (
          <li key={one.name}>
            <strong>{one.name}</strong> {one.version}
            {everywhere ? null : <div className="meadow-soft meadow-small">{fromWhich(one)}</div>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function fromWhich({ devices, keptBy }: Uninstall): string {
  const lost = devices === 0 ? 'No device has it now' : `From ${countText(devices ?? 0, 'device')}`
  const kept = keptBy.map(
    one => `it stays on ${countText(one.devices, 'device')}, where ${one.by} asks for it`,
  )
  return `${[lost, ...kept].join('; ')}.`
}

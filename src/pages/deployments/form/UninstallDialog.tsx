import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { countText } from '../count-text.ts'
import type { TargetSize } from './what-happens.ts'

interface UninstallDialogProps {
  visible: boolean
  /** Components that the target has and the deployment leaves out. `null`: what it has could not be read. */
  names: readonly { name: string; version: string }[] | null
  target: TargetSize
  onConfirm: () => Promise<unknown>
  onDismiss: () => void
}

export function UninstallDialog(props: UninstallDialogProps) {
  return props.visible ? <OpenDialog {...props} /> : null
}

function OpenDialog({ names, target, onConfirm, onDismiss }: UninstallDialogProps) {
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
        names
          ? `Deploy and uninstall ${countText(names.length, 'component')}?`
          : 'Deploy without knowing what is uninstalled?'
      }
      action={names ? 'Deploy and uninstall' : 'Deploy'}
      dismiss="Back to the form"
      disabledReason={agreed ? undefined : 'Tick the box above first'}
      onConfirm={onConfirm}
      onDismiss={onDismiss}
      consequences={
        <SpaceBetween size="m">
          {names ? (
            <div>
              This deployment leaves out what the target has now. It will be uninstalled from {where}, and its
              configuration there is lost:
              <ul className="meadow-uninstall" aria-label="Components to be uninstalled">
                {names.map(({ name, version }) => (
                  <li key={name}>
                    <strong>{name}</strong> {version}
                  </li>
                ))}
              </ul>
            </div>
          ) : (
            <div>
              What the target has now could not be read. Every component it has that this deployment leaves
              out will be uninstalled from {where}.
            </div>
          )}
          <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
            {names
              ? `Uninstall ${names.map(({ name }) => name).join(', ')}`
              : 'Deploy although I cannot see what is uninstalled'}
          </Checkbox>
        </SpaceBetween>
      }
    />
  )
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
import type { WriteCall } from '#src/domain/cli-command.ts'
import { CopyCalls } from './CopyCalls.tsx'
import { FailureAlert } from './failure/FailureAlert.tsx'
import { WriteButton } from './WriteButton.tsx'

interface ConfirmDialogProps {
  visible: boolean
  /** A question: "Cancel deployment weekly-update?" */
  title: string
  /** What will happen, and what will not. */
  consequences: ReactNode
  /** The word on the button: "Cancel deployment". */
  action: string
  /** Resolves when it is done; the dialog then closes. What it throws is shown inside, and the dialog stays. */
  onConfirm(): Promise<unknown>
  onDismiss(): void
  /** For what cannot be undone: the person types this first. */
  typed?: string
  disabledReason?: string | undefined
  /** The calls that it makes, for who would rather run them in a shell. */
  calls?: readonly WriteCall[] | undefined
  /** The word on the other button. Change it where "Cancel" could mean the action. */
  dismiss?: string
}

/** Asks before something is changed, says what follows, and shows a failure where the person is looking. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  // The content holds the state of one asking, so each opening starts anew.
  return props.visible ? <OpenDialog {...props} /> : null
}

function OpenDialog(props: ConfirmDialogProps) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ error: unknown } | null>(null)
  const ready = props.typed === undefined || text === props.typed
  const confirm = async () => {
    if (!ready || busy || props.disabledReason) return
    setBusy(true)
    setFailure(null)
    try {
      await props.onConfirm()
      props.onDismiss()
    } catch (error) {
      setFailure({ error })
      setBusy(false)
    }
  }
  return (
    <Modal
      visible
      header={props.title}
      closeAriaLabel="Close"
      onDismiss={() => {
        if (!busy) props.onDismiss()
      }}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" disabled={busy} onClick={props.onDismiss}>
              {props.dismiss ?? 'Keep as it is'}
            </Button>
            <WriteButton
              variant="primary"
              loading={busy}
              disabledReason={
                props.disabledReason ?? (ready ? undefined : `Type ${props.typed} in the field above first`)
              }
              onClick={() => void confirm()}
            >
              {props.action}
            </WriteButton>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>{props.consequences}</div>
        {props.typed === undefined ? null : (
          <form
            onSubmit={event => {
              event.preventDefault()
              void confirm()
            }}
          >
            <FormField label={`Type ${props.typed} to confirm`} stretch>
              <Input
                value={text}
                autoComplete={false}
                disableBrowserAutocorrect
                onChange={({ detail }) => setText(detail.value)}
              />
            </FormField>
          </form>
        )}
        {failure ? <FailureAlert failure={failure.error} retry={confirm} /> : null}
        {props.calls ? <CopyCalls calls={props.calls} /> : null}
      </SpaceBetween>
    </Modal>
  )
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type RefObject, useEffect } from 'react'
import { useBlocker } from 'react-router'

interface LeaveDialogProps {
  /** There is work that leaving would put out of sight. */
  dirty: boolean
  /** Set just before a submission leads away: that is no loss. */
  done: RefObject<boolean>
  onDiscard: () => void
}

/** Asks when a link or the back button leads out of the form. Changing the step is not leaving. */
export function LeaveDialog({ dirty, done, onDiscard }: LeaveDialogProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !done.current && nextLocation.pathname !== currentLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state === 'blocked' && !dirty) blocker.proceed()
  }, [blocker, dirty])
  if (blocker.state !== 'blocked') return null
  return (
    <Modal
      visible
      header="Leave this deployment?"
      closeAriaLabel="Stay here"
      onDismiss={() => blocker.reset()}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button
              variant="link"
              onClick={() => {
                onDiscard()
                blocker.proceed()
              }}
            >
              Discard it
            </Button>
            <Button onClick={() => blocker.reset()}>Stay here</Button>
            <Button variant="primary" onClick={() => blocker.proceed()}>
              Keep as a draft
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      Nothing has been deployed. A draft waits in this browser until you come back to it.
    </Modal>
  )
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'

interface LeaveDraftDialogProps {
  dirty: boolean
  /** The browser keeps no drafts, so leaving loses the text. */
  unkept: boolean
  onDiscard(): void
}

/** Asks when a link, the back button or a closing tab leads away from a recipe that is not published. */
export function LeaveDraftDialog({ dirty, unkept, onDiscard }: LeaveDraftDialogProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty &&
      (currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search),
  )
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [dirty])

  if (blocker.state !== 'blocked') return null
  return (
    <Modal
      visible
      header="Leave this recipe?"
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
            <Button variant={unkept ? 'primary' : 'normal'} onClick={() => blocker.reset()}>
              Stay here
            </Button>
            {unkept ? null : (
              <Button variant="primary" onClick={() => blocker.proceed()}>
                Keep as a draft
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {unkept
        ? 'It is not published, and this browser keeps no drafts: leaving loses it. Copy the text first if you want to keep it.'
        : 'It is not published. A draft waits in this browser until you come back to it.'}
    </Modal>
  )
}

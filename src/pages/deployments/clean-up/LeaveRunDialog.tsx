import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import type { Cleanup } from './use-cleanup-run.ts'

/** Asks when a link, the back button or a closing tab leads away from a clean-up that is under way. */
export function LeaveRunDialog({ run, onStop }: { run: Cleanup | null; onStop: () => void }) {
  const running = run?.phase === 'running'
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => running && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!running) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [running])
  if (blocker.state !== 'blocked') return null
  return (
    <Modal
      visible
      header={running ? 'Leave the clean-up?' : 'Leave the report?'}
      closeAriaLabel="Stay here"
      onDismiss={() => blocker.reset()}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button
              variant="link"
              onClick={() => {
                onStop()
                blocker.proceed()
              }}
            >
              {running ? 'Stop and leave' : 'Leave'}
            </Button>
            <Button variant="primary" onClick={() => blocker.reset()}>
              Stay here
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {running
        ? `Leaving stops it: ${run.report.words} What is deleted stays deleted, the rest is left as it is, and the report is lost.`
        : 'The clean-up has ended meanwhile. Its report is only here.'}
    </Modal>
  )
}

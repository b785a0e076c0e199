import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Blocker } from 'react-router'

interface LeaveModalProps {
  blocker: Blocker
  header: string
  /** The way out that loses something. */
  leave: { text: string; run(): void }
  /** What there is may be kept as a draft. */
  keeps?: boolean
  children: ReactNode
}

/** Shown while a way out of the page is held back: stay, or leave with or without what is there. */
export function LeaveModal({ blocker, header, leave, keeps, children }: LeaveModalProps) {
  if (blocker.state !== 'blocked') return null
  return (
    <Modal
      visible
      header={header}
      closeAriaLabel="Stay here"
      onDismiss={() => blocker.reset()}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button
              variant="link"
              onClick={() => {
                leave.run()
                blocker.proceed()
              }}
            >
              {leave.text}
            </Button>
            <Button variant={keeps ? 'normal' : 'primary'} onClick={() => blocker.reset()}>
              Stay here
            </Button>
            {keeps ? (
              <Button variant="primary" onClick={() => blocker.proceed()}>
                Keep as a draft
              </Button>
            ) : null}
          </SpaceBetween>
        </Box>
      }
    >
      {children}
    </Modal>
  )
}

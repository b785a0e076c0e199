import { useBlocker } from 'react-router'
import { LeaveModal } from '#src/ui/LeaveModal.tsx'
import { useAskBeforeUnload } from '#src/ui/use-ask-before-unload.ts'

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
  useAskBeforeUnload(dirty)
  return (
    <LeaveModal
      blocker={blocker}
      header="Leave this recipe?"
      leave={{ text: 'Discard it', run: onDiscard }}
      keeps={!unkept}
    >
      {unkept
        ? 'It is not published, and this browser keeps no drafts: leaving loses it. Copy the text first if you want to keep it.'
        : 'It is not published. A draft waits in this browser until you come back to it.'}
    </LeaveModal>
  )
}

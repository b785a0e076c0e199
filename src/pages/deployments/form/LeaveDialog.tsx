import { type RefObject, useEffect } from 'react'
import { useBlocker } from 'react-router'
import { LeaveModal } from '#src/ui/LeaveModal.tsx'
import { useAskBeforeUnload } from '#src/ui/use-ask-before-unload.ts'

interface LeaveDialogProps {
  /** There is work that leaving would put out of sight. */
  dirty: boolean
  /** The browser keeps no drafts. */
  unkept: boolean
  /** Something was typed as JSON that cannot be read, so that no draft holds it. */
  unreadable: boolean
  /** Set just before a submission leads away: that is no loss. */
  done: RefObject<boolean>
  onDiscard: () => void
}

/** Asks when a link, the back button or a closing tab leads out of the form. Changing the step is not leaving. */
export function LeaveDialog({ dirty, unkept, unreadable, done, onDiscard }: LeaveDialogProps) {
  const work = dirty || unreadable
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      work && !done.current && nextLocation.pathname !== currentLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state === 'blocked' && !work) blocker.proceed()
  }, [blocker, work])
  useAskBeforeUnload(unreadable || (dirty && unkept))
  return (
    <LeaveModal
      blocker={blocker}
      header="Leave this deployment?"
      leave={{ text: 'Discard it', run: onDiscard }}
      keeps={dirty && !unkept}
    >
      Nothing has been deployed. {whatStays(dirty, unkept, unreadable)}
    </LeaveModal>
  )
}

function whatStays(dirty: boolean, unkept: boolean, unreadable: boolean): string {
  if (unkept)
    return 'This browser keeps no drafts: leaving loses it. Export its JSON first if you want to keep it.'
  if (!unreadable) return 'A draft waits in this browser until you come back to it.'
  return dirty
    ? 'A draft waits in this browser, but without what was typed as JSON last: it cannot be read.'
    : 'What was typed as JSON cannot be read, so no draft holds it: leaving loses it.'
}

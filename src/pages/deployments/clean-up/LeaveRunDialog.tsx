import { useBlocker } from 'react-router'
import { LeaveModal } from '#src/ui/LeaveModal.tsx'
import { useAskBeforeUnload } from '#src/ui/use-ask-before-unload.ts'
import type { Cleanup } from './use-cleanup-run.ts'

/** Asks when a link, the back button or a closing tab leads away from a clean-up that is under way. */
export function LeaveRunDialog({ run, onStop }: { run: Cleanup | null; onStop: () => void }) {
  const running = run?.phase === 'running'
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => running && currentLocation.pathname !== nextLocation.pathname,
  )
  useAskBeforeUnload(running)
  return (
    <LeaveModal
      blocker={blocker}
      header={running ? 'Leave the clean-up?' : 'Leave the report?'}
      leave={{ text: running ? 'Stop and leave' : 'Leave', run: onStop }}
    >
      {running
        ? `Leaving stops it: ${run.report.words} What is deleted stays deleted, the rest is left as it is, and the report is lost.`
        : 'The clean-up has ended meanwhile. Its report is only here.'}
    </LeaveModal>
  )
}

import SpaceBetween from '@cloudscape-design/components/space-between'
import { paths } from '#src/paths.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { CleanupChoice } from './clean-up/CleanupChoice.tsx'
import { CleanupRun } from './clean-up/CleanupRun.tsx'
import { DeletionFacts } from './clean-up/DeletionFacts.tsx'
import { LeaveRunDialog } from './clean-up/LeaveRunDialog.tsx'
import { useCleanupRun } from './clean-up/use-cleanup-run.ts'
import './deployments.css'
import './clean-up/clean-up.css'

const breadcrumbs = [{ text: 'Deployments', href: paths.deployments }]

/** Deletes the revisions that newer ones have superseded: which, what that does, the run and its report. */
export function CleanUpPage() {
  const { run, start, stop, goOn, retry, leave } = useCleanupRun()
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Clean up deployments"
        description="The service keeps every revision until it is deleted. Superseded ones can go; what is in force stays."
        breadcrumbs={breadcrumbs}
      />
      {run ? (
        <CleanupRun run={run} onStop={stop} onGoOn={goOn} onRetry={retry} onLeave={leave} />
      ) : (
        <SpaceBetween size="l">
          <DeletionFacts />
          <CleanupChoice onStart={start} />
        </SpaceBetween>
      )}
      <LeaveRunDialog run={run} onStop={stop} />
    </SpaceBetween>
  )
}

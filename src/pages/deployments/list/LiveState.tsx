import { totalCount } from '#src/domain/job-counts.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import { JobCountsBar } from '#src/ui/charts/JobCountsBar.tsx'
import { DeploymentStateBadge, ServiceStateBadge } from '#src/ui/status/DeploymentStateBadge.tsx'
import { numberText } from '../count-text.ts'
import type { DeploymentRow } from '../deployment-rows.ts'
import { useLiveJob } from '../use-live-job.ts'
import { useBrokeLater } from './broke-later.ts'
import { useOnScreen } from './use-on-screen.ts'

/** How a deployment stands, with its counts while the row is in sight. */
export function LiveState({ row }: { row: DeploymentRow }) {
  const [ref, seen] = useOnScreen<HTMLDivElement>()
  const now = useServiceNow(30_000)
  const { job, state } = useLiveJob(row, { watch: seen, now, ...useBrokeLater(row.id) })
  const counts = job?.counts
  return (
    <div ref={ref} className="meadow-live">
      {state ? <DeploymentStateBadge state={state} /> : <ServiceStateBadge status={row.status} />}
      {counts && totalCount(counts) > 0 ? (
        <div className="meadow-live-counts">
          <JobCountsBar counts={counts} figures={false} />
          <span className="meadow-soft">
            {numberText(counts.succeeded)} of {numberText(totalCount(counts))}
          </span>
        </div>
      ) : null}
    </div>
  )
}

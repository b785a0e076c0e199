import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Deployment } from '#src/domain/deployment.ts'
import type { JobCounts } from '#src/domain/job.ts'
import { totalCount, unsuccessfulCount } from '#src/domain/job-counts.ts'
import { linkTo } from '#src/paths.ts'
import { JobCountsBar } from '#src/ui/charts/JobCountsBar.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { ageText } from '#src/ui/time-text.ts'
import { useNow } from '#src/ui/use-now.ts'
import { countText, numberText } from '../count-text.ts'
import { rungs } from '../counts.ts'
import type { GroupSize } from './use-group-size.ts'
import type { WatchedJob } from './use-watched-job.ts'

interface ProgressCardProps {
  deployment: Deployment
  watched: WatchedJob
}

/** The ladder: where the devices stand. Every number is a way to the devices behind it. */
export function ProgressCard({ deployment, watched }: ProgressCardProps) {
  const { job, group } = watched
  return (
    <Container fitHeight header={<Header variant="h2">Devices</Header>}>
      <SpaceBetween size="m">
        {watched.failure ? (
          <FailureAlert
            failure={watched.failure}
            title={job ? 'The counts could not be refreshed' : 'The counts could not be read'}
            retry={watched.retry}
          />
        ) : null}
        {job ? <Ladder deployment={deployment} counts={job.counts} group={group} /> : null}
        <Freshness watched={watched} />
        {watched.loading ? <span className="meadow-soft">Counting…</span> : null}
      </SpaceBetween>
    </Container>
  )
}

interface LadderProps {
  deployment: Deployment
  counts: JobCounts
  group: GroupSize
}

function Ladder({ deployment, counts, group }: LadderProps) {
  const total = totalCount(counts)
  const shown = rungs.filter(
    rung => counts[rung.key] > 0 || rung.key === 'succeeded' || rung.key === 'failed',
  )
  const failed = unsuccessfulCount(counts)
  return (
    <SpaceBetween size="m">
      <JobCountsBar counts={counts} size={group.complete ? group.size : null} figures={false} />
      <dl className="meadow-ladder">
        {shown.map(rung => (
          <div key={rung.key}>
            <dt>
              <i data-part={rung.key} aria-hidden="true" /> {rung.label}
            </dt>
            <dd>
              {counts[rung.key] > 0 ? (
                <RouteLink
                  to={`${linkTo.deployment(deployment.id, 'devices')}&status=${rung.status}`}
                  label={`${numberText(counts[rung.key])} ${rung.label.toLowerCase()}: show the devices`}
                  quiet
                >
                  {numberText(counts[rung.key])}
                </RouteLink>
              ) : (
                0
              )}
            </dd>
          </div>
        ))}
        <div className="meadow-ladder-sum">
          <dt>Reached</dt>
          <dd>{numberText(total)}</dd>
        </div>
      </dl>
      <div className="meadow-ladder-foot">
        <GroupSizeText group={group} total={total} />
        {failed > 0 ? (
          <RouteLink to={linkTo.deployment(deployment.id, 'failures')}>
            See why {countText(failed, 'device')} did not come through
          </RouteLink>
        ) : null}
      </div>
    </SpaceBetween>
  )
}

function GroupSizeText({ group, total }: { group: GroupSize; total: number }) {
  if (group.count)
    return (
      <Button variant="inline-link" onClick={group.count}>
        Count the devices in the group
      </Button>
    )
  if (group.size === null) return <span />
  if (group.size === 0 && group.complete && total === 0)
    return (
      <span className="meadow-soft">The group is empty now. Devices that join it get the deployment.</span>
    )
  const size = countText(group.size, 'device')
  if (!group.complete)
    return <span className="meadow-soft">At least {size} in the group, still counting.</span>
  const left = group.size - total
  return (
    <span className="meadow-soft">
      Of {size} in the group now.
      {left > 0 ? ` ${countText(left, 'device')} not reached yet.` : ''}
      {left < 0 ? ` ${countText(-left, 'device has', 'devices have')} left the group since.` : ''}
    </span>
  )
}

function Freshness({ watched }: { watched: WatchedJob }) {
  const now = useNow()
  if (watched.asOf === null) return null
  return (
    <span className="meadow-data-age">
      Counts received {ageText(watched.asOf, now)}.{' '}
      {watched.moving
        ? 'Devices are moving, so this page keeps looking.'
        : 'Nothing moves, so this page looks seldom.'}
    </span>
  )
}

import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Observation } from '#src/domain/burn-up.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import type { JobCounts } from '#src/domain/job.ts'
import { finishedCount, totalCount } from '#src/domain/job-counts.ts'
import { minutesText, rolloutForecast } from '#src/domain/rollout-forecast.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import { minuteTicks } from '#src/ui/charts/minute-ticks.ts'
import { TimeChart } from '#src/ui/charts/TimeChart.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { countText } from '../count-text.ts'
import { useExecutions } from '../detail/use-executions.ts'
import type { GroupSize } from '../detail/use-group-size.ts'
import { actualLines, forecastLine, seenLines } from './rollout-series.ts'

interface RolloutTabProps {
  deployment: Deployment
  jobId: string
  counts: JobCounts
  group: GroupSize
  /** What the page has seen of the counts. */
  seen: readonly Observation[]
}

/** The times of so many devices are read, in two pages. */
const readableTimes = 500

const margin = 5 * 60_000
const day = 24 * 3_600_000
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const date = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: '2-digit' })

/** Forecast against what happened: a burn-up of the devices notified and of those that have come to an end. */
export function RolloutTab({ deployment, jobId, counts, group, seen }: RolloutTabProps) {
  const total = totalCount(counts)
  // Who left the group after being notified still counts; who was not reached yet does so, too.
  const size = Math.max(total, group.complete ? (group.size ?? 0) : 0)
  const readable = total <= readableTimes
  const now = useServiceNow(15_000)
  const executions = useExecutions({
    jobId,
    status: undefined,
    counted: `${total} ${finishedCount(counts)}`,
    enabled: readable,
  })
  const rows = executions.data?.rows
  const start = deployment.created ?? 0
  const forecast = rolloutForecast(deployment.jobConfiguration, size)
  const lastEvent = readable
    ? Math.max(start, ...(rows ?? []).map(row => row.updated ?? row.queued ?? 0))
    : (seen.at(-1)?.at ?? start)
  const until = Math.min(now, Math.max(lastEvent, start + forecast.lastMinute * 60_000) + margin)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Devices that joined the group later are notified at once, whatever the rate."
        >
          Rollout
        </Header>
      }
    >
      <SpaceBetween size="m">
        {readable ? null : (
          <div>
            The times of {countText(total, 'device')} are too many to read. The course is what this page has
            seen since it was opened; before that it is a straight line from the start.
          </div>
        )}
        {executions.error ? <FailureAlert failure={executions.error} retry={executions.refetch} /> : null}
        {readable && !rows && !executions.error ? (
          <StatusIndicator type="loading">Reading when each device was reached</StatusIndicator>
        ) : null}
        {rows || !readable ? (
          <Burnup
            total={total}
            size={size}
            ended={finishedCount(counts)}
            start={start}
            until={until}
            lines={readable ? actualLines(rows ?? [], start, until) : seenLines(seen, start, until)}
            expected={forecastLine(forecast, start, until)}
            lastMinute={forecast.lastMinute}
          />
        ) : null}
        {forecast.aborts.map(abort => (
          <div key={abort.words}>{abort.words}</div>
        ))}
      </SpaceBetween>
    </Container>
  )
}

interface BurnupProps {
  start: number
  until: number
  total: number
  size: number
  ended: number
  lines: ReturnType<typeof actualLines>
  expected: ReturnType<typeof forecastLine>
  lastMinute: number
}

function Burnup({ start, until, total, size, ended, lines, expected, lastMinute }: BurnupProps) {
  const end = Math.max(until, expected.at(-1)?.at ?? until)
  return (
    <TimeChart
      label="Forecast and course of the rollout"
      summary={`${countText(total, 'device')} notified and ${ended} come to an end. By its rate the rollout reaches all ${countText(size, 'device')} within ${minutesText(lastMinute)}.`}
      series={[
        { name: 'Forecast: notified', points: expected, colour: 'var(--m-ink-soft)', dashed: true },
        { name: 'Notified', points: lines.notified, colour: 'var(--m-moving)' },
        { name: 'Come to an end', points: lines.ended, colour: 'var(--m-accent)', filled: true },
      ]}
      timeText={at => (end - start < day ? clock : date).format(at)}
      ticks={minuteTicks(start, end)}
      unit="devices"
      height={240}
    />
  )
}

import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import { useRequestMeter } from '#src/queries/request-meter.ts'
import { TimeChart } from '#src/ui/charts/TimeChart.tsx'
import { Section } from './Section.tsx'

/** What this tab takes of the account's quota, second by second. */
export function RequestsSection() {
  const meter = useRequestMeter()
  const series = useMemo(() => {
    const last = meter.perSecond.length
    const points = meter.perSecond.map((value, index) => ({ at: index - last + 1, value }))
    return [
      { name: 'Calls', points, colour: 'var(--m-accent)', filled: true },
      {
        name: 'Limit for each service',
        points: points.map(({ at }) => ({ at, value: meter.limitPerSecond })),
        colour: 'var(--m-stale)',
        dashed: true,
      },
    ]
  }, [meter.perSecond, meter.limitPerSecond])
  const most = Math.max(0, ...meter.perSecond)
  const figures = [
    ['Calls in the last minute', meter.callsLastMinute],
    ['Waiting', meter.queued],
    ['Under way', meter.inFlight],
    ['Throttled in the last minute', meter.throttledLastMinute],
    ['Failed in the last minute', meter.failedLastMinute],
    ['Since the page was opened', meter.total],
  ] as const
  return (
    <Section
      id="requests"
      title="Requests"
      description={`Everybody who calls Greengrass in this account and Region shares 30 calls a second. This tab allows itself ${meter.limitPerSecond} a second for each service, and none while it is hidden.`}
    >
      <SpaceBetween size="m">
        <dl className="m-figures">
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value.toLocaleString()}</dd>
            </div>
          ))}
        </dl>
        {meter.heldForSeconds !== null && meter.heldForSeconds > 0 ? (
          <p role="status">
            The service has asked to wait: the next call leaves in {meter.heldForSeconds} s.
          </p>
        ) : null}
        <TimeChart
          label="Calls in each of the last 60 seconds"
          summary={`At most ${most} ${most === 1 ? 'call' : 'calls'} in a second during the last minute, ${meter.callsLastMinute} together.`}
          series={series}
          timeText={second => (second === 0 ? 'now' : `${second} s`)}
          unit="calls"
          height={160}
          stepped
        />
      </SpaceBetween>
    </Section>
  )
}

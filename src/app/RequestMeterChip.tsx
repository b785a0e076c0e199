import { Link } from 'react-router'
import { paths } from '#src/paths.ts'
import { useRequestMeter } from '#src/queries/request-meter.ts'

/** What the console costs: calls in the last minute, and whether they flow. */
export function RequestMeterChip() {
  const meter = useRequestMeter()
  const { tone, words } = meterState(meter)
  return (
    <Link
      to={`${paths.settings}#requests`}
      className="m-chip"
      aria-label={`${words}. ${meter.callsLastMinute} calls in the last minute, ${meter.queued} waiting`}
      title={`${words}: ${meter.callsLastMinute} calls in the last minute, ${meter.queued} waiting`}
    >
      <span className="m-pulse" data-tone={tone} />
      <strong>{meter.callsLastMinute}</strong>
      <span className="m-hide-narrow">calls/min</span>
      {meter.queued > 0 ? <span className="m-hide-narrow">{meter.queued} waiting</span> : null}
    </Link>
  )
}

interface MeterFacts {
  expired: boolean
  paused: boolean
  throttled: boolean
}

function meterState(meter: MeterFacts): { tone: 'live' | 'paused' | 'slow' | 'over'; words: string } {
  if (meter.expired) return { tone: 'over', words: 'Stopped: the session is over' }
  if (meter.throttled) return { tone: 'slow', words: 'Slowed: the service asks to wait' }
  if (meter.paused) return { tone: 'paused', words: 'Paused while the tab is hidden' }
  return { tone: 'live', words: 'Data is coming in' }
}

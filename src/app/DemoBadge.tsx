import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '#src/paths.ts'
import { useConnection } from '#src/queries/connection.tsx'

/** On every page of the demo, so that nobody takes its devices for real ones, or its time for theirs. */
export function DemoBadge() {
  const pace = paceWords(useWorldRate())
  return (
    <Link
      to={`${paths.settings}#demo`}
      className="m-demo-badge"
      title="Nothing on these pages is real: the devices are simulated in this browser"
    >
      <span>Demo</span>
      <span className="m-hide-phone">simulated fleet</span>
      {pace ? (
        <span>
          <span className="m-hide-phone">{pace.long}</span>
          <span className="m-only-phone">{pace.short}</span>
        </span>
      ) : null}
    </Link>
  )
}

function paceWords(rate: number): { long: string; short: string } | null {
  if (rate === 0) return { long: 'time stands still', short: 'paused' }
  return rate === 1 ? null : { long: `time runs ${rate}×`, short: `${rate}×` }
}

function useWorldRate(): number {
  const { serviceClock } = useConnection()
  const [rate, setRate] = useState(() => serviceClock.rate())
  useEffect(() => {
    const timer = setInterval(() => setRate(serviceClock.rate()), 1_000)
    return () => clearInterval(timer)
  }, [serviceClock])
  return rate
}

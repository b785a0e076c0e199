import { ageText } from '#src/ui/time-text.ts'

const hour = 3_600_000
/** The gauge ends a day after silence begins. */
const end = 72 * hour

/** The age of the last report against the daily rhythm of reports: the first day is fresh, then stale, then silent. */
export function ReportGauge({ at, now }: { at: number | null; now: number }) {
  if (at === null) return null
  const share = Math.min(1, Math.max(0, now - at) / end)
  return (
    <div className="m-gauge" role="img" aria-label={`The last report came ${ageText(at, now)}`}>
      <div className="m-gauge-track">
        <i style={{ insetInlineStart: `${share * 100}%` }} data-beyond={share === 1 || undefined} />
      </div>
      <div className="m-gauge-scale" aria-hidden="true">
        <span>now</span>
        <span>24 h</span>
        <span>48 h</span>
      </div>
    </div>
  )
}

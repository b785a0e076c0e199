import { ageText, durationText, shortTime } from '#src/ui/time-text.ts'
import type { WallFreshness } from './freshness.ts'
import { useWakeLock } from './use-wake-lock.ts'
import './wall-footer.css'

/** How far the wall can be trusted, and since when not. `now` is this computer's clock. */
export function WallFooter({ freshness, now }: { freshness: WallFreshness; now: number }) {
  const { held } = useWakeLock()
  const { level, lastGood, failure } = freshness
  return (
    <footer className="wall-footer">
      <strong role="status">{freshnessText(freshness, now)}</strong>
      <span>
        {lastGood === null
          ? 'No good data yet'
          : `Last good data ${shortTime(lastGood)}, ${ageText(lastGood, now)}`}
      </span>
      {failure && <span className="wall-failure">{failure}</span>}
      {level === 'fresh' && !failure && <span>Read-only</span>}
      {!held && <span className="wall-sleep">This screen may fall asleep: no wake lock</span>}
    </footer>
  )
}

function freshnessText({ level, lastGood }: WallFreshness, now: number): string {
  if (level === 'waiting') return 'Reading for the first time'
  if (level === 'fresh') return 'Data is fresh'
  if (lastGood === null) return 'No data'
  const age = durationText(Math.max(0, now - lastGood))
  return level === 'late' ? `Data is late: ${age} old` : `Do not trust: data is ${age} old`
}

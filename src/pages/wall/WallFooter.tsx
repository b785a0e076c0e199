import { useConnection } from '#src/queries/connection.tsx'
import { ageText, shortTime } from '#src/ui/time-text.ts'
import type { WallFreshness } from './freshness.ts'
import { useWakeLock } from './use-wake-lock.ts'
import './wall-footer.css'

/** How far the wall can be trusted, and since when not. `now` is this computer's clock. */
export function WallFooter({ freshness, now }: { freshness: WallFreshness; now: number }) {
  const { held } = useWakeLock()
  const { serviceClock } = useConnection()
  // The moment is told by the clock on the wall, which is the service's.
  const ahead = serviceClock.now() - Date.now()
  const { level, lastGood, failure } = freshness
  return (
    <footer className="wall-footer">
      <strong role="status">{freshnessText[level]}</strong>
      <span>
        {lastGood === null
          ? 'No good data yet'
          : `Last good data ${shortTime(lastGood + ahead)}, ${ageText(lastGood, now)}`}
      </span>
      {failure && <span className="wall-failure">{failure}</span>}
      {level === 'fresh' && !failure && <span>Read-only</span>}
      {!held && <span className="wall-sleep">This screen may fall asleep: no wake lock</span>}
    </footer>
  )
}

/** Without its age, so that it is announced when it changes and not at every tick. */
const freshnessText: Record<WallFreshness['level'], string> = {
  waiting: 'Reading the fleet for the first time',
  fresh: 'Data is fresh',
  late: 'Data is late',
  old: 'Data is old: do not trust these figures',
}

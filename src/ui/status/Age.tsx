import { absoluteTime, ageText, isoTime } from '../time-text.ts'

/** How long ago `at` was. Both epoch milliseconds, on the same clock. */
export function Age({ at, now }: { at: number | null; now: number }) {
  if (at === null) return <span>never</span>
  return (
    <time dateTime={isoTime(at)} title={absoluteTime(at)} className="meadow-nowrap">
      {ageText(at, now)}
    </time>
  )
}

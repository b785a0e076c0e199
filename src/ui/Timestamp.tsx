import { absoluteTime, isoTime, shortTime } from './time-text.ts'

/** A moment in the reader's own time zone. `at` is epoch milliseconds; null reads as a dash. */
export function Timestamp({ at }: { at: number | null }) {
  if (at === null) return <span title="Not known">–</span>
  return (
    <time dateTime={isoTime(at)} title={absoluteTime(at)}>
      {shortTime(at)}
    </time>
  )
}

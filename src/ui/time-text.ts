const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "just now", "3 min ago", "2 h ago", "4 days ago"; times in the future read "in 3 min". Both epoch milliseconds. */
export function ageText(at: number, now: number): string {
  const distance = now - at
  const size = Math.abs(distance)
  if (size < 10_000) return 'just now'
  const amount = durationText(size)
  return distance < 0 ? `in ${amount}` : `${amount} ago`
}

/** One unit, rounded down, so that an age is never told younger than the next unit: "42 s", "3 min", "5 h", "12 days". */
export function durationText(milliseconds: number): string {
  if (milliseconds < minute) return `${Math.floor(milliseconds / 1000)} s`
  if (milliseconds < hour) return `${Math.floor(milliseconds / minute)} min`
  if (milliseconds < 2 * day) return `${Math.floor(milliseconds / hour)} h`
  if (milliseconds < 60 * day) return `${Math.floor(milliseconds / day)} days`
  if (milliseconds < 730 * day) return `${Math.floor(milliseconds / (30 * day))} months`
  return `${Math.floor(milliseconds / (365 * day))} years`
}

const absolute = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
})

const short = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

export const absoluteTime = (at: number): string => absolute.format(at)
export const shortTime = (at: number): string => short.format(at)
/** Date.toISOString throws beyond the years 1970 ± 273,790; a service's garbage must not take a page down. */
export const isoTime = (at: number): string | undefined =>
  Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : undefined

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const steps = [
  ...[1, 2, 5, 10, 15, 30].map(count => count * minute),
  ...[1, 2, 3, 6, 12].map(count => count * hour),
  ...[1, 2, 7, 14, 28, 91, 365].map(count => count * day),
]
const most = 6

/**
 * Where a time axis from `from` to `to` (ms, both included) is labelled: at whole minutes and no finer, so that labels in
 * minutes are exact and none is there twice; at most six steps. Both ends alone where less than two fit.
 */
export function minuteTicks(from: number, to: number): number[] {
  const step =
    steps.find(size => to - from <= most * size) ?? Math.ceil((to - from) / most / (365 * day)) * 365 * day
  const first = Math.ceil(from / step) * step
  const ticks = Array.from(
    { length: Math.max(0, Math.floor((to - first) / step) + 1) },
    (_, n) => first + n * step,
  )
  return ticks.length < 2 ? [from, to] : ticks
}

export interface Arc {
  /** SVG path of a ring segment. */
  path: string
  index: number
}

/**
 * Ring segments for `values`, clockwise from the top, in a box of 100 by 100. Values of 0 have none. Small ones keep
 * a visible minimum, taken from the largest: one failed device among ten thousand must not vanish.
 */
export function arcs(
  values: readonly number[],
  { outer = 48, inner = 34, gap = 0.012, least = 0.012 } = {},
): Arc[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  if (total <= 0) return []
  const shares = values.map(value => (value > 0 ? Math.max(value / total, least) : 0))
  const sum = shares.reduce((all, share) => all + share, 0)
  const largest = shares.indexOf(Math.max(...shares))
  const fitted = shares.map((share, index) => (index === largest ? share - (sum - 1) : share))
  const shown = fitted.filter(share => share > 0).length
  const arcsOf: Arc[] = []
  let from = 0
  fitted.forEach((share, index) => {
    if (share <= 0) return
    const pause = shown > 1 ? gap / 2 : 0
    arcsOf.push({ index, path: ring(from + pause, from + share - pause, outer, inner) })
    from += share
  })
  return arcsOf
}

function ring(from: number, to: number, outer: number, inner: number): string {
  // A whole circle has no end point of its own; just short of it looks the same.
  const end = Math.min(to, from + 0.9999)
  const large = end - from > 0.5 ? 1 : 0
  return [
    `M${point(from, outer)}`,
    `A${outer} ${outer} 0 ${large} 1 ${point(end, outer)}`,
    `L${point(end, inner)}`,
    `A${inner} ${inner} 0 ${large} 0 ${point(from, inner)}`,
    'Z',
  ].join('')
}

function point(turn: number, radius: number): string {
  const angle = (turn - 0.25) * 2 * Math.PI
  return `${(50 + radius * Math.cos(angle)).toFixed(3)} ${(50 + radius * Math.sin(angle)).toFixed(3)}`
}

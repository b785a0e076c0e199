export interface TimePoint {
  /** Epoch ms. */
  at: number
  value: number
}

/** At most `most` points: of each stretch the largest is kept, so that a peak never disappears. Points are in order of time. */
export function downsample(points: readonly TimePoint[], most: number): readonly TimePoint[] {
  if (points.length <= most) return points
  const kept: TimePoint[] = []
  for (let part = 0; part < most; part++) {
    const from = Math.floor((part * points.length) / most)
    const to = Math.floor(((part + 1) * points.length) / most)
    let peak = points[from]!
    for (let index = from + 1; index < to; index++)
      if (points[index]!.value > peak.value) peak = points[index]!
    kept.push(peak)
  }
  return kept
}

import type { TimePoint } from './downsample.ts'

export interface TimeSeries {
  name: string
  points: readonly TimePoint[]
  /** A CSS colour, best one of the `--m-…` properties. */
  colour: string
  dashed?: boolean
  filled?: boolean
}

export interface TimeChartProps {
  label: string
  /** The message of the chart in a sentence, shown below it. */
  summary: string
  series: readonly TimeSeries[]
  /** How a moment reads on the axis: epoch ms to text. */
  timeText: (at: number) => string
  /** The moments that the axis names; without it some are chosen. */
  ticks?: readonly number[]
  /** "calls", "devices". */
  unit: string
  height?: number
  /** Lines that go up in steps, as counts do. */
  stepped?: boolean
}

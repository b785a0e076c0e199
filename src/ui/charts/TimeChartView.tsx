import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { downsample } from './downsample.ts'
import type { TimeChartProps } from './time-chart-contract.ts'

/** More points than this cost time and show nothing more at a screen's width. */
const mostPoints = 500

export function TimeChartView({ series, timeText, ticks, unit, stepped = false }: TimeChartProps) {
  const type = stepped ? 'stepAfter' : 'linear'
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--m-line-soft)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={['dataMin', 'dataMax']}
          tickCount={6}
          {...(ticks ? { ticks } : {})}
          tickFormatter={timeText}
          stroke="var(--m-ink-soft)"
          fontSize={11}
          allowDuplicatedCategory={false}
        />
        <YAxis width={44} allowDecimals={false} stroke="var(--m-ink-soft)" fontSize={11} />
        <Tooltip
          labelFormatter={label => timeText(Number(label))}
          formatter={value => [`${Number(value).toLocaleString()} ${unit}`]}
          contentStyle={{
            background: 'var(--m-surface)',
            border: '1px solid var(--m-line)',
            borderRadius: 8,
          }}
        />
        {series.map(({ name, points, colour, dashed = false, filled = false }) => {
          const shared = {
            name,
            data: [...downsample(points, mostPoints)],
            dataKey: 'value',
            type,
            stroke: colour,
            strokeWidth: 2,
            ...(dashed ? { strokeDasharray: '5 4' } : {}),
            dot: false,
            isAnimationActive: false,
          } as const
          return filled ? (
            <Area key={name} {...shared} fill={colour} fillOpacity={0.15} />
          ) : (
            <Line key={name} {...shared} />
          )
        })}
      </ComposedChart>
    </ResponsiveContainer>
  )
}

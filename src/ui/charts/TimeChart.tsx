import { lazy, Suspense } from 'react'
import type { TimeChartProps } from './time-chart-contract.ts'
import './charts.css'

/** Recharts is larger than React, so it comes when a chart is first on screen. */
const View = lazy(async () => ({ default: (await import('./TimeChartView.tsx')).TimeChartView }))

/** Lines or steps over time, with the same figures in words for those who do not see them. */
export function TimeChart(props: TimeChartProps) {
  return (
    <figure className="m-time-chart" aria-label={props.label}>
      <div style={{ blockSize: props.height ?? 200 }} aria-hidden="true">
        <Suspense fallback={<div className="m-card" style={{ blockSize: '100%' }} />}>
          <View {...props} />
        </Suspense>
      </div>
      {props.series.length > 1 ? (
        <ul className="m-time-legend">
          {props.series.map(({ name, colour, dashed }) => (
            <li key={name}>
              <i
                style={{ borderBlockStart: `3px ${dashed ? 'dashed' : 'solid'} ${colour}` }}
                aria-hidden="true"
              />
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      <figcaption>{props.summary}</figcaption>
    </figure>
  )
}

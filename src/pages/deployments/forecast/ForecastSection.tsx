import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { JobConfiguration } from '#src/domain/deployment.ts'
import { afterText, minutesText, rolloutForecast } from '#src/domain/rollout-forecast.ts'
import { minuteTicks } from '#src/ui/charts/minute-ticks.ts'
import { TimeChart } from '#src/ui/charts/TimeChart.tsx'
import { countText } from '../count-text.ts'
import { forecastLine } from './rollout-series.ts'

interface ForecastSectionProps {
  config: JobConfiguration | undefined
  /** Devices in the target group now. */
  groupSize: number
}

/** How the chosen rate will go through the group, and at which point how many failures stop it. */
export function ForecastSection({ config, groupSize }: ForecastSectionProps) {
  const forecast = rolloutForecast(config, groupSize)
  const end = Math.max(1, forecast.lastMinute) * 60_000
  return (
    <SpaceBetween size="s">
      <TimeChart
        label="Forecast of the rollout"
        summary={`${countText(groupSize, 'device')} in the group now: the last one is notified ${afterText(forecast.lastMinute)}${forecast.atBest ? ', at best, as the rate grows with successes' : ''}. Devices that join later get it at once.`}
        series={[
          {
            name: 'Devices notified',
            points: forecastLine(forecast, 0, end),
            colour: 'var(--m-accent)',
            filled: true,
          },
        ]}
        timeText={at => (at === 0 ? 'start' : minutesText(at / 60_000))}
        ticks={minuteTicks(0, end)}
        unit="devices"
        height={180}
      />
      {/* Two rules that say the same are told once. */}
      {[...new Set(forecast.aborts.map(({ words }) => words))].map(words => (
        <Box key={words}>{words}</Box>
      ))}
    </SpaceBetween>
  )
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { DemoControl } from '#src/queries/demo.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { shortTime } from '#src/ui/time-text.ts'
import { useDemoAction } from './use-demo-action.ts'

const speeds = [1, 10, 60, 600]
const hour = 3_600_000
const jumps = [
  { text: '10 minutes', milliseconds: hour / 6 },
  { text: '1 hour', milliseconds: hour },
  { text: '1 day', milliseconds: 24 * hour },
]

interface DemoClockProps {
  demo: DemoControl
  clock: { now: number; speed: number; paused: boolean }
}

export function DemoClock({ demo, clock }: DemoClockProps) {
  const { act, busy, failure } = useDemoAction()
  const now = useServiceNow(1000)
  return (
    <SpaceBetween size="s">
      <Box variant="h3">Time</Box>
      <div className="m-clock">
        <span className="m-clock-now" role="timer" aria-label="Time in the demo">
          {shortTime(now)}
        </span>
        <SegmentedControl
          label="Speed"
          selectedId={String(clock.speed)}
          options={speeds.map(speed => ({
            id: String(speed),
            text: speed === 1 ? 'Real time' : `${speed}×`,
          }))}
          onChange={({ detail }) => void act('speed', () => demo.setSpeed(Number(detail.selectedId)))}
        />
        <Button
          iconName={clock.paused ? 'play' : 'pause'}
          loading={busy === 'pause'}
          onClick={() => void act('pause', () => (clock.paused ? demo.resume() : demo.pause()))}
        >
          {clock.paused ? 'Go on' : 'Pause'}
        </Button>
        <SpaceBetween size="xs" direction="horizontal" alignItems="center">
          <span className="meadow-soft">Jump ahead</span>
          {jumps.map(({ text, milliseconds }) => (
            <Button
              key={text}
              loading={busy === text}
              ariaLabel={`Jump ahead ${text}`}
              onClick={() => void act(text, () => demo.advance(milliseconds))}
            >
              {text}
            </Button>
          ))}
        </SpaceBetween>
      </div>
      {failure ? <FailureAlert failure={failure} /> : null}
    </SpaceBetween>
  )
}

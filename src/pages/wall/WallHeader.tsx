import { paths } from '#src/paths.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { useDemo } from '#src/queries/demo.ts'
import { Mark } from '#src/ui/Mark.tsx'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })

/** Whose fleet it is and what time it is there. What can be pressed shows only while the pointer moves. */
export function WallHeader() {
  const { config } = useConnection()
  const demo = useDemo()
  return (
    <header className="wall-header">
      <h1>
        <Mark /> Meadow
      </h1>
      {demo && <span className="wall-demo">Demo</span>}
      <span className="wall-where">
        {config.name} · {config.region}
      </span>
      <div className="wall-tools">
        {document.fullscreenEnabled && (
          <button
            type="button"
            onClick={() =>
              void (
                document.fullscreenElement
                  ? document.exitFullscreen()
                  : document.documentElement.requestFullscreen()
              ).catch(() => undefined)
            }
          >
            Full screen
          </button>
        )}
        <a href={paths.overview}>Leave the wall</a>
      </div>
      <Clock />
    </header>
  )
}

function Clock() {
  const now = useServiceNow(1_000)
  return (
    <time className="wall-clock" dateTime={new Date(now).toISOString().slice(0, 16)}>
      <span>{day.format(now)}</span> {clock.format(now)}
    </time>
  )
}

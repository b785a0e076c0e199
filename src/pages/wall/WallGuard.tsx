import { Component, type ReactNode, useEffect } from 'react'
import './wall.css'

const pause = 60_000

/** What the wall shows when it cannot go on. It starts anew by itself, and again, until it can. */
export function WallStumble({ error }: { error: unknown }) {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), pause)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="wall" data-freshness="old">
      <div className="wall-stumble" role="alert">
        <h1>The wall cannot show anything now</h1>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        <p>It starts again by itself in a minute.</p>
      </div>
    </main>
  )
}

/** Catches what breaks in the drawing of the wall. */
export class WallGuard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return this.state.error === null ? this.props.children : <WallStumble error={this.state.error} />
  }
}

/** Time inside the simulated world, in epoch milliseconds. It can be paused, sped up and moved ahead. */
export interface Clock {
  /** The world's present time (epoch milliseconds, whole). */
  now(): number
  pause(): void
  resume(): void
  /** World seconds per wall second; 0 is the same as a pause. */
  setSpeed(speed: number): void
  /** Jumps ahead. Time never runs backwards, so a negative amount is refused. */
  advance(milliseconds: number): void
  /** For a new world: begins again at a time, or at the time where the clock itself began. */
  restart(at?: number): void
  state(): ClockState
}

export interface ClockState {
  now: number
  speed: number
  paused: boolean
}

export interface VirtualClockOptions {
  /** World time at the start (epoch milliseconds). Default: the wall clock's time. */
  start?: number
  speed?: number
  paused?: boolean
  /** Where real time comes from; tests pass their own. */
  wallClock?: () => number
}

/**
 * A clock that follows the wall clock at a chosen speed. Changing the speed keeps the present moment, so the
 * world never jumps unless it is told to.
 */
export function virtualClock(options: VirtualClockOptions = {}): Clock {
  const wallClock = options.wallClock ?? Date.now
  let anchorWall = wallClock()
  let anchorWorld = options.start ?? anchorWall
  let speed = checkedSpeed(options.speed ?? 1)
  let paused = options.paused ?? false

  const now = () => {
    if (paused) return anchorWorld
    const elapsed = Math.max(0, wallClock() - anchorWall)
    return anchorWorld + Math.floor(elapsed * speed)
  }
  const anchor = () => {
    anchorWorld = now()
    anchorWall = wallClock()
  }
  return {
    now,
    pause() {
      anchor()
      paused = true
    },
    resume() {
      anchor()
      paused = false
    },
    setSpeed(next) {
      const checked = checkedSpeed(next)
      anchor()
      speed = checked
    },
    advance(milliseconds) {
      if (!Number.isFinite(milliseconds) || milliseconds < 0) {
        throw new RangeError('A clock can only be advanced by a positive number of milliseconds')
      }
      anchor()
      anchorWorld += Math.round(milliseconds)
    },
    restart(at) {
      anchorWall = wallClock()
      anchorWorld = at ?? options.start ?? anchorWall
    },
    state: () => ({ now: now(), speed, paused }),
  }
}

/** A clock that stands still until it is advanced: for tests and for replaying a journal. */
export function stillClock(start: number): Clock {
  return virtualClock({ start, paused: true, wallClock: () => 0 })
}

function checkedSpeed(speed: number): number {
  if (!Number.isFinite(speed) || speed < 0 || speed > 100_000) {
    throw new RangeError('The speed of a clock is a number from 0 to 100000')
  }
  return speed
}

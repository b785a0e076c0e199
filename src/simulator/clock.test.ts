import { describe, expect, it } from 'vitest'
import { stillClock, virtualClock } from './clock.ts'

function atWall() {
  let wall = 1_000_000
  return { wallClock: () => wall, pass: (milliseconds: number) => (wall += milliseconds) }
}

describe('virtualClock', () => {
  it('follows the wall clock at its speed', () => {
    const { wallClock, pass } = atWall()
    const clock = virtualClock({ wallClock, speed: 60 })
    pass(1000)
    expect(clock.now()).toBe(1_060_000)
  })

  it('does not jump when the speed changes, when it pauses or when it goes on', () => {
    const { wallClock, pass } = atWall()
    const clock = virtualClock({ wallClock, start: 0 })
    pass(500)
    clock.setSpeed(10)
    expect(clock.now()).toBe(500)
    pass(100)
    clock.pause()
    pass(9000)
    expect(clock.now()).toBe(1500)
    clock.resume()
    pass(10)
    expect(clock.now()).toBe(1600)
    expect(clock.state()).toEqual({ now: 1600, speed: 10, paused: false })
  })

  it('can be moved ahead, also while paused, and never back', () => {
    const clock = stillClock(5000)
    clock.advance(250)
    expect(clock.now()).toBe(5250)
    expect(() => clock.advance(-1)).toThrow(RangeError)
    expect(() => clock.advance(Number.NaN)).toThrow(RangeError)
  })

  it('stands still if the wall clock is set back', () => {
    const { wallClock, pass } = atWall()
    const clock = virtualClock({ wallClock, start: 0 })
    pass(-5000)
    expect(clock.now()).toBe(0)
  })

  it('refuses a speed that is not one', () => {
    const clock = stillClock(0)
    for (const speed of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e9]) {
      expect(() => clock.setSpeed(speed)).toThrow(RangeError)
    }
  })

  it('begins again for a new world', () => {
    const { wallClock, pass } = atWall()
    const following = virtualClock({ wallClock, speed: 1000 })
    pass(60_000)
    following.restart()
    expect(following.now()).toBe(wallClock())
    const still = stillClock(7)
    still.advance(100)
    still.restart()
    expect(still.now()).toBe(7)
    still.restart(42)
    expect(still.now()).toBe(42)
  })
})

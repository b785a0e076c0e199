import { expect, test } from 'vitest'
import { createServiceClock } from './service-clock.ts'

const start = Date.UTC(2026, 10, 21, 12)
const header = (time: number) => new Date(time).toUTCString()

function setUp() {
  let wall = start
  const clock = createServiceClock(() => wall)
  return {
    clock,
    move: (ms: number) => {
      wall += ms
    },
    hear: (time: number) => clock.observe(header(time), wall, wall),
  }
}

test('before the service has said anything the computer is believed', () => {
  const { clock, move } = setUp()
  move(500)
  expect(clock.now()).toBe(start + 500)
})

test('a computer that is ten minutes slow shows ages right', () => {
  const { clock, move, hear } = setUp()
  hear(start + 600_000)
  move(1_000)
  expect(Math.abs(clock.now() - (start + 601_000))).toBeLessThanOrEqual(1_000)
})

test('the whole seconds of the header make no second hand jump', () => {
  const { clock, move, hear } = setUp()
  move(900)
  hear(start)
  expect(clock.now()).toBe(start + 900)
})

test('a world that is sped up runs on between answers, and one that is held stands still', () => {
  const { clock, move } = setUp()
  clock.align(start, 60)
  move(1_000)
  expect(clock.now()).toBe(start + 60_000)
  clock.align(clock.now(), 0)
  move(5_000)
  expect(clock.now()).toBe(start + 60_000)
})

test('tells when time jumps, and not when it goes', () => {
  const { clock, move, hear } = setUp()
  let jumps = 0
  clock.onJump(() => {
    jumps += 1
  })
  move(30_000)
  hear(start + 30_000)
  expect(jumps).toBe(0)
  hear(start + 7_200_000)
  expect(jumps).toBe(1)
})

test.each([null, undefined, '', 'yesterday'])('a header that says %j is passed over', said => {
  const { clock } = setUp()
  clock.observe(said, start, start)
  expect(clock.now()).toBe(start)
})

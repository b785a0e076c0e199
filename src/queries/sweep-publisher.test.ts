import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sweep } from '#src/domain/sweep.ts'
import { createSweepPublisher } from './sweep-publisher.ts'

function setUp(previous?: Sweep<number>) {
  const shown: Sweep<number>[] = []
  let frame: (() => void) | null = null
  let scheduled = 0
  const publisher = createSweepPublisher<number>({
    previous,
    publish: sweep => shown.push(sweep),
    schedule: run => {
      scheduled += 1
      frame = run
      return () => {
        frame = null
      }
    },
    now: () => 7,
  })
  const nextFrame = () => {
    const run = frame
    frame = null
    run?.()
  }
  return { publisher, shown, nextFrame, scheduled: () => scheduled }
}

const whole = (rows: number[]): Sweep<number> => ({ rows, complete: true, pages: 1, asOf: 1 })

test('the first page is shown at once, the next ones together with the next frame', () => {
  const { publisher, shown, nextFrame, scheduled } = setUp()
  publisher.add([1])
  publisher.add([2])
  publisher.add([3])
  expect(shown.map(sweep => sweep.rows)).toEqual([[1]])
  expect(scheduled()).toBe(1)
  nextFrame()
  expect(shown.at(-1)).toEqual({ rows: [1, 2, 3], complete: false, pages: 3, asOf: 7 })
})

test('a refetch is not seen before it is whole', () => {
  const { publisher, shown, nextFrame } = setUp(whole([1, 2, 3]))
  publisher.add([1])
  nextFrame()
  publisher.add([2, 3, 4, 5])
  nextFrame()
  expect(shown).toEqual([])
  expect(publisher.finish()).toMatchObject({ rows: [1, 2, 3, 4, 5], complete: true })
})

test('a new try after a broken sweep waits until it has as many rows', () => {
  const { publisher, shown, nextFrame } = setUp({ ...whole([1, 2]), complete: false })
  publisher.add([1])
  nextFrame()
  expect(shown).toEqual([])
  publisher.add([2, 3])
  expect(shown.at(-1)?.rows).toEqual([1, 2, 3])
})

test('what came before it broke is shown, and nothing after it was stopped', () => {
  const broken = setUp()
  broken.publisher.add([1])
  broken.publisher.add([2])
  broken.publisher.fail()
  expect(broken.shown.at(-1)).toMatchObject({ rows: [1, 2], complete: false })
  const stopped = setUp()
  stopped.publisher.add([1])
  stopped.publisher.add([2])
  stopped.publisher.stop()
  stopped.nextFrame()
  expect(stopped.shown.map(sweep => sweep.rows)).toEqual([[1]])
})

test('however pages and frames fall, rows only grow, none is lost or doubled, and what was shown stays as it was', () => {
  const pages = fc.array(fc.array(fc.nat(), { maxLength: 5 }), { minLength: 1, maxLength: 30 })
  const before = fc.option(
    fc.record({ rows: fc.array(fc.nat(), { maxLength: 40 }), complete: fc.boolean() }),
    {
      nil: undefined,
    },
  )
  fc.assert(
    fc.property(pages, before, fc.array(fc.boolean()), (given, previous, frames) => {
      const { publisher, shown, nextFrame } = setUp(previous && { ...previous, pages: 1, asOf: 1 })
      const copies: number[][] = []
      let least = previous?.rows.length ?? 0
      given.forEach((page, index) => {
        publisher.add(page)
        if (frames[index]) nextFrame()
        const latest = shown.at(-1)
        if (latest === undefined) return
        expect(latest.rows.length).toBeGreaterThanOrEqual(least)
        least = latest.rows.length
        copies[shown.length - 1] ??= [...latest.rows]
      })
      expect(publisher.finish().rows).toEqual(given.flat())
      shown.forEach((sweep, index) => {
        if (copies[index]) expect(sweep.rows).toEqual(copies[index])
        expect(given.flat().slice(0, sweep.rows.length)).toEqual(sweep.rows)
      })
    }),
  )
})

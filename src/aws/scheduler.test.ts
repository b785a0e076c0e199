import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createScheduler, type Job, type Priority, type Timers } from './scheduler.ts'

/** Time that stands still until it is moved; moving it runs what is due and lets promises settle in between. */
function testTimers() {
  let now = 0
  let due: { at: number; run: () => void }[] = []
  const timers: Timers = {
    now: () => now,
    after: (ms, run) => {
      const entry = { at: now + ms, run }
      due.push(entry)
      return () => {
        due = due.filter(other => other !== entry)
      }
    },
  }
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  const move = async (ms: number) => {
    const end = now + ms
    await settle()
    for (;;) {
      const next = due.filter(entry => entry.at <= end).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      due = due.filter(entry => entry !== next)
      now = Math.max(now, next.at)
      next.run()
      await settle()
    }
    now = end
  }
  return { timers, move }
}

function setUp(limit = { ratePerSecond: 2, burst: 3 }, maxInFlight = 100) {
  const { timers, move } = testTimers()
  const scheduler = createScheduler({ timers, limits: { api: limit }, maxInFlight })
  const sent: { name: string; at: number }[] = []
  const start = (name: string, priority: Priority = 'screen', change: Partial<Job<string>> = {}) => {
    const run = async () => {
      sent.push({ name, at: timers.now() })
      return name
    }
    return scheduler.run({ bucket: 'api', priority, run, judge: () => null, ...change })
  }
  return { timers, move, scheduler, sent, start, names: () => sent.map(one => one.name) }
}

test('sends a burst at once and the rest at the rate', async () => {
  const { start, move, sent } = setUp()
  for (const name of ['a', 'b', 'c', 'd', 'e']) void start(name)
  await move(5_000)
  expect(sent.map(one => one.at)).toEqual([0, 0, 0, 500, 1_000])
})

test('a click goes before what is on screen, and that before the background', async () => {
  const { start, move, names } = setUp({ ratePerSecond: 1, burst: 1 })
  void start('first')
  void start('kept fresh', 'background')
  void start('shown', 'screen')
  void start('clicked', 'click')
  await move(10_000)
  expect(names()).toEqual(['first', 'clicked', 'shown', 'kept fresh'])
})

test('while nobody looks only clicks are sent, and the rest when somebody looks again', async () => {
  const { scheduler, start, move, names } = setUp()
  scheduler.setPaused(true)
  void start('shown')
  void start('clicked', 'click')
  await move(60_000)
  expect(names()).toEqual(['clicked'])
  expect(scheduler.load()).toMatchObject({ queued: 1, paused: true })
  scheduler.setPaused(false)
  await move(0)
  expect(names()).toEqual(['clicked', 'shown'])
})

test('an aborted call leaves the queue and costs nothing', async () => {
  const { start, move, names } = setUp({ ratePerSecond: 1, burst: 1 })
  const controller = new AbortController()
  void start('first')
  const dropped = start('dropped', 'screen', { signal: controller.signal })
  void start('next')
  controller.abort(new Error('left'))
  await expect(dropped).rejects.toThrow('left')
  await move(1_000)
  expect(names()).toEqual(['first', 'next'])
})

test('Retry-After holds everything of the API, clicks too, and the call is tried again', async () => {
  const { scheduler, start, move, sent } = setUp({ ratePerSecond: 10, burst: 10 })
  let refusals = 1
  const result = start('throttled', 'screen', {
    run: async () => {
      sent.push({ name: 'throttled', at: -1 })
      if (refusals-- > 0) throw new Error('wait')
      return 'done'
    },
    judge: () => ({ retryInMs: 3_000, hold: true }),
  })
  await move(0)
  void start('clicked', 'click')
  await move(2_900)
  expect(sent.map(one => one.name)).toEqual(['throttled'])
  expect(scheduler.load().heldUntil).toBe(3_000)
  await move(2_000)
  expect(sent.map(one => one.name)).toEqual(['throttled', 'clicked', 'throttled'])
  await expect(result).resolves.toBe('done')
})

test('a dropped queue rejects what waits, also what waits to be tried again', async () => {
  const { scheduler, start, move, names } = setUp({ ratePerSecond: 1, burst: 1 })
  const again = start('again', 'screen', {
    run: () => Promise.reject(new Error('broken')),
    judge: () => ({ retryInMs: 500, hold: false }),
  })
  const waiting = start('waiting')
  await move(0)
  scheduler.drop(() => new Error('over'))
  await expect(again).rejects.toThrow('over')
  await expect(waiting).rejects.toThrow('over')
  await move(60_000)
  expect(names()).toEqual([])
  expect(scheduler.load()).toMatchObject({ queued: 0, inFlight: 0 })
})

test('never more under way than allowed, but a click need not wait for that', async () => {
  const { start, scheduler, move, names } = setUp({ ratePerSecond: 100, burst: 100 }, 2)
  const endless = { run: () => new Promise<string>(() => undefined) }
  void start('one', 'screen', endless)
  void start('two', 'screen', endless)
  void start('three')
  void start('clicked', 'click')
  await move(1_000)
  expect(names()).toEqual(['clicked'])
  expect(scheduler.load()).toMatchObject({ inFlight: 2, queued: 1 })
})

test('whatever is asked, no window of time has more calls than burst and rate allow, and none is lost', async () => {
  const priority = fc.constantFrom<Priority>('click', 'screen', 'background')
  const arrivals = fc.array(fc.record({ after: fc.nat(700), priority, abort: fc.boolean() }), {
    maxLength: 40,
  })
  const limits = fc.record({
    ratePerSecond: fc.integer({ min: 1, max: 20 }),
    burst: fc.integer({ min: 1, max: 10 }),
  })
  await fc.assert(
    fc.asyncProperty(arrivals, limits, async (given, limit) => {
      const { start, move, sent } = setUp(limit)
      const outcomes: string[] = []
      for (const [index, { after, priority: urgency, abort }] of given.entries()) {
        await move(after)
        const controller = new AbortController()
        start(`${index}`, urgency, { signal: controller.signal }).then(
          () => outcomes.push('sent'),
          () => outcomes.push('dropped'),
        )
        if (abort) controller.abort(new Error('left'))
      }
      await move(120_000)
      expect(outcomes).toHaveLength(given.length)
      const wanted = given.flatMap(({ abort }, index) => (abort ? [] : [`${index}`]))
      const names = sent.map(one => one.name)
      expect(wanted.filter(name => !names.includes(name))).toEqual([])
      expect(new Set(names).size).toBe(names.length)
      for (const [first, { at: from }] of sent.entries()) {
        for (const [last, { at: to }] of sent.entries()) {
          if (last < first) continue
          const allowed = limit.burst + ((to - from) / 1000) * limit.ratePerSecond
          expect(last - first + 1).toBeLessThanOrEqual(allowed + 1e-6)
        }
      }
    }),
    { numRuns: 60 },
  )
})

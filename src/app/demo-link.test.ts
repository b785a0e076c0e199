import { expect, test } from 'vitest'
import type { DemoControl, DemoState } from '#src/queries/demo.ts'
import { createSimulator } from '#src/simulator/create-simulator.ts'
import { createDemoControl } from './demo-control.ts'
import { followDemoLink, readDemoLink, withoutDemoLink } from './demo-link.ts'

function setUp(): DemoControl & { states: DemoState[] } {
  const simulator = createSimulator({ scenario: 'calm', seed: 1 })
  const states: DemoState[] = []
  const fetcher: typeof fetch = (input, init) => simulator.fetch(new Request(input, init))
  return { ...createDemoControl(fetcher, false, state => states.push(state)), states }
}

test('reads what a link asks for and passes over what it cannot mean', () => {
  expect(readDemoLink('?scenario=bad-release&seed=7&speed=60&devices=10000')).toEqual({
    scenario: 'bad-release',
    seed: 7,
    speed: 60,
    devices: 10_000,
  })
  expect(readDemoLink('?scenario=worst&seed=-1&speed=fast&devices=9000000')).toBeNull()
  expect(readDemoLink('?q=pump')).toBeNull()
})

test('the address keeps everything else', () => {
  expect(withoutDemoLink('https://m.example.org/core-devices?scenario=calm&q=pump&seed=3#top')).toBe(
    'https://m.example.org/core-devices?q=pump#top',
  )
})

test('a world that fits the link goes on where it is; another one begins anew', async () => {
  const demo = setUp()
  const { startedAt } = await demo.state()
  await followDemoLink(demo, { scenario: 'calm', seed: 1, speed: 30 })
  expect(await demo.state()).toMatchObject({ startedAt, clock: { speed: 30 } })
  await followDemoLink(demo, { scenario: 'empty', speed: 2 })
  expect(await demo.state()).toMatchObject({ scenario: 'empty', seed: 1, clock: { speed: 2 } })
  await followDemoLink(demo, { scenario: 'large', devices: 200 })
  expect(await demo.state()).toMatchObject({ scenario: 'large', devices: 200 })
  await followDemoLink(demo, { scenario: 'large' })
  expect(await demo.state()).toMatchObject({ scenario: 'large', devices: null })
})

test('the control tells of each change, and what the service says of a wrong one', async () => {
  const demo = setUp()
  const changes: string[] = []
  const end = demo.subscribe(change => changes.push(change))
  const before = (await demo.pause()).clock
  expect(before.paused).toBe(true)
  expect((await demo.advance(3_600_000)).clock.now).toBe(before.now + 3_600_000)
  await demo.resume()
  await demo.reset({ seed: 2 })
  end()
  await demo.pause()
  expect(changes).toEqual(['moved', 'moved', 'moved', 'reset'])
  expect(demo.states).toHaveLength(5)
  await expect(demo.arm({ kind: 'meteor' })).rejects.toThrow('kind must be one of')
  const fault = await demo.arm({ kind: 'html', operation: 'ListCoreDevices', count: null })
  expect((await demo.state()).faults).toEqual([fault])
  await demo.disarm()
  expect((await demo.state()).faults).toEqual([])
})

import { expect, it } from 'vitest'
import { stillClock } from '../clock.ts'
import { buildWorld, namedDevices } from './build-world.ts'

const clock = stillClock(Date.UTC(2026, 10, 21))
const size = (scenario: 'calm' | 'empty' | 'large' | 'bad-release', devices?: number) =>
  buildWorld({ scenario, seed: 1, clock, ...(devices !== undefined && { devices }) }).cores.size

it('has as many core devices as were asked for', () => {
  expect(size('calm')).toBe(namedDevices)
  expect(size('calm', 600)).toBe(600)
  expect(size('bad-release', 300)).toBe(300)
  expect(size('large', 300)).toBe(300)
})

it('keeps an empty account empty, and a named fleet whole', () => {
  expect(size('empty', 600)).toBe(0)
  expect(size('calm', 5)).toBe(namedDevices)
})

import { expect, test } from 'vitest'
import type { CoreDevice } from '#src/domain/core-device.ts'
import { deviceFilter, readHealth } from './device-filters.ts'
import { healthText, platformOf, runtimeName } from './device-words.ts'

const hour = 3_600_000
const now = 1_800_000_000_000
const device = (facts: Partial<CoreDevice>): CoreDevice => ({
  name: 'core-1',
  status: 'HEALTHY',
  lastStatusUpdate: now - hour,
  platform: 'linux',
  architecture: 'aarch64',
  runtime: 'aws_nucleus_classic',
  ...facts,
})
const none = { health: null, platform: null, members: null }

test('without a filter there is no predicate to run over the fleet', () => {
  expect(deviceFilter(none, now)).toBeUndefined()
})

test('a healthy word that is two days old is silence, not health', () => {
  const old = device({ lastStatusUpdate: now - 49 * hour })
  expect(deviceFilter({ ...none, health: 'healthy' }, now)?.(old)).toBe(false)
  expect(deviceFilter({ ...none, health: 'silent' }, now)?.(old)).toBe(true)
})

test('filters add up', () => {
  const match = deviceFilter(
    { health: 'healthy', platform: 'linux / aarch64', members: new Set(['core-1', 'core-2']) },
    now,
  )
  expect(match?.(device({}))).toBe(true)
  expect(match?.(device({ name: 'core-3' }))).toBe(false)
  expect(match?.(device({ name: 'core-2', architecture: 'amd64' }))).toBe(false)
})

test('a health that is none reads as any', () => {
  expect(readHealth('stale')).toBe('stale')
  expect(readHealth('splendid')).toBeNull()
  expect(platformOf(device({ platform: '' }))).toBe('– / aarch64')
})

test('words say whether they are about now or about the last time it was heard', () => {
  expect(healthText({ status: 'HEALTHY' }, 'healthy')).toBe('Healthy')
  expect(healthText({ status: 'HEALTHY' }, 'silent')).toBe('Silent, was healthy')
  expect(healthText({ status: 'DRAINING' }, 'unknown')).toBe('Draining')
  expect(healthText({ status: 'HEALTHY' }, 'unknown')).toBe('Unknown')
  expect(runtimeName('aws_nucleus_lite')).toBe('Nucleus lite')
  expect(runtimeName('')).toBe('Not reported')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceFreshness, deviceHealth, fleetHealth } from './fleet-health.ts'

const hour = 3_600_000
const now = 1_800_000_000_000

test.each([
  [0, 'fresh'],
  [-hour, 'fresh'],
  [24 * hour - 1, 'fresh'],
  [24 * hour, 'stale'],
  [48 * hour - 1, 'stale'],
  [48 * hour, 'silent'],
] as const)('a report %i ms old is %s', (age, freshness) =>
  expect(deviceFreshness(now - age, now)).toBe(freshness),
)

test('a device that never reported is unknown', () => {
  expect(deviceFreshness(null, now)).toBe('unknown')
  expect(deviceHealth({ status: 'HEALTHY', lastStatusUpdate: null }, now)).toBe('unknown')
})

test('HEALTHY fades with age, UNHEALTHY does not, and other words mean nothing', () => {
  const health = (status: string, age: number) => deviceHealth({ status, lastStatusUpdate: now - age }, now)
  expect(health('HEALTHY', hour)).toBe('healthy')
  expect(health('HEALTHY', 30 * hour)).toBe('stale')
  expect(health('HEALTHY', 90 * hour)).toBe('silent')
  expect(health('UNHEALTHY', 90 * hour)).toBe('unhealthy')
  expect(health('ODD', hour)).toBe('unknown')
})

test('every device is counted once by health and once by age', () => {
  const device = fc.record({
    status: fc.constantFrom('HEALTHY', 'UNHEALTHY', 'ODD'),
    lastStatusUpdate: fc.option(fc.integer({ min: now - 100 * hour, max: now + hour })),
  })
  fc.assert(
    fc.property(fc.array(device), devices => {
      const h = fleetHealth(devices, now)
      expect(h.total).toBe(devices.length)
      expect(h.healthy + h.unhealthy + h.stale + h.silent + h.unknown).toBe(devices.length)
      expect(h.byAge.reduce((sum, { count }) => sum + count, 0)).toBe(devices.length)
    }),
  )
})

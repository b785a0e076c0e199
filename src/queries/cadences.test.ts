import { expect, test } from 'vitest'
import { type FailureKind, ServiceFailure } from '#src/domain/service-failure.ts'
import { cadences, nextTurn, sweepCadence } from './cadences.ts'

const failure = (kind: FailureKind) =>
  new ServiceFailure('It did not work.', {
    kind,
    action: '',
    code: '',
    status: null,
    requestId: null,
    fields: [],
    retryAfterSeconds: null,
    resource: null,
  })

test.each([
  ['nothing failed', cadences.devices, null, cadences.devices],
  ['the network broke', cadences.devices, failure('offline'), cadences.afterFailure],
  ['the service failed while something moved', cadences.moving, failure('service'), cadences.moving],
  ['a list takes long to read', 200_000, failure('timeout'), 50_000],
  ['asking sooner would not help', cadences.devices, failure('forbidden'), cadences.devices],
  ['the service asked to wait', cadences.devices, failure('throttled'), cadences.devices],
])('the next turn when %s', (_, usual, what, expected) => {
  expect(nextTurn(usual, what)).toBe(expected)
})

test('a list of a thousand pages is not read all the time', () => {
  const sweep = { rows: [], complete: true, pages: 1000, asOf: 0 }
  expect(sweepCadence(60_000, sweep, 20)).toBe(200_000)
  expect(sweepCadence(60_000, undefined, 20)).toBe(60_000)
})

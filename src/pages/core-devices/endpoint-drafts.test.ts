import { expect, test } from 'vitest'
import { endpointProblems, endpointsFromDrafts } from './endpoint-drafts.ts'

const draft = (host: string, port: string) => ({ host, port, metadata: '' })

test.each([
  ['10.0.4.17', '8883', true],
  ['broker.plant.example', '0', true],
  ['broker.plant.example', '65535', true],
  ['', '8883', false],
  ['two words', '8883', false],
  ['10.0.4.17', '65536', false],
  ['10.0.4.17', '-1', false],
  ['10.0.4.17', 'mqtt', false],
  ['10.0.4.17', '', false],
])('%s : %s is acceptable: %s', (host, port, fine) => {
  expect(Object.keys(endpointProblems([draft(host, port)])[0] ?? {}).length === 0).toBe(fine)
})

test('blanks around what was typed are not sent', () => {
  expect(endpointsFromDrafts([{ host: ' 10.0.4.17 ', port: '8883', metadata: ' eth0 ' }])).toEqual([
    { hostAddress: '10.0.4.17', portNumber: 8883, metadata: 'eth0' },
  ])
})

test('a problem is told where it is', () => {
  expect(endpointProblems([draft('two words', '8883'), draft('10.0.4.17', '99999')])).toEqual([
    { host: 'A host has no blanks in it.' },
    { port: 'The port is a number from 0 to 65535.' },
  ])
})

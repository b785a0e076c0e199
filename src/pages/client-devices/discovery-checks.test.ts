import { expect, test } from 'vitest'
import { discoveryChecks } from './discovery-checks.ts'

const states = (facts: Parameters<typeof discoveryChecks>[0]) =>
  discoveryChecks(facts).map(({ id, state }) => `${id} ${state}`)

test('nothing is claimed before it is known', () => {
  expect(states({ roleArn: undefined, endpoints: undefined, components: undefined })).toEqual([
    'role unknown',
    'endpoints unknown',
    'auth unknown',
    'broker unknown',
  ])
})

test('all is there', () => {
  const checks = discoveryChecks({
    roleArn: 'arn:aws:iam::123456789012:role/service-role/Greengrass_ServiceRole',
    endpoints: [
      { hostAddress: '10.0.0.4', portNumber: 8883 },
      { hostAddress: 'gw.example', portNumber: 8883 },
    ],
    components: [
      { name: 'aws.greengrass.clientdevices.Auth', state: 'RUNNING' },
      { name: 'aws.greengrass.clientdevices.mqtt.EMQX', state: 'RUNNING' },
    ],
  })
  expect(checks.every(({ state }) => state === 'ok')).toBe(true)
  expect(checks.map(({ detail }) => detail)).toEqual([
    'Greengrass_ServiceRole',
    '10.0.0.4:8883 and 1 more',
    'Auth',
    'EMQX',
  ])
})

test('a component that is there but broken serves nobody', () => {
  expect(
    states({
      roleArn: null,
      endpoints: [],
      components: [{ name: 'aws.greengrass.clientdevices.mqtt.Moquette', state: 'BROKEN' }],
    }),
  ).toEqual(['role missing', 'endpoints missing', 'auth missing', 'broker missing'])
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseConfig } from './config.ts'

const connection = {
  name: 'Plant',
  region: 'eu-central-1',
  identityPoolId: 'eu-central-1:01234567-89ab-cdef-0123-456789abcdef',
}
const problemsOf = (json: unknown) => {
  const parsed = parseConfig(json)
  return parsed.ok ? [] : parsed.problems
}
const withConnection = (change: object) => ({ mode: 'aws', connections: [{ ...connection, ...change }] })

test('the configuration that Meadow is shipped with is right', () => {
  const shipped = JSON.parse(readFileSync('public/config.json', 'utf8'))
  const parsed = parseConfig(shipped)
  expect(parsed).toMatchObject({ ok: true, config: { mode: 'demo' } })
  if (!parsed.ok) return
  expect(parsed.config.connections.map(one => [one.name, one.readOnly])).toEqual([
    ['Demo fleet', false],
    ['Demo fleet, read-only', true],
  ])
})

test('what is left out gets its default', () => {
  expect(parseConfig(withConnection({}))).toEqual({
    ok: true,
    config: {
      mode: 'aws',
      connections: [
        { ...connection, flow: 'enhanced', endpoints: {}, readOnly: false, requestsPerSecond: 8 },
      ],
    },
  })
})

test('one gateway stands before both services of the fleet', () => {
  const parsed = parseConfig(withConnection({ endpoint: 'https://gateway.example.org/aws/' }))
  expect(parsed).toMatchObject({
    config: {
      connections: [
        {
          endpoints: {
            greengrass: 'https://gateway.example.org/aws',
            iot: 'https://gateway.example.org/aws',
          },
        },
      ],
    },
  })
})

test.each([
  [
    'an unknown mode',
    { mode: 'prod', connections: [connection] },
    'mode must be "demo" or "aws"; it is "prod".',
  ],
  ['no mode', { connections: [connection] }, 'mode must be "demo" or "aws"; it is missing.'],
  ['no connection', { mode: 'aws', connections: [] }, 'connections must list at least one connection.'],
  [
    'no identity pool',
    withConnection({ identityPoolId: undefined }),
    'connections[0].identityPoolId is missing.',
  ],
  [
    'a wrong identity pool',
    withConnection({ identityPoolId: 'eu-central-1_AbCdEf' }),
    'connections[0].identityPoolId must be an identity pool id such as',
  ],
  ['a slip in the Region', withConnection({ region: 'eu-centrl-1' }), 'Did you mean "eu-central-1"?'],
  [
    'an availability zone for a Region',
    withConnection({ region: 'eu-central-1a' }),
    'Did you mean "eu-central-1"?',
  ],
  [
    'no Region at all',
    withConnection({ region: 'Frankfurt' }),
    'connections[0].region must be an AWS Region',
  ],
  [
    'an http endpoint',
    withConnection({ endpoint: 'http://gateway.example.org' }),
    'connections[0].endpoint must begin with https://',
  ],
  [
    'no address',
    withConnection({ endpoints: { iot: 'gateway' } }),
    'connections[0].endpoints.iot must be an address',
  ],
  ['a slip in a name', withConnection({ redOnly: true }), 'connections[0].redOnly is no setting of Meadow.'],
  [
    'a text for a switch',
    withConnection({ readOnly: 'yes' }),
    'connections[0].readOnly must be true or false.',
  ],
  [
    'a greedy tab',
    withConnection({ requestsPerSecond: 300 }),
    'connections[0].requestsPerSecond must be a number above 0, up to 30.',
  ],
  [
    'the basic flow without a role',
    withConnection({ flow: 'basic' }),
    'connections[0].roleArn must be the ARN',
  ],
  [
    'half a user pool',
    withConnection({ userPool: { authority: 'https://cognito-idp.eu-central-1.amazonaws.com/p' } }),
    'connections[0].userPool.clientId is missing.',
  ],
  [
    'two of one name',
    { mode: 'aws', connections: [connection, connection] },
    'connections: the name "Plant" is used more than once.',
  ],
  ['a list', [], 'The file must hold one JSON object.'],
])('%s is named', (_, json, problem) => {
  expect(
    problemsOf(json).some(one => one.includes(problem)),
    problemsOf(json).join('\n'),
  ).toBe(true)
})

test('all problems are named at once', () => {
  expect(problemsOf({ mode: 'x', connections: [{ name: '', region: 'x' }] })).toHaveLength(4)
})

test('a Region that is newer than Meadow is taken', () => {
  expect(problemsOf(withConnection({ region: 'mx-central-1' }))).toEqual([])
})

test('plain http is for this computer, and a path for the own site', () => {
  for (const endpoint of ['http://127.0.0.1:8787', 'http://localhost:8787', '/aws']) {
    expect(problemsOf(withConnection({ endpoint }))).toEqual([])
  }
  expect(problemsOf(withConnection({ endpoint: '//elsewhere.example.org' }))).not.toEqual([])
})

test('nothing that JSON can hold breaks it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), json => {
      const parsed = parseConfig(json)
      expect(parsed.ok || parsed.problems.length > 0).toBe(true)
    }),
  )
})

import { GetServiceRoleForAccountCommand, ListCoreDevicesCommand } from '@aws-sdk/client-greengrassv2'
import { ListThingGroupsCommand } from '@aws-sdk/client-iot'
import { expect, test } from 'vitest'
import { createSimulator } from '#src/simulator/create-simulator.ts'
import type { ConnectionConfig } from './config.ts'
import { openConnection } from './connection.ts'

const config: ConnectionConfig = {
  name: 'In a browser',
  region: 'us-east-1',
  identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000000',
  flow: 'enhanced',
  endpoints: {},
  readOnly: false,
  requestsPerSecond: 30,
}

const origin = 'https://meadow.example.org'
const simple = new Set(['accept', 'accept-language', 'content-language'])
/** Set by the browser itself. In Node the SDK sets the first, and there is no browser to drop it. */
const forbidden = new Set(['user-agent', 'host', 'content-length', 'connection'])

/**
 * `fetch` as a browser does it: asks by OPTIONS what the service allows, and keeps an answer to itself that the page
 * may not have. https://fetch.spec.whatwg.org/#cors-protocol
 */
function browserFetch(server: (request: Request) => Promise<Response>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    if (request.mode === 'no-cors') return server(request)
    const names = [...request.headers.keys()].filter(name => !simple.has(name) && !forbidden.has(name))
    const preflight = await server(
      new Request(request.url, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': request.method,
          'access-control-request-headers': names.sort().join(','),
        },
      }),
    )
    const listed = (header: string) =>
      (preflight.headers.get(header) ?? '').split(',').map(name => name.trim().toLowerCase())
    const allowed = listed('access-control-allow-headers')
    const mayName = (name: string) =>
      allowed.includes(name) || (allowed.includes('*') && name !== 'authorization')
    const mayUse = listed('access-control-allow-methods').includes(request.method.toLowerCase())
    if (!preflight.ok || !mayUse || !names.every(mayName)) throw new TypeError('Failed to fetch')
    const answer = await server(request)
    const who = answer.headers.get('access-control-allow-origin')
    if (who !== '*' && who !== origin) throw new TypeError('Failed to fetch')
    return answer
  }
}

test('every call of the app passes the preflight of a strict service', async () => {
  const simulator = createSimulator({ scenario: 'calm', seed: 1 })
  const options = { fetch: browserFetch(simulator.fetch), page: null, correctClockSkew: false }
  const connection = openConnection(config, options)
  await expect(connection.call(new ListCoreDevicesCommand({}))).resolves.toBeDefined()
  await expect(connection.call(new ListThingGroupsCommand({}))).resolves.toBeDefined()
})

test('a path without CORS is told from a network without the service', async () => {
  const simulator = createSimulator({ scenario: 'calm', seed: 1 })
  const answersNoPreflight = async (request: Request) =>
    request.method === 'OPTIONS' && request.url.includes('/servicerole')
      ? new Response(null, { status: 403 })
      : simulator.fetch(request)
  const options = { fetch: browserFetch(answersNoPreflight), page: null, correctClockSkew: false }
  const connection = openConnection(config, options)
  await expect(connection.call(new ListCoreDevicesCommand({}))).resolves.toBeDefined()
  await expect(connection.call(new GetServiceRoleForAccountCommand({}))).rejects.toMatchObject({
    kind: 'cors',
    action: 'greengrass:GetServiceRoleForAccount',
  })
})

test('a network without the service is offline', async () => {
  const simulator = createSimulator({ scenario: 'calm', seed: 1 })
  const unplugged = async (request: Request) => {
    if (new URL(request.url).host.startsWith('greengrass.')) throw new TypeError('Failed to fetch')
    return simulator.fetch(request)
  }
  const options = { fetch: browserFetch(unplugged), page: null, correctClockSkew: false }
  const connection = openConnection(config, options)
  await expect(connection.call(new ListCoreDevicesCommand({}))).rejects.toMatchObject({ kind: 'offline' })
})

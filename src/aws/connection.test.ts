import {
  CreateDeploymentCommand,
  DeleteCoreDeviceCommand,
  GetCoreDeviceCommand,
  ListCoreDevicesCommand,
  ListDeploymentsCommand,
} from '@aws-sdk/client-greengrassv2'
import { ListThingGroupsCommand } from '@aws-sdk/client-iot'
import { expect, test } from 'vitest'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { createSimulator } from '#src/simulator/create-simulator.ts'
import type { ConnectionConfig } from './config.ts'
import { openConnection } from './connection.ts'

const config: ConnectionConfig = {
  name: 'Test fleet',
  region: 'us-east-1',
  identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000000',
  flow: 'enhanced',
  endpoints: {},
  readOnly: false,
  requestsPerSecond: 30,
}

function connect(change: Partial<ConnectionConfig> = {}) {
  const simulator = createSimulator({ scenario: 'calm', seed: 1 })
  const seen: Request[] = []
  const spy: typeof fetch = (input, init) => {
    const request = new Request(input, init)
    seen.push(request)
    return simulator.fetch(request)
  }
  const connection = openConnection(
    { ...config, ...change },
    { fetch: spy, page: null, correctClockSkew: false },
  )
  const control = async (path: string, body: unknown) => {
    const init = { method: 'POST', body: JSON.stringify(body) }
    const answer = await simulator.fetch(new Request(`https://simulator.invalid/_simulator/${path}`, init))
    expect(answer.status).toBe(200)
  }
  const arm = (fault: object) => control('faults', fault)
  return { simulator, connection, seen, arm, control }
}

async function failureOf(promise: Promise<unknown>): Promise<ServiceFailure> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ServiceFailure)
  return error as ServiceFailure
}

const listDevices = () => new ListCoreDevicesCommand({ maxResults: 5 })
const pathOf = (request: Request) => new URL(request.url).pathname

test('signs with credentials of the identity pool and reads both services', async () => {
  const { connection } = connect()
  const devices = await connection.call(listDevices())
  const groups = await connection.call(new ListThingGroupsCommand({ maxResults: 3 }))
  expect(devices.coreDevices).toHaveLength(5)
  expect(groups.thingGroups?.length).toBeGreaterThan(0)
})

test('asks Cognito once, however many calls of both clients start together', async () => {
  const { connection, seen } = connect()
  const groups = () => connection.call(new ListThingGroupsCommand({}))
  await Promise.all([connection.call(listDevices()), groups(), connection.call(listDevices()), groups()])
  const targets = seen.map(request => request.headers.get('x-amz-target')).filter(Boolean)
  // GetId may be missing: the SDK keeps a guest's identity.
  expect(targets.filter(target => target?.endsWith('GetCredentialsForIdentity'))).toHaveLength(1)
  expect(targets.length).toBeLessThanOrEqual(2)
})

test('sends no header that Greengrass refuses in a preflight', async () => {
  const { connection, seen } = connect()
  await connection.call(listDevices())
  await connection.call(new ListThingGroupsCommand({}))
  await connection
    .call(new CreateDeploymentCommand({ targetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/nobody' }))
    .catch(() => undefined)
  const toServices = seen.filter(request => !request.headers.has('x-amz-target'))
  expect(toServices.map(pathOf)).toEqual([
    '/greengrass/v2/coreDevices',
    '/thing-groups',
    '/greengrass/v2/deployments',
  ])
  // The list that the IoT endpoint was seen to allow; Greengrass is said to allow no more.
  const allowed = [
    'authorization',
    'content-type',
    'x-amz-content-sha256',
    'x-amz-date',
    'x-amz-security-token',
    'x-amz-user-agent',
  ]
  // A browser sets these itself and does not ask for them; in Node the SDK does.
  const browsers = ['user-agent', 'host', 'content-length']
  for (const request of toServices) {
    const names = [...request.headers.keys()].filter(name => !browsers.includes(name))
    expect(names.filter(name => !allowed.includes(name))).toEqual([])
  }
})

test.each([
  { fault: 'html', kind: 'unreadable', status: 502 },
  { fault: 'garbage', kind: 'unreadable', status: 200 },
  { fault: 'empty', kind: 'unreadable', status: 200 },
  { fault: 'status-500', kind: 'service', status: 500 },
  { fault: 'denied', kind: 'forbidden', status: 403 },
])('a read that is answered with $fault fails as $kind', async ({ fault, kind, status }) => {
  const { connection, arm } = connect()
  await arm({ kind: fault, operation: 'ListCoreDevices', count: null })
  const failure = await failureOf(connection.call(listDevices()))
  expect(failure).toMatchObject({ kind, status, action: 'greengrass:ListCoreDevices' })
  expect(failure.message).not.toBe('')
})

test('a read survives a failure that passes', async () => {
  const { connection, arm, seen } = connect()
  await arm({ kind: 'status-500', operation: 'ListCoreDevices' })
  await expect(connection.call(listDevices())).resolves.toBeDefined()
  expect(seen.map(pathOf).filter(path => path.endsWith('/coreDevices'))).toHaveLength(2)
})

test('a write is not repeated after a failure, since nobody knows whether it was carried out', async () => {
  const { connection, arm, seen } = connect()
  await arm({ kind: 'status-500', operation: 'DeleteCoreDevice' })
  const failure = await failureOf(
    connection.call(new DeleteCoreDeviceCommand({ coreDeviceThingName: 'pump-1' })),
  )
  expect(failure.kind).toBe('service')
  expect(seen.filter(request => request.method === 'DELETE')).toHaveLength(1)
})

test('a late answer ends as a timeout, and the request is aborted', async () => {
  const { connection, arm, seen } = connect()
  await connection.credentials()
  await arm({ kind: 'never', operation: 'ListCoreDevices' })
  const failure = await failureOf(connection.call(listDevices(), { timeoutMs: 50 }))
  expect(failure.kind).toBe('timeout')
  expect(seen.at(-1)?.signal.aborted).toBe(true)
})

test('an abort by the caller is passed on as it is', async () => {
  const { connection, arm } = connect()
  await connection.credentials()
  await arm({ kind: 'never', operation: 'ListCoreDevices' })
  const controller = new AbortController()
  const call = connection.call(listDevices(), { signal: controller.signal })
  controller.abort(new DOMException('gone', 'AbortError'))
  await expect(call).rejects.toMatchObject({ name: 'AbortError', message: 'gone' })
})

test('a throttled call waits as long as it is asked to and then succeeds', async () => {
  const { connection, arm } = connect()
  await connection.credentials()
  await arm({ kind: 'throttle', operation: 'ListCoreDevices' })
  const start = Date.now()
  await connection.call(listDevices())
  expect(Date.now() - start).toBeGreaterThanOrEqual(1_900)
  expect(connection.meter.read().throttledLastMinute).toBe(1)
})

test('what the service says of a missing resource is kept', async () => {
  const { connection } = connect()
  const failure = await failureOf(
    connection.call(new GetCoreDeviceCommand({ coreDeviceThingName: 'nobody' })),
  )
  expect(failure).toMatchObject({ kind: 'not-found', code: 'ResourceNotFoundException', status: 404 })
  expect(failure.requestId).toMatch(/\S/)
})

test('what the service says of a wrong member is kept by field', async () => {
  const { connection } = connect()
  const failure = await failureOf(connection.call(new ListCoreDevicesCommand({ maxResults: 1000 })))
  expect(failure.kind).toBe('invalid')
  expect(failure.code).toBe('ValidationException')
})

test('expired credentials stop every call, and renewing them makes the same call work', async () => {
  const { connection, control, seen } = connect()
  await connection.call(listDevices())
  await control('credentials', { expireNow: true })
  expect((await failureOf(connection.call(listDevices()))).kind).toBe('expired')
  expect(connection.session.get().status).toBe('expired')
  const sent = seen.length
  expect((await failureOf(connection.call(new ListDeploymentsCommand({})))).kind).toBe('expired')
  expect(seen).toHaveLength(sent)
  // The simulator counts credentials of the same millisecond as expired too.
  while (Date.now() <= (connection.credentials.current()?.expiration?.getTime() ?? 0) - 3_600_000 + 5)
    await null
  await expect(connection.session.renew()).resolves.toEqual({ status: 'active' })
  await expect(connection.call(listDevices())).resolves.toBeDefined()
})

test('a pool that gives no credentials is an expired session, not a failed call', async () => {
  const { connection } = connect({ identityPoolId: 'us-east-1:99999999-9999-9999-9999-999999999999' })
  const failure = await failureOf(connection.call(listDevices()))
  expect(failure.kind).toBe('expired')
  expect(connection.session.get().status).toBe('expired')
})

test('the basic flow takes its role at STS', async () => {
  const { connection, seen } = connect({
    flow: 'basic',
    roleArn: 'arn:aws:iam::123456789012:role/MeadowAdmin',
  })
  await expect(connection.call(listDevices())).resolves.toBeDefined()
  expect(seen.map(request => new URL(request.url).host)).toContain('sts.us-east-1.amazonaws.com')
})

test('a connection that breaks is told from one that the browser may not read', async () => {
  const { connection, arm } = connect()
  await connection.call(listDevices())
  await arm({ kind: 'drop', operation: 'ListCoreDevices', count: null })
  expect((await failureOf(connection.call(listDevices()))).kind).toBe('offline')
})

import { beforeEach, describe, expect, it } from 'vitest'
import { stillClock } from './clock.ts'
import { createSimulator, type Simulator } from './create-simulator.ts'
import { type CallToSign, signed } from './signed-request.ts'
import { readRequest } from './wire/request.ts'
import { adminRole, readOnlyRole } from './wire/roles.ts'

const start = Date.UTC(2026, 10, 1)
let simulator: Simulator
let wallNow: number

beforeEach(() => {
  wallNow = start
  simulator = createSimulator({ clock: stillClock(start), scenario: 'empty', wallClock: () => wallNow })
})

const send = (call: Partial<CallToSign>) =>
  simulator.handle(signed({ method: 'GET', path: '/things', role: adminRole, wallNow, ...call }))

const control = (method: string, path: string, body?: unknown) =>
  simulator.fetch(
    new Request(`http://simulator/_simulator/${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  )

const post = (path: string, headers: Record<string, string>, body: unknown) =>
  simulator.fetch(
    new Request(`http://simulator${path}`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )

const cognito = (operation: string, body: unknown) =>
  post('/', { 'x-amz-target': `AWSCognitoIdentityService.${operation}` }, body)

describe('every answer', () => {
  it('carries a request id of its own, a date and CORS headers, errors included', async () => {
    const answers = await Promise.all([
      send({}),
      send({ path: '/things/ghost' }),
      send({ path: '/greengrass/v2/unicorns' }),
      simulator.fetch(new Request('http://simulator/things')),
      cognito('GetId', {}),
    ])
    expect(answers.map(answer => answer.status)).toEqual([200, 404, 404, 403, 400])
    const ids = answers.map(answer => answer.headers.get('x-amzn-requestid'))
    expect(new Set(ids).size).toBe(answers.length)
    for (const answer of answers) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(answer.headers.get('access-control-expose-headers')).toContain('x-amzn-errortype')
      expect(answer.headers.get('date')).toBe(new Date(start).toUTCString())
      expect(answer.headers.get('content-type')).toMatch(/^application\/(x-amz-)?json/)
      if (answer.status >= 400) expect(answer.headers.get('x-amzn-errortype')).toBeTruthy()
    }
  })

  it('finds fault with the signature first', async () => {
    const request = signed({
      method: 'GET',
      path: '/greengrass/v2/coreDevices?maxResults=0',
      role: adminRole,
      wallNow,
    })
    const tampered = { ...request, query: 'maxResults=101' }
    expect((await simulator.handle(tampered)).headers.get('x-amzn-errortype')).toBe(
      'InvalidSignatureException',
    )
    expect((await simulator.handle(request)).headers.get('x-amzn-errortype')).toBe('ValidationException')
  })

  it('refuses a role what its policy does not allow', async () => {
    const refused = await send({ method: 'POST', path: '/thing-groups/New', role: readOnlyRole })
    expect(refused.status).toBe(403)
    expect(((await refused.json()) as { message: string }).message).toContain(
      'is not authorized to perform: iot:CreateThingGroup on resource: arn:aws:iot:us-east-1:123456789012:thinggroup/New',
    )
    expect((await send({ path: '/thing-groups', role: readOnlyRole })).status).toBe(200)
  })

  it('wants the scope of the right service', async () => {
    const wrong = await send({ path: '/things', service: 'greengrass' })
    expect(wrong.headers.get('x-amzn-errortype')).toBe('InvalidSignatureException')
  })

  it('knows only the operations of Cognito and STS on its root', async () => {
    for (const headers of [{ 'x-amz-target': 'AWSCognitoIdentityService.Unicorn' }, {}]) {
      const answer = await post('/', headers, {})
      expect(answer.headers.get('x-amzn-errortype')).toBe('UnknownOperationException')
    }
  })

  it('answers a preflight without asking who', async () => {
    const preflight = await simulator.fetch(
      new Request('http://simulator/no/such/thing', { method: 'OPTIONS' }),
    )
    expect(preflight.status).toBe(200)
    expect(preflight.headers.get('access-control-allow-headers')).not.toContain('amz-sdk-request')
  })
})

describe('sign-in', () => {
  it('leads from an identity pool over STS to a role', async () => {
    const { IdentityId } = (await (
      await cognito('GetId', { IdentityPoolId: readOnlyRole.identityPoolId })
    ).json()) as {
      IdentityId: string
    }
    const { Token } = (await (await cognito('GetOpenIdToken', { IdentityId })).json()) as { Token: string }
    const form = (role: string) =>
      new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: `arn:aws:iam::123456789012:role/${role}`,
        RoleSessionName: 'wall',
        WebIdentityToken: Token,
      }).toString()
    const assumed = await (await post('/', {}, form('MeadowReadOnly'))).text()
    expect(assumed).toContain('<Arn>arn:aws:sts::123456789012:assumed-role/MeadowReadOnly/wall</Arn>')
    expect(assumed).toMatch(/<AccessKeyId>ASIA[A-Z2-7]{16}<\/AccessKeyId>/)
    const refused = await post('/', {}, form('MeadowAdmin'))
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('<Code>AccessDenied</Code>')
  })

  it.each([
    [{ IdentityPoolId: 'no pool!' }, 'InvalidParameterException'],
    [{}, 'InvalidParameterException'],
    [{ IdentityPoolId: 'us-east-1:deadbeef-0000-4000-8000-000000000000' }, 'ResourceNotFoundException'],
    ['{', 'SerializationException'],
  ])('answers %j with 400 %s', async (body, code) => {
    const answer = await cognito('GetId', body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ __type: code, message: expect.any(String) })
  })

  it('ends when the credentials expire', async () => {
    const request = () => signed({ method: 'GET', path: '/things', role: adminRole, wallNow: start })
    wallNow = start + 299_000
    expect((await simulator.handle(request())).status).toBe(200)
    await control('POST', 'credentials', { expireNow: true })
    const answer = await simulator.handle(request())
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([403, 'ExpiredTokenException'])
  })

  it('lasts as long as the control route says', async () => {
    await control('POST', 'credentials', { lifetimeSeconds: 20 })
    const { IdentityId } = (await (
      await cognito('GetId', { IdentityPoolId: adminRole.identityPoolId })
    ).json()) as {
      IdentityId: string
    }
    const answer = (await (await cognito('GetCredentialsForIdentity', { IdentityId })).json()) as {
      Credentials: { Expiration: number }
    }
    expect(answer.Credentials.Expiration).toBe(start / 1000 + 20)
  })
})

describe('the control route', () => {
  it('tells and moves the clock', async () => {
    const state = await (await control('GET', 'state')).json()
    expect(state).toMatchObject({
      scenario: 'empty',
      seed: 1,
      devices: null,
      clock: { now: start, paused: true },
      quotas: { enforced: false },
      faults: [],
      counts: { coreDevices: 0 },
      requests: { total: 0 },
      journal: { state: 'off' },
    })
    const moved = await (await control('POST', 'clock', { advanceMs: 60_000, speed: 2 })).json()
    expect(moved).toMatchObject({ clock: { now: start + 60_000, speed: 2 } })
  })

  it('begins another world', async () => {
    await send({ method: 'POST', path: '/thing-groups/Old' })
    const state = await (await control('POST', 'reset', { scenario: 'throttled', seed: 3 })).json()
    expect(state).toMatchObject({ scenario: 'throttled', seed: 3, quotas: { enforced: true, perSecond: 5 } })
    expect((await send({ path: '/thing-groups/Old' })).status).toBe(404)
  })

  it.each([
    ['clock', { speed: 'fast' }],
    ['clock', { speed: -1 }],
    ['clock', { advanceMs: -1 }],
    ['clock', '{'],
    ['reset', { scenario: 'sunny' }],
    ['reset', { devices: -5 }],
    ['faults', { kind: 'earthquake' }],
    ['faults', { kind: 'drop', operation: 'NoSuch' }],
    ['faults', { kind: 'drop', probability: 2 }],
    ['credentials', { lifetimeSeconds: 0 }],
    ['quotas', { enforced: 'yes' }],
  ])('refuses %s %j with a reason', async (path, body) => {
    const answer = await control('POST', path, body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ message: expect.stringMatching(/\w+ \w+/) })
  })

  it('knows nothing else', async () => {
    expect((await control('GET', 'unicorns')).status).toBe(404)
  })
})

describe('faults', () => {
  const arm = (fault: object) => control('POST', 'faults', fault)

  it('spoil the answer once, and are gone', async () => {
    await arm({ kind: 'status-500', operation: 'ListThings' })
    expect((await send({})).status).toBe(500)
    expect((await send({})).status).toBe(200)
    await arm({ kind: 'html' })
    const html = await send({})
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html'])
    await arm({ kind: 'garbage' })
    await expect((await send({})).json()).rejects.toThrow()
    await arm({ kind: 'empty' })
    expect(await (await send({})).text()).toBe('')
  })

  it('let the call happen if they strike after it', async () => {
    await arm({ kind: 'drop', operation: 'CreateThingGroup', stage: 'after' })
    await expect(send({ method: 'POST', path: '/thing-groups/Made' })).rejects.toThrow(TypeError)
    expect((await send({ path: '/thing-groups/Made' })).status).toBe(200)
  })

  it('never answer until the caller gives up', async () => {
    await arm({ kind: 'never' })
    const request = signed({ method: 'GET', path: '/things', role: adminRole, wallNow })
    const caller = new AbortController()
    const waiting = simulator.handle(request, caller.signal)
    caller.abort(new Error('given up'))
    await expect(waiting).rejects.toThrow('given up')
    expect((await simulator.handle(request)).status).toBe(200)
  })

  it('can be listed and disarmed', async () => {
    const armed = (await (await arm({ kind: 'throttle', count: null })).json()) as { id: string }
    expect(await (await control('GET', 'faults')).json()).toEqual([
      expect.objectContaining({ id: armed.id, remaining: null }),
    ])
    expect(await (await control('DELETE', `faults/${armed.id}`)).json()).toEqual({ disarmed: 1 })
    expect((await send({})).status).toBe(200)
  })
})

describe('fetch', () => {
  it('does not answer a request that was aborted', async () => {
    const request = new Request('http://simulator/things', {
      signal: AbortSignal.abort(new Error('too late')),
    })
    await expect(simulator.fetch(request)).rejects.toThrow('too late')
  })

  it('keeps the path as it was sent', async () => {
    const request = await readRequest(new Request('http://h:1/a%2Fb/c:d/%24x?y=%20#z'))
    expect(request).toMatchObject({ path: '/a%2Fb/c:d/%24x', query: 'y=%20', host: 'h:1' })
  })
})

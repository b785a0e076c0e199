import { describe, expect, it } from 'vitest'
import { stillClock } from '../clock.ts'
import { seededRandom } from '../random.ts'
import { World } from '../world/world.ts'
import { CredentialIssuer } from './credentials.ts'
import { Dispatcher, type Mutation, type OperationTable } from './dispatcher.ts'
import { Faults } from './faults.ts'
import { Quotas } from './quotas.ts'
import { readRequest } from './request.ts'
import { adminRole, type Role, readOnlyRole, roleAllows } from './roles.ts'
import { findRoute } from './router.ts'
import { notFound, type ServiceError } from './service-error.ts'
import type { Caller } from './types.ts'

const account = '123456789012'
const group = `arn:aws:iot:us-east-1:${account}:thinggroup/G`

function setUp(operations: Partial<Record<keyof OperationTable, object>> = {}) {
  const clock = stillClock(1_800_000_000_000)
  const world = new World({ clock, seed: 1 })
  const mutations: Mutation[] = []
  const random = seededRandom(1)
  const dispatcher = new Dispatcher({
    world: () => world,
    clock: () => clock,
    wallNow: () => 0,
    region: 'us-east-1',
    account,
    operations: operations as OperationTable,
    credentials: new CredentialIssuer(random),
    quotas: new Quotas(),
    faults: new Faults(random),
    random,
    onMutation: mutation => mutations.push(mutation),
  })
  const call = async (method: string, target: string, body?: unknown, role = adminRole) => {
    const request = await readRequest(
      new Request(`http://h${target}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) }),
    )
    return dispatcher.answerRest(findRoute(request), request, callerOf(role), 'request-1')
  }
  return { dispatcher, clock, world, mutations, call }
}

const callerOf = (role: Role): Caller => ({
  account,
  region: 'us-east-1',
  accessKeyId: 'ASIAX',
  arn: `arn:aws:sts::${account}:assumed-role/${role.name}/someone`,
  role: role.name,
  allows: action => roleAllows(role, action),
})

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error as ServiceError,
  )

describe('Dispatcher', () => {
  it('answers with the contract’s status, and 204 without a body', async () => {
    const { call } = setUp({
      greengrassv2: { CreateDeployment: () => ({ deploymentId: 'd' }), DeleteDeployment: () => ({}) },
    })
    expect(await call('POST', '/greengrass/v2/deployments', { targetArn: group })).toEqual({
      status: 201,
      headers: { 'content-type': 'application/json' },
      body: '{"deploymentId":"d"}',
    })
    expect(await call('DELETE', '/greengrass/v2/deployments/d')).toEqual({
      status: 204,
      headers: {},
      body: null,
    })
  })

  it('asks for permission before it validates, in the words of AWS', async () => {
    const { call } = setUp()
    const error = await errorOf(call('POST', '/greengrass/v2/deployments', { targetArn: 5 }, readOnlyRole))
    expect(error).toMatchObject({ code: 'AccessDeniedException', status: 403 })
    expect(error?.message).toBe(
      `User: arn:aws:sts::${account}:assumed-role/MeadowReadOnly/someone is not authorized to perform: greengrass:CreateDeployment on resource: * because no identity-based policy allows the greengrass:CreateDeployment action`,
    )
  })

  it('refuses bad input in the words of each service', async () => {
    const { call } = setUp()
    const v2 = await errorOf(call('GET', '/greengrass/v2/coreDevices?maxResults=0'))
    expect(v2).toMatchObject({
      code: 'ValidationException',
      status: 400,
      members: { reason: 'FIELD_VALIDATION_FAILED', fields: [{ name: 'maxResults' }] },
    })
    const iot = await errorOf(call('GET', '/things?maxResults=0'))
    expect(iot).toMatchObject({ code: 'InvalidRequestException', status: 400, members: {} })
    const v1 = await errorOf(call('POST', '/greengrass/groups', {}))
    expect(v1).toMatchObject({ code: 'BadRequestException', status: 400 })
    const unknown = await errorOf(call('GET', '/greengrass/v2/unicorns'))
    expect(unknown).toMatchObject({ code: 'UnknownOperationException', status: 404 })
  })

  it('journals what changed the world, and nothing else', async () => {
    const { call, mutations, clock } = setUp({
      greengrassv2: {
        CreateDeployment: () => ({ deploymentId: 'd' }),
        GetDeployment: () => ({}),
        CancelDeployment: () => {
          throw notFound('deployment', 'x')
        },
      },
      iot: { SearchIndex: () => ({ things: [] }) },
    })
    await call('POST', '/greengrass/v2/deployments', { targetArn: group, unicorn: 1 })
    await call('GET', '/greengrass/v2/deployments/d')
    await call('POST', '/indices/search', { queryString: '*' })
    await errorOf(call('POST', '/greengrass/v2/deployments/x/cancel'))
    expect(mutations).toEqual([
      {
        at: clock.now(),
        service: 'greengrassv2',
        operation: 'CreateDeployment',
        input: { targetArn: group },
      },
    ])
  })

  it('runs a call with the same token once', async () => {
    let runs = 0
    const { call, mutations } = setUp({
      greengrassv2: { CreateDeployment: () => ({ deploymentId: String(++runs) }) },
    })
    const body = { targetArn: group, clientToken: 'token-1' }
    const first = await call('POST', '/greengrass/v2/deployments', body)
    expect(await call('POST', '/greengrass/v2/deployments', { ...body, deploymentName: 'other' })).toEqual(
      first,
    )
    expect(runs).toBe(1)
    expect(mutations).toHaveLength(1)
  })

  it('lets calls that change the world wait for each other', async () => {
    const order: string[] = []
    const slowly = async (input: { targetArn: string }) => {
      order.push(`begin ${input.targetArn.at(-1)}`)
      await Promise.resolve()
      await Promise.resolve()
      order.push(`end ${input.targetArn.at(-1)}`)
      return {}
    }
    const { call } = setUp({ greengrassv2: { CreateDeployment: slowly } })
    await Promise.all(
      ['a', 'b'].map(name => call('POST', '/greengrass/v2/deployments', { targetArn: group + name })),
    )
    expect(order).toEqual(['begin a', 'end a', 'begin b', 'end b'])
  })

  it('goes on after a call that failed', async () => {
    const { call } = setUp({
      greengrassv2: {
        CancelDeployment: () => Promise.reject(new Error('a mistake')),
        DeleteDeployment: () => ({}),
      },
    })
    const failed = errorOf(call('POST', '/greengrass/v2/deployments/x/cancel'))
    expect((await call('DELETE', '/greengrass/v2/deployments/x')).status).toBe(204)
    expect((await failed)?.message).toBe('a mistake')
  })

  it('repeats a journaled call at its own time', async () => {
    const seen: unknown[] = []
    const { dispatcher, clock } = setUp({
      greengrassv2: {
        CancelDeployment: (input: unknown, { now }: { now: number }) => seen.push([input, now]),
      },
    })
    const at = clock.now() + 5000
    await dispatcher.repeat({
      at,
      service: 'greengrassv2',
      operation: 'CancelDeployment',
      input: { deploymentId: 'd' },
    })
    expect(seen).toEqual([[{ deploymentId: 'd' }, at]])
  })
})

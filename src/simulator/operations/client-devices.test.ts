import { beforeEach, describe, expect, it } from 'vitest'
import { type SampleWorld, sampleWorld } from '../world/sample-world.ts'
import { asker, codeOf } from './ask.ts'

let sample: SampleWorld
let ask: ReturnType<typeof asker>
const coreDeviceThingName = 'line-0001'

beforeEach(() => {
  sample = sampleWorld()
  sample.fleet('line', 2)
  for (const name of ['a', 'b', 'c']) sample.build.addThing({ name })
  ask = asker(sample.world)
})

const associate = (...names: string[]) =>
  ask('BatchAssociateClientDeviceWithCoreDevice', {
    coreDeviceThingName,
    entries: names.map(thingName => ({ thingName })),
  })
const associated = async (core = coreDeviceThingName) =>
  (
    await ask('ListClientDevicesAssociatedWithCoreDevice', { coreDeviceThingName: core })
  ).associatedClientDevices?.map(client => client.thingName)

describe('client devices', () => {
  it('are associated one by one; what is wrong with one does not stop the others', async () => {
    const { errorEntries } = await associate('b', 'ghost', 'a', coreDeviceThingName)
    expect(errorEntries?.map(({ thingName, code }) => [thingName, code])).toEqual([
      ['ghost', 'ResourceNotFoundException'],
      [coreDeviceThingName, 'ValidationException'],
    ])
    expect(await associated()).toEqual(['a', 'b'])
    expect(await associated('line-0002')).toEqual([])
  })

  it('keep the time of their first association', async () => {
    await associate('a')
    const before = sample.world.time / 1000
    sample.pass(60_000)
    await associate('a')
    const { associatedClientDevices } = await ask('ListClientDevicesAssociatedWithCoreDevice', {
      coreDeviceThingName,
    })
    expect(associatedClientDevices).toEqual([{ thingName: 'a', associationTimestamp: before }])
  })

  it('are let go, also those that were not there', async () => {
    await associate('a', 'b')
    const entries = ['a', 'c', 'ghost'].map(thingName => ({ thingName }))
    const answer = await ask('BatchDisassociateClientDeviceFromCoreDevice', { coreDeviceThingName, entries })
    expect(answer.errorEntries?.map(({ thingName }) => thingName)).toEqual(['ghost'])
    expect(await associated()).toEqual(['b'])
  })

  it('need a core device, and come in batches of up to 100', async () => {
    expect(await codeOf(associated('a'))).toBe('ResourceNotFoundException')
    expect(await codeOf(associate(...Array.from({ length: 101 }, (_, i) => `t${i}`)))).toBe(
      'ValidationException',
    )
  })
})

describe('connectivity information', () => {
  it('is replaced as a whole', async () => {
    const thingName = coreDeviceThingName
    const endpoint = (id: string) => ({ id, hostAddress: '10.0.0.1', portNumber: 8883, metadata: '' })
    const first = await ask('UpdateConnectivityInfo', {
      thingName,
      connectivityInfo: [endpoint('x'), endpoint('y')],
    })
    const second = await ask('UpdateConnectivityInfo', { thingName, connectivityInfo: [endpoint('z')] })
    expect(second.version).not.toBe(first.version)
    expect((await ask('GetConnectivityInfo', { thingName })).connectivityInfo).toEqual([endpoint('z')])
    await ask('UpdateConnectivityInfo', { thingName, connectivityInfo: [] })
    expect((await ask('GetConnectivityInfo', { thingName })).connectivityInfo).toEqual([])
    expect(await codeOf(ask('GetConnectivityInfo', { thingName: 'ghost' }))).toBe('ValidationException')
  })

  it('of a thing that never connected says no more than that', async () => {
    expect(await ask('GetThingConnectivityData', { thingName: 'a' })).toEqual({
      thingName: 'a',
      connected: false,
    })
  })
})

describe('the service role', () => {
  it('comes and goes, with times as text', async () => {
    expect(await codeOf(ask('GetServiceRoleForAccount', {}))).toBe('ResourceNotFoundException')
    const roleArn = 'arn:aws:iam::123456789012:role/service-role/Greengrass_ServiceRole'
    const { associatedAt } = await ask('AssociateServiceRoleToAccount', { roleArn })
    expect(associatedAt).toBe(new Date(sample.world.time).toISOString())
    expect(await ask('GetServiceRoleForAccount', {})).toEqual({ roleArn, associatedAt })
    expect((await ask('DisassociateServiceRoleFromAccount', {})).disassociatedAt).toBe(associatedAt)
    expect(await codeOf(ask('GetServiceRoleForAccount', {}))).toBe('ResourceNotFoundException')
  })

  it('is an IAM role', async () => {
    expect(await codeOf(ask('AssociateServiceRoleToAccount', { roleArn: 'arn:aws:s3:::x' }))).toBe(
      'ValidationException',
    )
  })
})

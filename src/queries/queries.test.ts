import { CreateComponentVersionCommand } from '@aws-sdk/client-greengrassv2'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Connection } from '#src/aws/connection.ts'
import { openConnection } from '#src/aws/connection.ts'
import { createSimulator } from '#src/simulator/create-simulator.ts'
import { serviceRoleQuery } from './account.ts'
import { clientDevicesQuery } from './client-devices.ts'
import { componentsQuery, componentVersionQuery, componentVersionsQuery, recipeQuery } from './components.ts'
import { connectivityInfoQuery, thingConnectivityQuery } from './connectivity.ts'
import {
  coreDeviceQuery,
  coreDevicesQuery,
  effectiveDeploymentsQuery,
  installedComponentsQuery,
} from './core-devices.ts'
import { deploymentQuery, deploymentsQuery } from './deployments.ts'
import { jobExecutionQuery, jobExecutionsQuery, jobQuery } from './jobs.ts'
import { tagsQuery } from './tags.ts'
import { groupsOfThingQuery, thingGroupQuery, thingGroupsQuery, thingsInGroupQuery } from './thing-groups.ts'
import { thingQuery } from './things.ts'

function connect(scenario: 'calm' | 'bad-release' | 'empty') {
  const simulator = createSimulator({ scenario, seed: 1 })
  const connection: Connection = openConnection(
    {
      name: 'Test fleet',
      region: 'us-east-1',
      identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000000',
      flow: 'enhanced',
      endpoints: {},
      readOnly: false,
      requestsPerSecond: 1_000,
    },
    {
      fetch: (input, init) => simulator.fetch(new Request(input, init)),
      page: null,
      correctClockSkew: false,
    },
  )
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  return { connection, simulator, read: client.fetchQuery.bind(client) as typeof client.fetchQuery }
}

/** Views read these types without asking whether a member is there. */
function holesIn(value: unknown, path = ''): string[] {
  if (value === undefined) return [path]
  if (typeof value === 'number' && Number.isNaN(value)) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => holesIn(member, `${path}.${key}`))
}

test('devices: list, detail, components, deployments', async () => {
  const { connection, read } = connect('calm')
  const { rows, complete } = await read(coreDevicesQuery(connection))
  expect(complete).toBe(true)
  expect(rows.length).toBeGreaterThan(100)
  expect(holesIn(rows)).toEqual([])
  const unhealthy = await read(coreDevicesQuery(connection, { status: 'UNHEALTHY' }))
  expect(unhealthy.rows.length).toBeGreaterThan(0)
  expect(new Set(unhealthy.rows.map(device => device.status))).toEqual(new Set(['UNHEALTHY']))
  const { name } = rows.find(device => device.status === 'HEALTHY') ?? { name: '' }
  const device = await read(coreDeviceQuery(connection, name))
  expect(device.name).toBe(name)
  expect(device.lastStatusUpdate).toBeGreaterThan(Date.UTC(2020, 0))
  const installed = await read(installedComponentsQuery(connection, name, 'ALL'))
  expect(installed.some(component => component.name === 'aws.greengrass.Nucleus')).toBe(true)
  const roots = await read(installedComponentsQuery(connection, name, 'ROOT'))
  expect(roots.length).toBeLessThanOrEqual(installed.length)
  const effective = await read(effectiveDeploymentsQuery(connection, name))
  expect(holesIn([device, installed, effective])).toEqual([])
})

test('components: lists, versions, recipe', async () => {
  const { connection, read } = connect('calm')
  for (const scope of ['PRIVATE', 'PUBLIC'] as const) {
    const { rows } = await read(componentsQuery(connection, scope))
    expect(rows.length).toBeGreaterThan(0)
    const [first] = rows
    if (!first) return
    const versions = await read(componentVersionsQuery(connection, first.arn))
    expect(versions[0]?.version).toBe(first.latestVersion)
    const version = await read(componentVersionQuery(connection, first.latestVersionArn))
    expect(version).toMatchObject({ name: first.name, version: first.latestVersion })
    expect(holesIn([rows, versions, version])).toEqual([])
    const recipe = await read(recipeQuery(connection, first.latestVersionArn, 'JSON'))
    expect(JSON.parse(recipe)).toMatchObject({ ComponentName: first.name })
  }
})

test('a recipe with umlauts and emoji is read as it was written', async () => {
  const { connection, read } = connect('calm')
  const recipe = JSON.stringify({
    RecipeFormatVersion: '2020-01-25',
    ComponentName: 'com.example.Greeting',
    ComponentVersion: '1.0.0',
    ComponentDescription: 'Sagt „Grüß Gott“ 🌱',
    ComponentPublisher: 'Bühler & Söhne',
    Manifests: [{ Platform: { os: 'linux' }, Lifecycle: { Run: 'echo hello' } }],
  })
  const inlineRecipe = new TextEncoder().encode(recipe)
  const { arn = '' } = await connection.call(new CreateComponentVersionCommand({ inlineRecipe }))
  expect((await read(componentVersionQuery(connection, arn))).description).toBe('Sagt „Grüß Gott“ 🌱')
  const stored = JSON.parse(await read(recipeQuery(connection, arn, 'JSON')))
  expect(stored).toMatchObject({
    ComponentPublisher: 'Bühler & Söhne',
    ComponentDescription: 'Sagt „Grüß Gott“ 🌱',
  })
})

test('deployments: list, detail in the service’s own shape, job, executions with the device’s words', async () => {
  const { connection, read } = connect('bad-release')
  const { rows } = await read(deploymentsQuery(connection, { history: 'ALL' }))
  expect(rows.length).toBeGreaterThan(0)
  expect(holesIn(rows)).toEqual([])
  let failures = 0
  for (const { id, targetArn } of rows) {
    const deployment = await read(deploymentQuery(connection, id))
    expect(holesIn(deployment)).toEqual([])
    expect(deployment.iotJobId === null).toBe(targetArn.includes(':thing/'))
    if (deployment.iotJobId === null) continue
    const job = await read(jobQuery(connection, deployment.iotJobId, { moving: true }))
    expect(holesIn(job)).toEqual([])
    const executions = await read(jobExecutionsQuery(connection, job.id))
    const failed = await read(jobExecutionsQuery(connection, job.id, 'FAILED'))
    expect(executions.rows.length).toBe(Object.values(job.counts).reduce((sum, count) => sum + count, 0))
    expect(failed.rows.length).toBe(job.counts.failed)
    const [first] = failed.rows
    if (first === undefined) continue
    failures += 1
    const detail = await read(jobExecutionQuery(connection, job.id, first.thingName))
    expect(detail.thingName).toBe(first.thingName)
    expect(Object.keys(detail.details)).toContain('detailed-deployment-status')
  }
  expect(failures).toBeGreaterThan(0)
})

test('things, groups, client devices, connectivity, tags, service role', async () => {
  const { connection, read } = connect('calm')
  const groups = await read(thingGroupsQuery(connection))
  const [group] = groups.rows
  expect(group).toBeDefined()
  const detail = await read(thingGroupQuery(connection, group?.name ?? ''))
  expect(detail.arn).toBe(group?.arn)
  const devices = await read(coreDevicesQuery(connection))
  const name = devices.rows[0]?.name ?? ''
  const thing = await read(thingQuery(connection, name))
  expect(thing.arn).toContain(`:thing/${name}`)
  const [joined] = await read(groupsOfThingQuery(connection, name))
  const members = await read(thingsInGroupQuery(connection, joined?.name ?? ''))
  expect(members.rows).toContain(name)
  const clients = await read(clientDevicesQuery(connection, name))
  const info = await read(connectivityInfoQuery(connection, name))
  const connected = await read(thingConnectivityQuery(connection, name))
  const arn = `arn:aws:greengrass:us-east-1:123456789012:coreDevices:${name}`
  const tags = await read(tagsQuery(connection, arn))
  const role = await read(serviceRoleQuery(connection))
  expect(role).toMatchObject({ roleArn: expect.stringContaining(':role/'), associated: expect.any(Number) })
  expect(holesIn([groups.rows, detail, thing, members.rows, clients.rows, info, connected, tags])).toEqual([])
})

test('a new account has no service role, and that is no failure', async () => {
  const { connection, read } = connect('empty')
  await expect(read(serviceRoleQuery(connection))).resolves.toBeNull()
  expect((await read(coreDevicesQuery(connection))).rows).toEqual([])
})

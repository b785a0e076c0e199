// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { openConnection } from '#src/aws/connection.ts'
import { createSimulator } from '#src/simulator/create-simulator.ts'
import {
  type AssociationProgress,
  clientDevicesQuery,
  useAssociateClientDevices,
  useDisassociateClientDevices,
} from './client-devices.ts'
import { ConnectionProvider, useReadOnlyReason, useSession } from './connection.tsx'
import { coreDeviceQuery, coreDevicesQuery, useDeleteCoreDevice } from './core-devices.ts'
import { deploymentQuery, deploymentsQuery, useCancelDeployment, useCreateDeployment } from './deployments.ts'
import { tagsQuery, useUpdateTags } from './tags.ts'

afterEach(cleanup)

function setUp({ readOnly = false } = {}) {
  const simulator = createSimulator({ scenario: 'calm', seed: 1 })
  const connection = openConnection(
    {
      name: 'Test fleet',
      region: 'us-east-1',
      identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000000',
      flow: 'enhanced',
      endpoints: {},
      readOnly,
      requestsPerSecond: 1_000,
    },
    {
      fetch: (input, init) => simulator.fetch(new Request(input, init)),
      page: null,
      correctClockSkew: false,
    },
  )
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <ConnectionProvider connection={connection}>{children}</ConnectionProvider>
    </QueryClientProvider>
  )
  const control = (path: string, body: object) =>
    simulator.fetch(
      new Request(`https://simulator.invalid/_simulator/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      }),
    )
  const hook = <T,>(use: () => T) => renderHook(use, { wrapper }).result
  const things = [...simulator.world.things.keys()]
  return { simulator, connection, client, hook, control, core: [...simulator.world.cores.keys()][0]!, things }
}

test('250 client devices go in three calls, and those that were refused keep their reason', async () => {
  const { hook, core, things, client, connection } = setUp()
  const cores = new Set([core])
  const known = things.filter(name => !cores.has(name)).slice(0, 247)
  const names = [...known.slice(0, 100), 'nobody-1', 'nobody-2', ...known.slice(100), 'nobody-3']
  const progress: AssociationProgress[] = []
  const associate = hook(() => useAssociateClientDevices())
  const result = await act(() =>
    associate.current.mutateAsync({ core, names, onProgress: step => progress.push(step) }),
  )
  expect(progress.map(step => step.sent)).toEqual([100, 200, 250])
  expect(result.errors.map(error => error.name)).toEqual(['nobody-1', 'nobody-2', 'nobody-3'])
  expect(result.errors.every(error => error.code !== '' && error.message !== '')).toBe(true)
  expect(result.done).toHaveLength(247)
  expect(result.notSent).toEqual([])
  const listed = await client.fetchQuery(clientDevicesQuery(connection, core))
  expect(listed.rows.map(row => row.name)).toEqual(expect.arrayContaining(result.done))
})

test('a batch that fails leaves what was done before it, and names what was not confirmed', async () => {
  const { hook, core, things, control, simulator } = setUp()
  const names = things.slice(0, 250)
  const associate = hook(() => useAssociateClientDevices())
  const fault = { kind: 'status-500', operation: 'BatchAssociateClientDeviceWithCoreDevice', count: null }
  const onProgress = () => void control('faults', fault)
  const result = await act(() => associate.current.mutateAsync({ core, names, onProgress }))
  await simulator.fetch(new Request('https://simulator.invalid/_simulator/faults', { method: 'DELETE' }))
  expect(result.failure).toMatchObject({ kind: 'service' })
  expect(result.done.length + result.errors.length).toBe(100)
  expect(result.notSent).toEqual(names.slice(100))
  const again = hook(() => useDisassociateClientDevices())
  const undone = await act(() => again.current.mutateAsync({ core, names: result.done }))
  expect(undone.done).toEqual(result.done)
})

test('a deleted core device leaves the lists without another sweep', async () => {
  const { hook, connection, simulator } = setUp()
  const lists = hook(() => ({
    all: useQuery(coreDevicesQuery(connection)),
    remove: useDeleteCoreDevice(),
  }))
  await waitFor(() => expect(lists.current.all.data?.complete).toBe(true))
  const name = lists.current.all.data?.rows[3]?.name ?? ''
  await act(() => lists.current.remove.mutateAsync(name))
  await waitFor(() => expect(lists.current.all.data?.rows.some(row => row.name === name)).toBe(false))
  expect(simulator.world.cores.has(name)).toBe(false)
  expect(lists.current.all.data?.complete).toBe(true)
})

test('the same client token makes one deployment, however often it is sent', async () => {
  const { hook, connection, client } = setUp()
  const { rows } = await client.fetchQuery(deploymentsQuery(connection, { history: 'LATEST_ONLY' }))
  const from = await client.fetchQuery(deploymentQuery(connection, rows[0]?.id ?? ''))
  const create = hook(() => useCreateDeployment())
  const order = {
    request: { targetArn: from.targetArn, deploymentName: 'Once', components: from.components },
    clientToken: 'token-1',
  }
  const first = await act(() => create.current.mutateAsync(order))
  const second = await act(() => create.current.mutateAsync(order))
  expect(second).toEqual(first)
  const made = await client.fetchQuery(deploymentQuery(connection, first.id))
  expect(made.components).toEqual(from.components)
  const cancel = hook(() => useCancelDeployment())
  await act(() => cancel.current.mutateAsync(first.id))
  const cancelled = await client.fetchQuery({ ...deploymentQuery(connection, first.id), staleTime: 0 })
  expect(cancelled.status).toBe('CANCELED')
})

test('tags: what was taken away goes, what changed is sent, and the device’s page shows it', async () => {
  const { hook, connection, client, core } = setUp()
  const arn = `arn:aws:greengrass:us-east-1:123456789012:coreDevices:${core}`
  const update = hook(() => useUpdateTags())
  await act(() => update.current.mutateAsync({ arn, before: {}, after: { site: 'harbor', line: '1' } }))
  const before = await client.fetchQuery(tagsQuery(connection, arn))
  expect(before).toMatchObject({ site: 'harbor', line: '1' })
  const { line: _, ...rest } = before
  await act(() => update.current.mutateAsync({ arn, before, after: { ...rest, site: 'mesa' } }))
  const device = await client.fetchQuery({ ...coreDeviceQuery(connection, core), staleTime: 0 })
  expect(device.tags).toMatchObject({ site: 'mesa' })
  expect(device.tags).not.toHaveProperty('line')
})

test('on a read-only connection every way to write is refused, and there is a sentence that says so', async () => {
  const { hook, simulator, core } = setUp({ readOnly: true })
  const view = hook(() => ({ remove: useDeleteCoreDevice(), reason: useReadOnlyReason() }))
  expect(view.current.reason).toBe('The connection “Test fleet” is read-only.')
  await act(() => expect(view.current.remove.mutateAsync(core)).rejects.toMatchObject({ kind: 'read-only' }))
  expect(simulator.world.cores.has(core)).toBe(true)
})

test('when a session is renewed, what was refused is read again', async () => {
  const { hook, connection, core } = setUp()
  connection.session.expire('Over.')
  const view = hook(() => ({ device: useQuery(coreDeviceQuery(connection, core)), session: useSession() }))
  await waitFor(() => expect(view.current.device.error).toMatchObject({ kind: 'expired' }))
  expect(view.current.session).toMatchObject({ state: { status: 'expired', reason: 'Over.' } })
  await act(() => view.current.session.renew())
  await waitFor(() => expect(view.current.device.data?.name).toBe(core))
  expect(view.current.session.state.status).toBe('active')
})

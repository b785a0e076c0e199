import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { openConnection } from '#src/aws/connection.ts'
import type { CoreDevice } from '#src/domain/core-device.ts'
import type { Sweep } from '#src/domain/sweep.ts'
import { createSimulator } from '#src/simulator/create-simulator.ts'
import { coreDevicesQuery } from './core-devices.ts'
import { jobExecutionsQuery } from './jobs.ts'
import { thingsInGroupQuery } from './thing-groups.ts'

const cleanUps: (() => void)[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

function connect(devices: number) {
  const simulator = createSimulator({ scenario: 'large', seed: 1, devices })
  const connection = openConnection(
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
      // Like a network, it never answers before other things had their turn.
      fetch: async (input, init) => {
        await new Promise(resolve => setTimeout(resolve))
        return simulator.fetch(new Request(input, init))
      },
      page: null,
      correctClockSkew: false,
    },
  )
  const arm = (fault: object) =>
    simulator.fetch(
      new Request('https://simulator.invalid/_simulator/faults', {
        method: 'POST',
        body: JSON.stringify(fault),
      }),
    )
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const options = coreDevicesQuery(connection)
  const observer = new QueryObserver(client, { ...options, refetchInterval: false })
  const seen: Sweep<CoreDevice>[] = []
  cleanUps.push(
    observer.subscribe(({ data }) => {
      if (data && data !== seen.at(-1)) seen.push(data)
    }),
    () => client.clear(),
    () => connection.close(),
  )
  const settled = async () => {
    while (client.isFetching() > 0) await new Promise(resolve => setTimeout(resolve, 5))
    return observer.getCurrentResult()
  }
  return { connection, client, observer, seen, settled, arm, simulator }
}

test('rows come as pages do, each device once', async () => {
  const { seen, settled } = connect(1_500)
  const { data } = await settled()
  expect(data).toMatchObject({ complete: true, pages: 15 })
  expect(new Set(data?.rows.map(device => device.name)).size).toBe(1_500)
  expect(seen[0]?.rows).toHaveLength(100)
  expect(seen[0]?.complete).toBe(false)
  const lengths = seen.map(sweep => sweep.rows.length)
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
})

test('a refetch keeps the rows on show until the new ones are whole', async () => {
  const { observer, seen, settled } = connect(350)
  await settled()
  const shown = seen.length
  await observer.refetch()
  const fresh = seen.slice(shown)
  expect(fresh.map(sweep => [sweep.rows.length, sweep.complete])).toEqual([[350, true]])
})

test('a sweep that breaks keeps what it has, says that it is not whole, and a new try completes it', async () => {
  const { observer, settled, arm, seen } = connect(2_000)
  while (seen.length === 0) await new Promise(resolve => setTimeout(resolve, 1))
  await arm({ kind: 'denied', operation: 'ListCoreDevices', count: 1 })
  const broken = await settled()
  expect(broken.error).toMatchObject({ kind: 'forbidden', action: 'greengrass:ListCoreDevices' })
  expect(broken.data?.complete).toBe(false)
  const rows = broken.data?.rows.length ?? 0
  expect(rows).toBeGreaterThanOrEqual(100)
  expect(rows).toBeLessThan(2_000)
  const mended = await observer.refetch()
  expect(mended.data).toMatchObject({ complete: true })
  expect(mended.data?.rows).toHaveLength(2_000)
  expect(
    seen.every((sweep, index) => index === 0 || sweep.rows.length >= (seen[index - 1]?.rows.length ?? 0)),
  ).toBe(true)
})

test('a failed refetch leaves the whole list as it was', async () => {
  const { observer, settled, arm } = connect(250)
  await settled()
  await arm({ kind: 'garbage', operation: 'ListCoreDevices', count: 1 })
  const result = await observer.refetch()
  expect(result.error).toMatchObject({ kind: 'unreadable' })
  expect(result.data).toMatchObject({ complete: true })
  expect(result.data?.rows).toHaveLength(250)
})

/** All pages of a group of 1,500 devices that is read again, in milliseconds from the first one. */
async function pagesRead(again: (client: QueryClient, queryKey: readonly unknown[]) => Promise<void>) {
  const { client, connection, settled } = connect(1_500)
  await settled()
  const { queryFn, queryKey } = thingsInGroupQuery(connection, 'plants')
  await client.fetchQuery({ queryKey, queryFn: queryFn! })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const sent: number[] = []
  vi.spyOn(connection, 'call').mockImplementation(() => {
    sent.push(Date.now())
    return Promise.resolve({
      things: ['a', 'b'],
      nextToken: sent.length < 6 ? `t${sent.length}` : undefined,
    } as never)
  })
  const reading = again(client, queryKey)
  await vi.advanceTimersByTimeAsync(600_000)
  await reading
  expect(client.getQueryData(queryKey)).toMatchObject({ complete: true, pages: 6 })
  return sent.map(at => at - sent[0]!)
}

test('a list on show is read again at its leisure', async () => {
  const gap = 60_000
  const times = await pagesRead((client, queryKey) => client.refetchQueries({ queryKey, type: 'all' }))
  expect(times).toEqual([0, gap, 2 * gap, 3 * gap, 4 * gap, 5 * gap])
})

test('but at once after a change', async () => {
  const times = await pagesRead((client, queryKey) =>
    client.invalidateQueries({ queryKey, refetchType: 'all' }),
  )
  expect(times).toEqual([0, 0, 0, 0, 0, 0])
})

test('a list may be cut, and says so', async () => {
  const { client, connection, settled } = connect(50)
  await settled()
  const { queryKey, queryFn } = jobExecutionsQuery(connection, 'job', undefined, { most: 2 })
  const call = vi
    .spyOn(connection, 'call')
    .mockImplementation(() =>
      Promise.resolve({ executionSummaries: [], nextToken: `t${call.mock.calls.length}` } as never),
    )
  const sweep = await client.fetchQuery({ queryKey, queryFn: queryFn! })
  expect(sweep).toMatchObject({ complete: false, cut: true, pages: 2 })
  expect(call).toHaveBeenCalledTimes(2)
})

import * as greengrass from '@aws-sdk/client-greengrassv2'
import * as iot from '@aws-sdk/client-iot'
import { expect, test } from 'vitest'
import { createSimulator } from '#src/simulator/create-simulator.ts'
import type { ConnectionConfig } from './config.ts'
import { openConnection } from './connection.ts'
import { isReadOperation } from './read-only-guard.ts'

const config: ConnectionConfig = {
  name: 'Looking only',
  region: 'us-east-1',
  // The admin's pool: here it is Meadow that refuses, not the role.
  identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000000',
  flow: 'enhanced',
  endpoints: {},
  readOnly: true,
  requestsPerSecond: 30,
}

function connect() {
  const simulator = createSimulator({ scenario: 'calm', seed: 1 })
  const sent: string[] = []
  const spy: typeof fetch = (input, init) => {
    const request = new Request(input, init)
    sent.push(`${request.method} ${new URL(request.url).pathname}`)
    return simulator.fetch(request)
  }
  return { connection: openConnection(config, { fetch: spy, page: null, correctClockSkew: false }), sent }
}

type CommandClass = new (input: object) => never
const commandsOf = (client: object) =>
  Object.entries(client)
    .filter(([name]) => /^[A-Z]\w+Command$/.test(name))
    .map(([name, Command]) => ({ operation: name.replace(/Command$/, ''), Command: Command as CommandClass }))

test('every operation that is not known to be a read is refused, by whichever way it goes', async () => {
  const { connection, sent } = connect()
  const clients = [
    { client: connection.greengrass, commands: commandsOf(greengrass) },
    { client: connection.iot, commands: commandsOf(iot) },
  ]
  let refused = 0
  for (const { client, commands } of clients) {
    for (const { operation, Command } of commands) {
      if (isReadOperation(operation)) continue
      const ways = [connection.call(new Command({})), client.send(new Command({}))]
      for (const way of ways) await expect(way, operation).rejects.toMatchObject({ kind: 'read-only' })
      refused += 1
    }
  }
  // 13 of Greengrass, and of IoT whatever this version of its client has.
  expect(refused).toBeGreaterThan(200)
  expect(sent).toEqual([])
})

test('what counts as a read begins as one', () => {
  const names = [...commandsOf(greengrass), ...commandsOf(iot)].map(({ operation }) => operation)
  const reads = names.filter(isReadOperation)
  expect(reads.length).toBeGreaterThan(25)
  for (const name of reads) expect(name).toMatch(/^(List|Get|Describe|Search)/)
})

test('reads go through', async () => {
  const { connection, sent } = connect()
  const output = await connection.call(new greengrass.ListCoreDevicesCommand({}))
  expect(output.coreDevices?.length).toBeGreaterThan(0)
  expect(sent.at(-1)).toBe('GET /greengrass/v2/coreDevices')
})

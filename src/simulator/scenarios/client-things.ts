import type { WorldBuilder } from '../world/build.ts'
import { deviceName, deviceNames } from './fleet.ts'
import { day, hour, type Timeline } from './timeline.ts'

/** Things that are no core devices: what connects to the gateways, or could. */
const kinds = [
  { site: 'harbor', kind: 'scanner', type: 'BarcodeScanner', count: 90, model: 'DS3678' },
  { site: 'harbor', kind: 'probe', type: 'TemperatureProbe', count: 60, model: 'PT1000' },
  { site: 'ridgeway', kind: 'probe', type: 'TemperatureProbe', count: 70, model: 'PT1000' },
  { site: 'ridgeway', kind: 'lift', type: 'ForkliftTag', count: 20, model: 'BLE52' },
  { site: 'mesa', kind: 'valve', type: 'ValveActuator', count: 60, model: 'VA90' },
] as const

const clientName = (site: string, kind: string, number: number) =>
  `${site}-${kind}-${String(number).padStart(3, '0')}`

/** Core devices with the client devices they serve: site, kind, first and last number. */
const served: [core: string, site: string, kind: string, first: number, last: number][] = [
  [deviceName('harbor-line-1', 2), 'harbor', 'scanner', 1, 24],
  [deviceName('harbor-line-2', 1), 'harbor', 'scanner', 20, 31],
  [deviceName('harbor-line-2', 1), 'harbor', 'probe', 1, 8],
  [deviceName('mesa-yard', 1), 'mesa', 'valve', 1, 12],
]

export function buildClientThings(timeline: Timeline): void {
  timeline.ago(180 * day, builder => {
    for (const { site, kind, type, count, model } of kinds)
      for (let number = 1; number <= count; number++)
        builder.addThing({
          name: clientName(site, kind, number),
          type,
          attributes: {
            site,
            model,
            firmware: `v${1 + (number % 3)}`,
            battery: String(35 + ((number * 7) % 65)),
          },
        })
    // Bare things, as scripts leave them behind.
    for (const name of ['test-thing-1', 'test-thing-2']) builder.addThing({ name })
  })
  timeline.ago(120 * day, builder => {
    for (const [core, site, kind, first, last] of served)
      for (let number = first; number <= last; number++)
        associate(builder, core, clientName(site, kind, number))
    connect(builder)
  })
}

function associate({ world }: WorldBuilder, core: string, client: string): void {
  const clients = world.associations.get(core) ?? new Map<string, number>()
  clients.set(client, world.time + clients.size * 40_000)
  world.associations.set(core, clients)
  const thing = world.things.get(client)
  if (thing) thing.connection = { connected: true, at: world.time + 3 * hour, reason: null }
}

/** Where client devices find the broker of a gateway. */
function connect({ world }: WorldBuilder): void {
  deviceNames('harbor-line-1')
    .slice(0, 4)
    .concat(deviceName('harbor-line-2', 1), deviceName('mesa-yard', 1))
    .forEach((core, index) => {
      const address = `192.168.${10 + index}.20`
      const endpoints = [
        { id: 'lan', hostAddress: address, portNumber: 8883, metadata: '' },
        ...(index === 1
          ? [
              {
                id: 'plant-dns',
                hostAddress: `${core}.plant.example`,
                portNumber: 8883,
                metadata: 'set by hand',
              },
            ]
          : []),
      ]
      world.connectivity.set(core, { version: world.newId(), endpoints })
    })
}

import type {
  GetConnectivityInfoCommandInput,
  GetConnectivityInfoCommandOutput,
  UpdateConnectivityInfoCommandInput,
  UpdateConnectivityInfoCommandOutput,
} from '@aws-sdk/client-greengrassv2'
import type {
  DisconnectReasonValue,
  GetThingConnectivityDataCommandInput,
  GetThingConnectivityDataCommandOutput,
} from '@aws-sdk/client-iot'
import { validation } from '../wire/service-error.ts'
import { type Operation, seconds } from '../wire/types.ts'
import type { World } from '../world/world.ts'
import { thingNamed } from './things.ts'

/** The MQTT broker endpoints that client devices are told of a core device. */
export const getConnectivityInfo: Operation<
  GetConnectivityInfoCommandInput,
  GetConnectivityInfoCommandOutput
> = ({ thingName }, { world }) => {
  const name = knownThing(world, thingName)
  const endpoints = world.connectivity.get(name)?.endpoints ?? []
  return { connectivityInfo: endpoints.map(endpoint => ({ ...endpoint })) }
}

/** Replaces the whole list; an empty one clears it. */
export const updateConnectivityInfo: Operation<
  UpdateConnectivityInfoCommandInput,
  UpdateConnectivityInfoCommandOutput
> = ({ thingName, connectivityInfo = [] }, { world }) => {
  const name = knownThing(world, thingName)
  const version = world.newId()
  const endpoints = connectivityInfo.map(({ id = '', hostAddress = '', portNumber = 0, metadata = '' }) => ({
    id,
    hostAddress,
    portNumber,
    metadata,
  }))
  world.connectivity.set(name, { version, endpoints })
  return { version, message: 'Connectivity Info Updated' }
}

/** These two operations declare no "not found": an unknown thing is an invalid input. */
function knownThing(world: World, name = ''): string {
  if (world.things.has(name)) return name
  const message = `The thing ${name} does not exist.`
  throw validation(message, [{ name: 'thingName', message }])
}

/** A thing's MQTT connection, whether or not it is a core device. */
export const getThingConnectivityData: Operation<
  GetThingConnectivityDataCommandInput,
  GetThingConnectivityDataCommandOutput
> = ({ thingName }, { world }) => {
  const { name, connection } = thingNamed(world, thingName)
  if (!connection) return { thingName: name, connected: false }
  return {
    thingName: name,
    connected: connection.connected,
    timestamp: seconds(connection.at),
    disconnectReason: connection.connected
      ? undefined
      : ((connection.reason ?? 'UNKNOWN') as DisconnectReasonValue),
  }
}

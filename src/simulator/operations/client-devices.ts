import type {
  BatchAssociateClientDeviceWithCoreDeviceCommandInput,
  BatchAssociateClientDeviceWithCoreDeviceCommandOutput,
  BatchDisassociateClientDeviceFromCoreDeviceCommandInput,
  BatchDisassociateClientDeviceFromCoreDeviceCommandOutput,
  ListClientDevicesAssociatedWithCoreDeviceCommandInput,
  ListClientDevicesAssociatedWithCoreDeviceCommandOutput,
} from '@aws-sdk/client-greengrassv2'
import { ascending, page } from '../wire/paging.ts'
import { notFound, validation } from '../wire/service-error.ts'
import { type Operation, seconds } from '../wire/types.ts'
import type { World } from '../world/world.ts'

/** Associations by name. The service keeps no state of the client devices beyond the time of association. */
export const listClientDevicesAssociatedWithCoreDevice: Operation<
  ListClientDevicesAssociatedWithCoreDeviceCommandInput,
  ListClientDevicesAssociatedWithCoreDeviceCommandOutput
> = ({ coreDeviceThingName, maxResults, nextToken }, { world }) => {
  const clients = clientsOf(world, coreDeviceThingName)
  const { items, nextToken: next } = page(
    [...clients].sort(([a], [b]) => ascending(a, b)),
    {
      limit: maxResults,
      token: nextToken,
      key: ([name]) => name,
      scope: `ListClientDevices ${coreDeviceThingName}`,
    },
  )
  return {
    associatedClientDevices: items.map(([thingName, associated]) => ({
      thingName,
      associationTimestamp: seconds(associated),
    })),
    nextToken: next,
  }
}

/** Entries stand for themselves: those that are refused do not keep the others from being done. */
export const batchAssociateClientDeviceWithCoreDevice: Operation<
  BatchAssociateClientDeviceWithCoreDeviceCommandInput,
  BatchAssociateClientDeviceWithCoreDeviceCommandOutput
> = ({ coreDeviceThingName, entries }, { world, now }) => {
  const clients = clientsOf(world, coreDeviceThingName)
  const errorEntries: ErrorEntry[] = []
  for (const name of namesOf(entries)) {
    const error = refusal(world, name, coreDeviceThingName)
    if (error) errorEntries.push(error)
    else if (!clients.has(name)) clients.set(name, now)
  }
  if (clients.size > 0) world.associations.set(coreDeviceThingName ?? '', clients)
  return { errorEntries }
}

/** Undoing an association that is not there is no error, as long as the thing is. */
export const batchDisassociateClientDeviceFromCoreDevice: Operation<
  BatchDisassociateClientDeviceFromCoreDeviceCommandInput,
  BatchDisassociateClientDeviceFromCoreDeviceCommandOutput
> = ({ coreDeviceThingName, entries }, { world }) => {
  const clients = clientsOf(world, coreDeviceThingName)
  const errorEntries: ErrorEntry[] = []
  for (const name of namesOf(entries)) {
    if (clients.delete(name)) continue
    const error = refusal(world, name, undefined)
    if (error) errorEntries.push(error)
  }
  return { errorEntries }
}

interface ErrorEntry {
  thingName: string
  code: string
  message: string
}

function namesOf(entries: readonly { thingName: string | undefined }[] | undefined): string[] {
  const names = (entries ?? []).map(({ thingName }) => thingName ?? '')
  if (names.length < 1 || names.length > 100)
    throw validation('Invalid Input: entries must have 1 to 100 items')
  return names
}

/** The client devices of a core device: the table's own map, or a new one that is not in the table yet. */
function clientsOf(world: World, core = ''): Map<string, number> {
  if (!world.cores.has(core)) throw notFound('coreDevice', core)
  return world.associations.get(core) ?? new Map()
}

function refusal(world: World, thingName: string, core: string | undefined): ErrorEntry | null {
  if (!world.things.has(thingName))
    return {
      thingName,
      code: 'ResourceNotFoundException',
      message: `The thing ${thingName} does not exist.`,
    }
  if (thingName === core)
    return {
      thingName,
      code: 'ValidationException',
      message: `The core device ${thingName} cannot be its own client device.`,
    }
  return null
}

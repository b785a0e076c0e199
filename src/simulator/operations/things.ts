import type {
  DescribeThingCommandInput,
  DescribeThingCommandOutput,
  ListThingsCommandInput,
  ListThingsCommandOutput,
} from '@aws-sdk/client-iot'
import { page } from '../wire/paging.ts'
import { invalidRequest, iotNotFound } from '../wire/service-error.ts'
import type { Operation } from '../wire/types.ts'
import type { ThingRecord } from '../world/records.ts'
import type { World } from '../world/world.ts'

/** All things by name, or those of a type, or with a value (or the beginning of one) of an attribute. */
export const listThings: Operation<ListThingsCommandInput, ListThingsCommandOutput> = (input, { world }) => {
  const { attributeName, attributeValue, thingTypeName, usePrefixAttributeValue, maxResults, nextToken } =
    input
  if (attributeValue !== undefined && attributeName === undefined)
    throw invalidRequest('An attributeValue needs an attributeName.')
  const hasAttribute = ({ attributes }: ThingRecord) => {
    if (attributeName === undefined) return true
    const value = attributes[attributeName]
    if (value === undefined || attributeValue === undefined) return value !== undefined
    return usePrefixAttributeValue ? value.startsWith(attributeValue) : value === attributeValue
  }
  const { items, nextToken: next } = page(world.things.sorted(), {
    limit: maxResults,
    token: nextToken,
    key: ({ name }) => name,
    where: thing => (thingTypeName === undefined || thing.type === thingTypeName) && hasAttribute(thing),
    scope: 'ListThings',
    badToken: invalidRequest,
  })
  return {
    things: items.map(thing => ({
      thingName: thing.name,
      thingTypeName: thing.type ?? undefined,
      thingArn: world.thingArn(thing.name),
      attributes: { ...thing.attributes },
      version: thing.version,
    })),
    nextToken: next,
  }
}

export const describeThing: Operation<DescribeThingCommandInput, DescribeThingCommandOutput> = (
  { thingName },
  { world },
) => {
  const thing = thingNamed(world, thingName)
  return {
    defaultClientId: thing.name,
    thingName: thing.name,
    thingId: thing.id,
    thingArn: world.thingArn(thing.name),
    thingTypeName: thing.type ?? undefined,
    attributes: { ...thing.attributes },
    version: thing.version,
  }
}

/** The thing of a name, or AWS IoT's error for one that is not there. */
export function thingNamed(world: World, name = ''): ThingRecord {
  const thing = world.things.get(name)
  if (!thing) throw iotNotFound(`Thing ${name} not found.`)
  return thing
}

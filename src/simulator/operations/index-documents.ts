import type { ThingDocument } from '@aws-sdk/client-iot'
import type { Wire } from '../wire/types.ts'
import type { GroupRecord, ThingRecord } from '../world/records.ts'
import type { FieldReader, IndexValue } from './index-query.ts'

/** What the index of things knows without being told. https://docs.aws.amazon.com/iot/latest/developerguide/managing-index.html */
export const managedFields = [
  { name: 'thingId', type: 'String' },
  { name: 'thingName', type: 'String' },
  { name: 'registry.version', type: 'Number' },
  { name: 'registry.thingTypeName', type: 'String' },
  { name: 'registry.thingGroupNames', type: 'String' },
  { name: 'thingTypeName', type: 'String' },
  { name: 'thingGroupNames', type: 'String' },
  { name: 'connectivity.connected', type: 'Boolean' },
  { name: 'connectivity.timestamp', type: 'Number' },
  { name: 'connectivity.disconnectReason', type: 'String' },
] as const

/** About an hour after a disconnection the index forgets when and why it was. */
const remembersDisconnection = 3_600_000

/** A thing as SearchIndex answers it. The time of the connection is in milliseconds here, unlike everywhere else. */
export function documentOf(thing: ThingRecord, now: number): Wire<ThingDocument> {
  const connectivity = connectivityOf(thing, now)
  return {
    thingName: thing.name,
    thingId: thing.id,
    thingTypeName: thing.type ?? undefined,
    thingGroupNames: thing.groups.length > 0 ? [...thing.groups] : undefined,
    attributes: { ...thing.attributes },
    ...(connectivity ? { connectivity } : {}),
  }
}

function connectivityOf({ connection }: ThingRecord, now: number) {
  if (!connection) return null
  const { connected, at, reason } = connection
  if (connected) return { connected, timestamp: at }
  return now - at > remembersDisconnection
    ? { connected }
    : { connected, timestamp: at, disconnectReason: reason ?? 'UNKNOWN' }
}

const none: readonly IndexValue[] = []
const one = (value: IndexValue | null | undefined) => (value === null || value === undefined ? none : [value])

/** The fields of a thing, for queries. */
export function thingFields(thing: ThingRecord, now: number): FieldReader {
  const read: FieldReader = field => {
    if (field.startsWith('attributes.')) return one(thing.attributes[field.slice(11)])
    switch (field) {
      case 'thingName':
        return [thing.name]
      case 'thingId':
        return [thing.id]
      case 'thingTypeName':
      case 'registry.thingTypeName':
        return one(thing.type)
      case 'thingGroupNames':
      case 'registry.thingGroupNames':
        return thing.groups
      case 'registry.version':
        return [thing.version]
      case 'connectivity.connected':
        return one(thing.connection?.connected)
      case 'connectivity.timestamp':
        return one(connectivityOf(thing, now)?.timestamp)
      case 'connectivity.disconnectReason':
        return one(connectivityOf(thing, now)?.disconnectReason)
      case '':
        return [thing.name, thing.id, ...one(thing.type), ...thing.groups, ...Object.values(thing.attributes)]
      default:
        return none
    }
  }
  return read
}

/** The fields of a thing group, for queries. */
export function groupFields(group: GroupRecord): FieldReader {
  return field => {
    if (field.startsWith('attributes.')) return one(group.attributes[field.slice(11)])
    if (field === 'thingGroupName') return [group.name]
    if (field === 'thingGroupId') return [group.id]
    if (field === 'thingGroupDescription') return one(group.description || null)
    if (field === 'parentGroupNames') return one(group.parent)
    return field === ''
      ? [group.name, group.description, ...one(group.parent), ...Object.values(group.attributes)]
      : none
  }
}

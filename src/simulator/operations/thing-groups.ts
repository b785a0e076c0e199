import type {
  AddThingToThingGroupCommandInput,
  AddThingToThingGroupCommandOutput,
  CreateThingGroupCommandInput,
  CreateThingGroupCommandOutput,
  DeleteThingGroupCommandInput,
  DeleteThingGroupCommandOutput,
  DescribeThingGroupCommandInput,
  DescribeThingGroupCommandOutput,
  ListThingGroupsCommandInput,
  ListThingGroupsCommandOutput,
  ListThingGroupsForThingCommandInput,
  ListThingGroupsForThingCommandOutput,
  ListThingsInThingGroupCommandInput,
  ListThingsInThingGroupCommandOutput,
  RemoveThingFromThingGroupCommandInput,
  RemoveThingFromThingGroupCommandOutput,
} from '@aws-sdk/client-iot'
import { page } from '../wire/paging.ts'
import { alreadyExists, invalidRequest, iotNotFound, versionConflict } from '../wire/service-error.ts'
import { type Operation, seconds } from '../wire/types.ts'
import { branch, lineage } from '../world/group-tree.ts'
import type { GroupRecord } from '../world/records.ts'
import { createGroup, deleteGroup, joinGroup, leaveGroup } from '../world/things.ts'
import type { World } from '../world/world.ts'
import { thingNamed } from './things.ts'

/** https://docs.aws.amazon.com/general/latest/gr/iot-core.html#thing-group-limits */
const deepest = 7
const mostGroupsOfThing = 10

const nameAndArn = ({ name, arn }: GroupRecord) => ({ groupName: name, groupArn: arn })

/** All groups, or those below a parent: its children and, unless `recursive` is false, theirs. */
export const listThingGroups: Operation<ListThingGroupsCommandInput, ListThingGroupsCommandOutput> = (
  { parentGroup, namePrefixFilter = '', recursive = true, maxResults, nextToken },
  { world },
) => {
  if (parentGroup !== undefined) groupNamed(world, parentGroup)
  const isWanted = (group: GroupRecord) => {
    if (!group.name.startsWith(namePrefixFilter)) return false
    if (!recursive) return group.parent === (parentGroup ?? null)
    return parentGroup === undefined || ancestorsOf(world, group).some(({ name }) => name === parentGroup)
  }
  const { items, nextToken: next } = page(world.groups.sorted(), {
    limit: maxResults,
    token: nextToken,
    key: ({ name }) => name,
    where: isWanted,
    scope: 'ListThingGroups',
    badToken: invalidRequest,
  })
  return { thingGroups: items.map(nameAndArn), nextToken: next }
}

export const describeThingGroup: Operation<
  DescribeThingGroupCommandInput,
  DescribeThingGroupCommandOutput
> = ({ thingGroupName }, { world }) => {
  const group = groupNamed(world, thingGroupName)
  const ancestors = ancestorsOf(world, group)
  return {
    thingGroupName: group.name,
    thingGroupId: group.id,
    thingGroupArn: group.arn,
    version: group.version,
    thingGroupProperties: {
      thingGroupDescription: group.description || undefined,
      attributePayload: { attributes: { ...group.attributes } },
    },
    thingGroupMetadata: {
      parentGroupName: group.parent ?? undefined,
      rootToParentThingGroups: ancestors.length > 0 ? ancestors.map(nameAndArn).reverse() : undefined,
      creationDate: seconds(group.created),
    },
  }
}

/** Direct members by name; `recursive` adds those of the groups below. */
export const listThingsInThingGroup: Operation<
  ListThingsInThingGroupCommandInput,
  ListThingsInThingGroupCommandOutput
> = ({ thingGroupName, recursive = false, maxResults = 100, nextToken }, { world }) => {
  const group = groupNamed(world, thingGroupName)
  const options = {
    token: nextToken,
    key: (name: string) => name,
    scope: `ListThingsInThingGroup ${group.name}`,
    badToken: invalidRequest,
  }
  const read = (names: readonly string[], limit: number) => page(names, { ...options, limit })
  if (!recursive) {
    const { items, nextToken: next } = read(group.members.sorted(), maxResults)
    return { things: items, nextToken: next }
  }
  // The page can only hold what is among the next names of each group, so that no fleet is sorted for a page.
  const candidates = branch(group).flatMap(({ members }) => read(members.sorted(), maxResults + 1).items)
  const { items, nextToken: next } = read([...new Set(candidates)].sort(), maxResults)
  return { things: items, nextToken: next }
}

/** The groups that a thing is a direct member of. */
export const listThingGroupsForThing: Operation<
  ListThingGroupsForThingCommandInput,
  ListThingGroupsForThingCommandOutput
> = ({ thingName, maxResults, nextToken }, { world }) => {
  const thing = thingNamed(world, thingName)
  const { items, nextToken: next } = page(thing.groups, {
    limit: maxResults,
    token: nextToken,
    key: name => name,
    scope: `ListThingGroupsForThing ${thing.name}`,
    badToken: invalidRequest,
  })
  return {
    thingGroups: items.map(name => ({ groupName: name, groupArn: world.groupArn(name) })),
    nextToken: next,
  }
}

/** Asking again for the very same group answers like the first time; a difference is an error. */
export const createThingGroup: Operation<CreateThingGroupCommandInput, CreateThingGroupCommandOutput> = (
  { thingGroupName: name = '', parentGroupName = null, thingGroupProperties = {}, tags = [] },
  { world },
) => {
  const description = thingGroupProperties.thingGroupDescription ?? ''
  const attributes = thingGroupProperties.attributePayload?.attributes ?? {}
  const existing = world.groups.get(name)
  if (existing) {
    const same =
      existing.parent === parentGroupName &&
      existing.description === description &&
      JSON.stringify(sorted(existing.attributes)) === JSON.stringify(sorted(attributes))
    if (!same) {
      const message = `Thing group ${name} already exists with different properties.`
      throw alreadyExists(message, existing.arn, existing.id)
    }
    return { thingGroupName: name, thingGroupArn: existing.arn, thingGroupId: existing.id }
  }
  if (parentGroupName !== null) {
    const parent = world.groups.get(parentGroupName)
    if (!parent) throw invalidRequest(`Parent thing group ${parentGroupName} does not exist.`)
    if (ancestorsOf(world, parent).length + 2 > deepest)
      throw invalidRequest(`A hierarchy of thing groups is at most ${deepest} levels deep.`)
  }
  const group = createGroup(world, { name, parent: parentGroupName, description, attributes })
  if (tags.length > 0)
    world.tags.set(group.arn, Object.fromEntries(tags.map(({ Key, Value }) => [Key ?? '', Value ?? ''])))
  return { thingGroupName: name, thingGroupArn: group.arn, thingGroupId: group.id }
}

const sorted = (attributes: Record<string, string>) => Object.entries(attributes).sort()

/** A group that does not exist is as good as deleted. */
export const deleteThingGroup: Operation<DeleteThingGroupCommandInput, DeleteThingGroupCommandOutput> = (
  { thingGroupName, expectedVersion },
  { world },
) => {
  const group = world.groups.get(thingGroupName ?? '')
  if (!group) return {}
  if (expectedVersion !== undefined && expectedVersion !== group.version)
    throw versionConflict(`The version of thing group ${group.name} is ${group.version}.`)
  if (group.children.length > 0)
    throw invalidRequest(
      `Cannot delete thing group ${group.name}: there are still child groups attached to it.`,
    )
  deleteGroup(world, group)
  world.tags.delete(group.arn)
  return {}
}

/** A thing belongs to at most one group of a hierarchy, and to at most ten groups. */
export const addThingToThingGroup: Operation<
  AddThingToThingGroupCommandInput,
  AddThingToThingGroupCommandOutput
> = (input, { world }) => {
  const { thing, group } = membership(world, input)
  if (group.members.has(thing.name)) return {}
  if (thing.groups.length >= mostGroupsOfThing)
    throw invalidRequest(`A thing can be in at most ${mostGroupsOfThing} groups.`)
  const root = rootOf(world, group)
  const rival = thing.groups.find(name => {
    const other = world.groups.get(name)
    return other !== undefined && rootOf(world, other) === root
  })
  if (rival !== undefined)
    throw invalidRequest(
      `Thing ${thing.name} is in group ${rival} of the same hierarchy; a thing can be in only one of them.`,
    )
  joinGroup(world, thing, group)
  return {}
}

export const removeThingFromThingGroup: Operation<
  RemoveThingFromThingGroupCommandInput,
  RemoveThingFromThingGroupCommandOutput
> = (input, { world }) => {
  const { thing, group } = membership(world, input)
  leaveGroup(world, thing, group)
  return {}
}

interface Membership {
  thingName?: string | undefined
  thingArn?: string | undefined
  thingGroupName?: string | undefined
  thingGroupArn?: string | undefined
}

/** Either may be given by name or by ARN; a name and an ARN that disagree are an error. */
function membership(world: World, { thingName, thingArn, thingGroupName, thingGroupArn }: Membership) {
  const choose = (name: string | undefined, arn: string | undefined, what: string) => {
    const fromArn = arn?.slice(arn.indexOf('/') + 1)
    if (name === undefined && fromArn === undefined)
      throw invalidRequest(`Either the name or the ARN of the ${what} must be given.`)
    if (name !== undefined && fromArn !== undefined && name !== fromArn)
      throw invalidRequest(`The name and the ARN of the ${what} do not agree.`)
    return name ?? fromArn
  }
  const group = groupNamed(world, choose(thingGroupName, thingGroupArn, 'thing group'))
  return { group, thing: thingNamed(world, choose(thingName, thingArn, 'thing')) }
}

function groupNamed(world: World, name = ''): GroupRecord {
  const group = world.groups.get(name)
  if (!group) throw iotNotFound(`Thing group ${name} not found.`)
  return group
}

/** Parent, its parent, and so on. */
const ancestorsOf = (world: World, group: GroupRecord) => lineage(world, group.parent)

const rootOf = (world: World, group: GroupRecord) => lineage(world, group.name).at(-1)

import type { GroupRecord, ThingRecord } from './records.ts'
import type { World } from './world.ts'

/**
 * What thing groups inside of each other mean: a job for a group runs on every thing in it and in the groups below,
 * and a device gathers the deployments of its groups and of those above them.
 * https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html
 */

/** The group itself, its parent, the parent's parent, and so on. */
export function lineage(world: World, name: string | null): GroupRecord[] {
  const found: GroupRecord[] = []
  let group = world.groups.get(name ?? '')
  while (group) {
    found.push(group)
    group = world.groups.get(group.parent ?? '')
  }
  return found
}

/** The group itself and all groups below it. */
export function branch(group: GroupRecord): GroupRecord[] {
  return [group, ...group.children.flatMap(branch)]
}

/** Names of the things in a group and in the groups below it, in order. */
export function membersUnder(group: GroupRecord): readonly string[] {
  if (group.children.length === 0) return group.members.sorted()
  return [...new Set(branch(group).flatMap(({ members }) => [...members]))].sort()
}

/** Whether a thing is in a group or in one of the groups below it. */
export function belongsTo(world: World, thing: ThingRecord, groupName: string): boolean {
  return thing.groups.some(
    name => name === groupName || lineage(world, name).some(group => group.name === groupName),
  )
}

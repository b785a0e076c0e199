import { distribute, isReached } from './rollout.ts'
import { createExecution, moveExecution } from './executions.ts'
import { lineage } from './group-tree.ts'
import type { GroupRecord, ThingRecord } from './records.ts'
import { NameSet } from './sorted-table.ts'
import type { World } from './world.ts'

export interface ThingSpec {
  name: string
  type?: string | null
  attributes?: Record<string, string>
}

/** Adds a thing to the registry. The caller has made sure that the name is free. */
export function createThing(world: World, spec: ThingSpec): ThingRecord {
  const thing: ThingRecord = {
    name: spec.name,
    id: world.newId(),
    type: spec.type ?? null,
    attributes: spec.attributes ?? {},
    version: 1,
    created: world.time,
    groups: [],
    executions: null,
    connection: null,
  }
  world.things.put(thing)
  return thing
}

export interface GroupSpec {
  name: string
  parent?: string | null
  description?: string
  attributes?: Record<string, string>
}

/** Adds a static thing group. The caller has made sure that the name is free and the parent exists. */
export function createGroup(world: World, spec: GroupSpec): GroupRecord {
  const group: GroupRecord = {
    name: spec.name,
    id: world.newId(),
    arn: world.groupArn(spec.name),
    parent: spec.parent ?? null,
    children: [],
    description: spec.description ?? '',
    attributes: spec.attributes ?? {},
    members: new NameSet(),
    created: world.time,
    version: 1,
    applied: new NameSet(),
    boundToParent: null,
  }
  world.groups.put(group)
  world.groups.get(group.parent ?? '')?.children.push(group)
  return group
}

/** Takes a group away that has none below it. Its members stay things; its deployments stay where they are. */
export function deleteGroup(world: World, group: GroupRecord): void {
  for (const name of [...group.members]) {
    const thing = world.things.get(name)
    if (thing) leaveGroup(world, thing, group)
  }
  const siblings = world.groups.get(group.parent ?? '')?.children
  siblings?.splice(siblings.indexOf(group), 1)
  world.groups.delete(group.name)
}

/**
 * Puts a thing in a group. The deployments in force of the group and of those above it reach the thing at once,
 * whatever their rollout rates.
 */
export function joinGroup(world: World, thing: ThingRecord, group: GroupRecord): void {
  if (group.members.has(thing.name)) return
  group.members.add(thing.name)
  thing.groups = [...thing.groups, group.name].sort()
  for (const job of jobsOf(world, group)) {
    const present = job.executions.get(thing.name)
    if (present && present.status !== 'REMOVED') continue
    // A member that the rollout has not reached yet is reached by it in its turn.
    if (!present && job.waiting.indexOf(thing.name, job.reached) >= 0) continue
    distribute(world, createExecution(world, thing, { job, deployment: job.deployment }))
  }
}

/** Jobs that members of a group get, by the group itself or by those above it. */
const jobsOf = (world: World, group: GroupRecord) =>
  lineage(world, group.name).flatMap(({ arn }) => world.continuousJobs(arn))

/**
 * Takes a thing out of a group. What it has not begun is REMOVED; what the group brought it goes with the next
 * deployment that the device processes.
 */
export function leaveGroup(world: World, thing: ThingRecord, group: GroupRecord): void {
  if (!group.members.delete(thing.name)) return
  thing.groups = thing.groups.filter(name => name !== group.name)
  for (const job of jobsOf(world, group)) {
    const execution = job.executions.get(thing.name)
    if (execution?.status === 'QUEUED' && !isReached(world, job, thing))
      moveExecution(world, execution, 'REMOVED')
  }
}

import { distribute } from './rollout.ts'
import { createExecution, moveExecution } from './executions.ts'
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
    description: spec.description ?? '',
    attributes: spec.attributes ?? {},
    members: new NameSet(),
    created: world.time,
    version: 1,
    applied: new NameSet(),
    boundToParent: null,
  }
  world.groups.put(group)
  return group
}

/** Takes a group away. Its members stay things; its deployments stay where they are. */
export function deleteGroup(world: World, group: GroupRecord): void {
  for (const name of [...group.members]) {
    const thing = world.things.get(name)
    if (thing) leaveGroup(world, thing, group)
  }
  world.groups.delete(group.name)
}

/** Puts a thing in a group. The group's deployment in force reaches it at once, whatever the rollout rate. */
export function joinGroup(world: World, thing: ThingRecord, group: GroupRecord): void {
  if (group.members.has(thing.name)) return
  group.members.add(thing.name)
  thing.groups = [...thing.groups, group.name].sort()
  for (const job of world.continuousJobs(group.arn)) {
    const present = job.executions.get(thing.name)
    if (present && present.status !== 'REMOVED') continue
    // A member that the rollout has not reached yet is reached by it in its turn.
    if (!present && job.waiting.indexOf(thing.name, job.reached) >= 0) continue
    distribute(world, createExecution(world, thing, { job, deployment: job.deployment }))
  }
}

/**
 * Takes a thing out of a group. What it has not begun is REMOVED; what the group brought it goes with the next
 * deployment that the device processes.
 */
export function leaveGroup(world: World, thing: ThingRecord, group: GroupRecord): void {
  if (!group.members.delete(thing.name)) return
  thing.groups = thing.groups.filter(name => name !== group.name)
  for (const job of world.continuousJobs(group.arn)) {
    const execution = job.executions.get(thing.name)
    if (execution?.status === 'QUEUED') moveExecution(world, execution, 'REMOVED')
  }
}

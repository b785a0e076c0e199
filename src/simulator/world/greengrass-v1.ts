import type { World } from './world.ts'

/** What remains of Greengrass V1: groups, their versions and deployments. All times are epoch ms of the world. */
export interface V1Group {
  id: string
  arn: string
  name: string
  created: number
  updated: number
  tags: Record<string, string>
  roleArn: string | null
  roleAssociated: number
  /** Oldest first. */
  versions: V1GroupVersion[]
  /** Oldest first. */
  deployments: V1Deployment[]
}

export interface V1GroupVersion {
  id: string
  arn: string
  created: number
  /** ARNs of definition versions by member: `CoreDefinitionVersionArn`... */
  definitions: Record<string, string>
}

export type V1DeploymentType = 'NewDeployment' | 'Redeployment' | 'ResetDeployment' | 'ForceResetDeployment'

export interface V1Deployment {
  id: string
  arn: string
  type: V1DeploymentType
  groupArn: string
  groupVersion: string | null
  created: number
  /** How it ends, and when. Until then it is first `Building`, then `InProgress`. */
  ends: number
  failure: string | null
}

/** A version of a definition (cores, functions, devices, subscriptions), with its content as V1 answers it. */
export interface V1Definition {
  arn: string
  id: string
  kind: 'cores' | 'functions' | 'devices' | 'subscriptions'
  version: string
  created: number
  content: Record<string, unknown>
}

export interface GreengrassV1State {
  groups: Map<string, V1Group>
  /** By the definition's id, oldest version first. */
  definitions: Map<string, V1Definition[]>
}

const states = new WeakMap<World, GreengrassV1State>()

/** The V1 part of a world; empty until somebody puts a group there. */
export function greengrassV1(world: World): GreengrassV1State {
  let state = states.get(world)
  if (state === undefined) {
    state = { groups: new Map(), definitions: new Map() }
    states.set(world, state)
  }
  return state
}

const arnStart = (world: World) => `arn:aws:greengrass:${world.region}:${world.account}:/greengrass`

export function addV1Group(world: World, name: string, tags: Record<string, string> = {}): V1Group {
  const id = world.newId()
  const group: V1Group = {
    id,
    arn: `${arnStart(world)}/groups/${id}`,
    name,
    created: world.time,
    updated: world.time,
    tags,
    roleArn: null,
    roleAssociated: 0,
    versions: [],
    deployments: [],
  }
  greengrassV1(world).groups.set(id, group)
  return group
}

export function addV1GroupVersion(
  world: World,
  group: V1Group,
  definitions: Record<string, string>,
): V1GroupVersion {
  const id = world.newId()
  const version = { id, arn: `${group.arn}/versions/${id}`, created: world.time, definitions }
  group.versions.push(version)
  group.updated = world.time
  return version
}

/**
 * A deployment takes some twenty seconds. One without a core in its group's version fails, and the core's software
 * is not asked: V1 cores are not simulated.
 */
export function addV1Deployment(
  world: World,
  group: V1Group,
  options: { type: V1DeploymentType; groupVersion: string | null; failure?: string | null },
): V1Deployment {
  const id = world.newId()
  const deployment: V1Deployment = {
    id,
    arn: `${group.arn}/deployments/${id}`,
    type: options.type,
    groupArn: group.arn,
    groupVersion: options.groupVersion,
    created: world.time,
    ends: world.time + 20_000,
    failure: options.failure ?? null,
  }
  group.deployments.push(deployment)
  return deployment
}

export function addV1Definition(
  world: World,
  kind: V1Definition['kind'],
  content: Record<string, unknown>,
): V1Definition {
  const id = world.newId()
  const version = world.newId()
  const arn = `${arnStart(world)}/definition/${kind}/${id}/versions/${version}`
  const definition = { arn, id, kind, version, created: world.time, content }
  greengrassV1(world).definitions.set(id, [definition])
  return definition
}

export function v1DeploymentStatus(
  deployment: V1Deployment,
  now: number,
): 'Building' | 'InProgress' | 'Success' | 'Failure' {
  if (now < deployment.created + 5000) return 'Building'
  if (now < deployment.ends) return 'InProgress'
  return deployment.failure === null ? 'Success' : 'Failure'
}

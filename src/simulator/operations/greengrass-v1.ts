import { page } from '../wire/paging.ts'
import { ServiceError } from '../wire/service-error.ts'
import type { CallContext } from '../wire/types.ts'
import {
  addV1Deployment,
  addV1Group,
  addV1GroupVersion,
  greengrassV1,
  type V1Definition,
  type V1Deployment,
  type V1DeploymentType,
  type V1Group,
  type V1GroupVersion,
  v1DeploymentStatus,
} from '../world/greengrass-v1.ts'
import type { World } from '../world/world.ts'

/**
 * What this console needs of Greengrass V1, whose support AWS has ended. All its times are ISO texts, its page
 * sizes texts, and everything it refuses is a 400.
 * https://docs.aws.amazon.com/greengrass/v1/apireference/api-doc.html
 */
type V1Operation<I> = (input: I, context: CallContext) => Record<string, unknown>

interface Paged {
  MaxResults?: string
  NextToken?: string
}

interface InGroup {
  GroupId: string
}

const bad = (message: string) => new ServiceError('BadRequestException', message)
const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

function groupOf(world: World, id: string): V1Group {
  const group = greengrassV1(world).groups.get(id)
  if (group === undefined) throw bad(`The group ${id} does not exist.`)
  return group
}

function pageOf<T extends { created: number; id: string }>(items: Iterable<T>, input: Paged, scope: string) {
  const limit = input.MaxResults === undefined ? 50 : Number(input.MaxResults)
  if (!Number.isInteger(limit) || limit < 1) throw bad('MaxResults must be a positive number.')
  // The newest come first, and two of the same moment stay apart.
  const key = (item: T) => `${String(1e14 - item.created).padStart(15, '0')} ${item.id}`
  const sorted = [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return page(sorted, { limit: Math.min(limit, 1000), token: input.NextToken, key, scope, badToken: bad })
}

const latestVersion = (group: V1Group): V1GroupVersion | undefined => group.versions.at(-1)

const groupAnswer = (group: V1Group) => ({
  Arn: group.arn,
  Id: group.id,
  Name: group.name,
  CreationTimestamp: iso(group.created),
  LastUpdatedTimestamp: iso(group.updated),
  LatestVersion: latestVersion(group)?.id,
  LatestVersionArn: latestVersion(group)?.arn,
})

const versionAnswer = (group: V1Group, version: V1GroupVersion) => ({
  Arn: version.arn,
  Id: group.id,
  Version: version.id,
  CreationTimestamp: iso(version.created),
})

export const listGroups: V1Operation<Paged> = (input, { world }) => {
  const { items, nextToken } = pageOf(greengrassV1(world).groups.values(), input, 'ListGroups')
  return { Groups: items.map(groupAnswer), NextToken: nextToken }
}

export const getGroup: V1Operation<InGroup> = (input, { world }) => groupAnswer(groupOf(world, input.GroupId))

export const createGroup: V1Operation<{
  Name: string
  InitialVersion?: Record<string, string>
  tags?: Record<string, string>
}> = (input, { world }) => {
  const group = addV1Group(world, input.Name, input.tags)
  if (input.InitialVersion !== undefined) addV1GroupVersion(world, group, input.InitialVersion)
  return groupAnswer(group)
}

export const listGroupVersions: V1Operation<Paged & InGroup> = (input, { world }) => {
  const group = groupOf(world, input.GroupId)
  const { items, nextToken } = pageOf(group.versions, input, `ListGroupVersions ${group.id}`)
  return { Versions: items.map(version => versionAnswer(group, version)), NextToken: nextToken }
}

export const getGroupVersion: V1Operation<InGroup & { GroupVersionId: string }> = (input, { world }) => {
  const group = groupOf(world, input.GroupId)
  const version = versionOf(group, input.GroupVersionId)
  return { ...versionAnswer(group, version), Definition: version.definitions }
}

export const createGroupVersion: V1Operation<InGroup & Record<string, string>> = (input, { world }) => {
  const { GroupId, AmznClientToken: _token, ...definitions } = input
  const group = groupOf(world, GroupId)
  return versionAnswer(group, addV1GroupVersion(world, group, definitions))
}

function versionOf(group: V1Group, id: string | undefined): V1GroupVersion {
  const version = group.versions.find(candidate => candidate.id === id)
  if (version === undefined) throw bad(`The group ${group.id} has no version ${id ?? ''}.`)
  return version
}

export const createDeployment: V1Operation<
  InGroup & { DeploymentType: V1DeploymentType; GroupVersionId?: string; DeploymentId?: string }
> = (input, { world }) => {
  const group = groupOf(world, input.GroupId)
  const type = input.DeploymentType
  if (type === 'ResetDeployment' || type === 'ForceResetDeployment') {
    return deploymentAnswer(addV1Deployment(world, group, { type, groupVersion: null }))
  }
  const versionId =
    type === 'Redeployment' && input.GroupVersionId === undefined
      ? deploymentOf(group, input.DeploymentId).groupVersion
      : input.GroupVersionId
  const version = versionOf(group, versionId ?? undefined)
  const failure =
    version.definitions.CoreDefinitionVersionArn === undefined
      ? 'The deployment has no core: the group version names no core definition.'
      : null
  return deploymentAnswer(addV1Deployment(world, group, { type, groupVersion: version.id, failure }))
}

export const resetDeployments: V1Operation<InGroup & { Force?: boolean }> = (input, { world }) => {
  const type = input.Force === true ? 'ForceResetDeployment' : 'ResetDeployment'
  return deploymentAnswer(addV1Deployment(world, groupOf(world, input.GroupId), { type, groupVersion: null }))
}

const deploymentAnswer = (deployment: V1Deployment) => ({
  DeploymentId: deployment.id,
  DeploymentArn: deployment.arn,
})

function deploymentOf(group: V1Group, id: string | undefined): V1Deployment {
  const deployment = group.deployments.find(candidate => candidate.id === id)
  if (deployment === undefined) throw bad(`The group ${group.id} has no deployment ${id ?? ''}.`)
  return deployment
}

export const getDeploymentStatus: V1Operation<InGroup & { DeploymentId: string }> = (
  input,
  { world, now },
) => {
  const deployment = deploymentOf(groupOf(world, input.GroupId), input.DeploymentId)
  const status = v1DeploymentStatus(deployment, now)
  return {
    DeploymentStatus: status,
    DeploymentType: deployment.type,
    UpdatedAt: iso(Math.min(now, deployment.ends)),
    ErrorMessage: status === 'Failure' ? deployment.failure : undefined,
    ErrorDetails:
      status === 'Failure'
        ? [{ DetailedErrorCode: '400', DetailedErrorMessage: deployment.failure }]
        : undefined,
  }
}

export const listDeployments: V1Operation<Paged & InGroup> = (input, { world }) => {
  const group = groupOf(world, input.GroupId)
  const { items, nextToken } = pageOf(group.deployments, input, `ListDeployments ${group.id}`)
  return {
    Deployments: items.map(deployment => ({
      ...deploymentAnswer(deployment),
      CreatedAt: iso(deployment.created),
      DeploymentType: deployment.type,
      GroupArn: deployment.groupArn,
    })),
    NextToken: nextToken,
  }
}

export const getAssociatedRole: V1Operation<InGroup> = (input, { world }) => {
  const group = groupOf(world, input.GroupId)
  if (group.roleArn === null) {
    throw bad(`No role is associated with the group ${group.id}.`)
  }
  return { RoleArn: group.roleArn, AssociatedAt: iso(group.roleAssociated) }
}

function definitionOf(world: World, kind: V1Definition['kind'], id: string, version: string): V1Definition {
  const found = greengrassV1(world)
    .definitions.get(id)
    ?.find(candidate => candidate.kind === kind && candidate.version === version)
  if (found === undefined) throw bad(`There is no version ${version} of the ${kind} definition ${id}.`)
  return found
}

const definitionAnswer = (definition: V1Definition) => ({
  Arn: definition.arn,
  Id: definition.id,
  Version: definition.version,
  CreationTimestamp: iso(definition.created),
})

export const listCoreDefinitionVersions: V1Operation<Paged & { CoreDefinitionId: string }> = (
  input,
  { world },
) => {
  const versions = greengrassV1(world).definitions.get(input.CoreDefinitionId)
  if (versions === undefined) throw bad(`There is no core definition ${input.CoreDefinitionId}.`)
  const rows = versions.map(definition => ({
    id: definition.version,
    created: definition.created,
    definition,
  }))
  const { items, nextToken } = pageOf(rows, input, `ListCoreDefinitionVersions ${input.CoreDefinitionId}`)
  return { Versions: items.map(({ definition }) => definitionAnswer(definition)), NextToken: nextToken }
}

/** `GetCoreDefinitionVersion` and its siblings differ only in the names of their labels. */
const getDefinitionVersion =
  (kind: V1Definition['kind'], label: string): V1Operation<Record<string, string>> =>
  (input, { world }) => {
    const id = input[`${label}Id`] ?? ''
    const definition = definitionOf(world, kind, id, input[`${label}VersionId`] ?? '')
    return { ...definitionAnswer(definition), Definition: definition.content }
  }

export const getCoreDefinitionVersion = getDefinitionVersion('cores', 'CoreDefinition')
export const getFunctionDefinitionVersion = getDefinitionVersion('functions', 'FunctionDefinition')
export const getDeviceDefinitionVersion = getDefinitionVersion('devices', 'DeviceDefinition')
export const getSubscriptionDefinitionVersion = getDefinitionVersion(
  'subscriptions',
  'SubscriptionDefinition',
)

interface Tagged {
  ResourceArn: string
}

function taggedGroup(world: World, arn: string): V1Group {
  const group = [...greengrassV1(world).groups.values()].find(candidate => candidate.arn === arn)
  if (group === undefined) throw bad(`The resource ${arn} does not exist.`)
  return group
}

export const listTagsForResource: V1Operation<Tagged> = (input, { world }) => ({
  tags: { ...taggedGroup(world, input.ResourceArn).tags },
})

export const tagResource: V1Operation<Tagged & { tags?: Record<string, string> }> = (input, { world }) => {
  Object.assign(taggedGroup(world, input.ResourceArn).tags, input.tags)
  return {}
}

export const untagResource: V1Operation<Tagged & { tagKeys: string[] }> = (input, { world }) => {
  const group = taggedGroup(world, input.ResourceArn)
  for (const key of input.tagKeys) delete group.tags[key]
  return {}
}

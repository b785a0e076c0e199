import type {
  CancelDeploymentCommandInput,
  CancelDeploymentCommandOutput,
  CreateDeploymentCommandInput,
  CreateDeploymentCommandOutput,
  DeleteDeploymentCommandInput,
  DeleteDeploymentCommandOutput,
  GetDeploymentCommandInput,
  GetDeploymentCommandOutput,
  ListDeploymentsCommandInput,
  ListDeploymentsCommandOutput,
} from '@aws-sdk/client-greengrassv2'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import { checkRequest } from '#src/domain/deployment-request.ts'
import { descending, page } from '../wire/paging.ts'
import { conflict, notFound, validation } from '../wire/service-error.ts'
import { type Operation, seconds } from '../wire/types.ts'
import {
  cancelDeployment as cancel,
  createDeployment as create,
  deleteDeployment as remove,
} from '../world/deployments.ts'
import type { DeploymentRecord } from '../world/records.ts'
import { isDeployable } from '../world/resolution.ts'
import type { World } from '../world/world.ts'

/** Newest first: the latest revision of each target, or all revisions. */
export const listDeployments: Operation<ListDeploymentsCommandInput, ListDeploymentsCommandOutput> = (
  { targetArn, historyFilter = 'LATEST_ONLY', parentTargetArn, maxResults = 50, nextToken },
  { world },
) => {
  const known = targetArn === undefined ? world.deployments.values() : world.deployments.ofTarget(targetArn)
  const { items, nextToken: next } = page([...known].reverse(), {
    limit: maxResults,
    token: nextToken,
    key: deployment => String(deployment.order).padStart(12, '0'),
    compare: descending,
    where: deployment =>
      (historyFilter === 'ALL' || deployment.isLatest) &&
      (parentTargetArn === undefined || deployment.parentTargetArn === parentTargetArn),
    scope: `ListDeployments ${targetArn} ${historyFilter} ${parentTargetArn}`,
  })
  return { deployments: items.map(summaryOf), nextToken: next }
}

function summaryOf(deployment: DeploymentRecord) {
  return {
    targetArn: deployment.targetArn,
    revisionId: String(deployment.revision),
    deploymentId: deployment.id,
    deploymentName: deployment.name || undefined,
    creationTimestamp: seconds(deployment.created),
    deploymentStatus: deployment.status as 'ACTIVE',
    isLatestForTarget: deployment.isLatest,
    parentTargetArn: deployment.parentTargetArn ?? undefined,
  }
}

export const getDeployment: Operation<GetDeploymentCommandInput, GetDeploymentCommandOutput> = (
  { deploymentId },
  { world },
) => {
  const deployment = deploymentWith(world, deploymentId)
  return {
    ...summaryOf(deployment),
    iotJobId: deployment.job?.id,
    iotJobArn: deployment.job?.arn,
    components: structuredClone(deployment.components),
    deploymentPolicies: structuredClone(deployment.policies),
    iotJobConfiguration: structuredClone(deployment.jobConfiguration) as never,
    tags: { ...deployment.tags },
  }
}

/**
 * A new revision for a target. What the target's devices run and the request does not name is uninstalled there.
 * https://docs.aws.amazon.com/greengrass/v2/APIReference/API_CreateDeployment.html
 */
export const createDeployment: Operation<CreateDeploymentCommandInput, CreateDeploymentCommandOutput> = (
  { clientToken: _clientToken, ...input },
  { world },
) => {
  const request = input as DeploymentRequest
  checkText(request)
  checkTarget(world, request)
  checkComponents(world, request)
  const { targetArn, deploymentName, components, deploymentPolicies, iotJobConfiguration } = request
  const deployment = create(world, {
    targetArn,
    name: deploymentName,
    parentTargetArn: request.parentTargetArn ?? null,
    components: structuredClone(components ?? {}),
    policies: deploymentPolicies ?? {},
    jobConfiguration: structuredClone(iotJobConfiguration ?? {}),
    tags: { ...request.tags },
  })
  return { deploymentId: deployment.id, iotJobId: deployment.job?.id, iotJobArn: deployment.job?.arn }
}

/** Limits that the contract does not state, from the rules the console shares. */
function checkText(request: DeploymentRequest): void {
  const problems = checkRequest(request).filter(
    problem => problem.severity === 'error' || /\.reset\.\d+$/.test(problem.field),
  )
  if (problems.length === 0) return
  const fields = problems.map(({ field, message }) => ({ name: field || 'components', message }))
  throw validation(problems.map(({ message }) => message).join(' '), fields)
}

function checkTarget(world: World, { targetArn, parentTargetArn }: DeploymentRequest): void {
  checkPlace(world, 'targetArn', targetArn)
  const group = world.groups.get(parseTargetArn(targetArn)?.name ?? '')
  if (parentTargetArn === undefined) return
  checkPlace(world, 'parentTargetArn', parentTargetArn)
  const bound = group?.boundToParent ?? parentTargetArn
  if (bound !== parentTargetArn)
    throw conflict(
      'thingGroup',
      group?.name ?? '',
      `The thing group is already used for sub-deployments of ${bound}, and cannot be used with another parent.`,
    )
}

/** The ARN must name a thing or group of this account and Region that exists. */
function checkPlace(world: World, member: string, arn: string): void {
  const target = parseTargetArn(arn)
  if (!target) throw validation(`${member} is not valid.`, [{ name: member, message: 'Not a target ARN.' }])
  if (target.account !== world.account || target.region !== world.region) {
    const message = `The ${member} must be of account ${world.account} and Region ${world.region}.`
    throw validation(message, [{ name: member, message }])
  }
  const exists = target.kind === 'thing' ? world.things.has(target.name) : world.groups.has(target.name)
  if (!exists) throw notFound(target.kind === 'thing' ? 'thing' : 'thingGroup', target.name)
}

function checkComponents(world: World, { components }: DeploymentRequest): void {
  for (const [name, { componentVersion }] of Object.entries(components ?? {})) {
    const record = world.components.visible(name, world.account).find(one => one.version === componentVersion)
    if (!record)
      throw notFound(
        'component',
        `${name}:${componentVersion}`,
        `Component ${name} version ${componentVersion} does not exist.`,
      )
    if (isDeployable(record, world.time)) continue
    const why = record.vendorGuidance === 'DELETED' ? 'was withdrawn by its vendor' : 'is not DEPLOYABLE'
    const message = `Component ${name} version ${componentVersion} ${why} and cannot be deployed.`
    throw validation(message, [{ name: `components.${name}.componentVersion`, message }])
  }
}

/** Devices that have not begun get nothing any more; nothing is undone. */
export const cancelDeployment: Operation<CancelDeploymentCommandInput, CancelDeploymentCommandOutput> = (
  { deploymentId },
  { world },
) => {
  const deployment = deploymentWith(world, deploymentId)
  if (deployment.status !== 'ACTIVE')
    throw conflict(
      'deployment',
      deployment.id,
      `The deployment is ${deployment.status} and cannot be cancelled.`,
    )
  cancel(world, deployment)
  return { message: `Deployment ${deployment.id} was canceled.` }
}

/** Devices go on running what the deployment brought. */
export const deleteDeployment: Operation<DeleteDeploymentCommandInput, DeleteDeploymentCommandOutput> = (
  { deploymentId },
  { world },
) => {
  const deployment = deploymentWith(world, deploymentId)
  if (deployment.status === 'ACTIVE')
    throw conflict('deployment', deployment.id, 'The deployment is ACTIVE. Cancel it before you delete it.')
  remove(world, deployment)
  return {}
}

function deploymentWith(world: World, id = ''): DeploymentRecord {
  const deployment = world.deployments.get(id)
  if (!deployment) throw notFound('deployment', id)
  return deployment
}

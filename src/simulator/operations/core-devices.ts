import type {
  DeleteCoreDeviceCommandInput,
  DeleteCoreDeviceCommandOutput,
  GetCoreDeviceCommandInput,
  GetCoreDeviceCommandOutput,
  ListCoreDevicesCommandInput,
  ListCoreDevicesCommandOutput,
  ListEffectiveDeploymentsCommandInput,
  ListEffectiveDeploymentsCommandOutput,
  ListInstalledComponentsCommandInput,
  ListInstalledComponentsCommandOutput,
} from '@aws-sdk/client-greengrassv2'
import { parseTargetArn } from '#src/domain/arn.ts'
import { compareVersions } from '#src/domain/version.ts'
import { descending, page } from '../wire/paging.ts'
import { notFound } from '../wire/service-error.ts'
import { type Operation, seconds } from '../wire/types.ts'
import { reportsCodes } from '../world/outcome.ts'
import type { CoreRecord, Execution } from '../world/records.ts'
import { forgetCore, healthOf, lastReport } from '../world/reporting.ts'
import type { World } from '../world/world.ts'

/**
 * Core devices by name. The group filter takes those that once applied a deployment to the group with success, also
 * if they have left it since.
 */
export const listCoreDevices: Operation<ListCoreDevicesCommandInput, ListCoreDevicesCommandOutput> = (
  { thingGroupArn, status, runtime, maxResults, nextToken },
  { world },
) => {
  const group =
    thingGroupArn === undefined ? null : world.groups.get(parseTargetArn(thingGroupArn)?.name ?? '')
  const { items, nextToken: next } = page(world.cores.sorted(), {
    limit: maxResults,
    token: nextToken,
    key: core => core.name,
    where: core =>
      (group === null || group?.applied.has(core.name) === true) &&
      (runtime === undefined || core.kind.runtime === runtime) &&
      (status === undefined || healthOf(lastReport(world, core)) === status),
    scope: `ListCoreDevices ${thingGroupArn} ${status} ${runtime}`,
  })
  return { coreDevices: items.map(core => summaryOf(world, core)), nextToken: next }
}

function summaryOf(world: World, core: CoreRecord) {
  const report = lastReport(world, core)
  return {
    coreDeviceThingName: core.name,
    status: healthOf(report),
    lastStatusUpdateTimestamp: seconds(report.at),
    platform: core.kind.platform,
    architecture: core.kind.architecture,
    runtime: core.kind.runtime,
  }
}

export const getCoreDevice: Operation<GetCoreDeviceCommandInput, GetCoreDeviceCommandOutput> = (
  { coreDeviceThingName },
  { world },
) => {
  const core = coreNamed(world, coreDeviceThingName)
  return {
    ...summaryOf(world, core),
    coreVersion: lastReport(world, core).state.nucleusVersion,
    tags: { ...core.tags },
  }
}

/** The status record goes; thing, certificate and group membership stay. */
export const deleteCoreDevice: Operation<DeleteCoreDeviceCommandInput, DeleteCoreDeviceCommandOutput> = (
  { coreDeviceThingName },
  { world },
) => {
  const core = coreNamed(world, coreDeviceThingName)
  forgetCore(world, core)
  world.associations.delete(core.name)
  return {}
}

/** As the device last told. Newer members are missing where its nucleus was too old to send them. */
export const listInstalledComponents: Operation<
  ListInstalledComponentsCommandInput,
  ListInstalledComponentsCommandOutput
> = ({ coreDeviceThingName, topologyFilter = 'ROOT', maxResults, nextToken }, { world }) => {
  const core = coreNamed(world, coreDeviceThingName)
  const report = lastReport(world, core)
  const { nucleusVersion } = report.state
  const codes = reportsCodes({ kind: core.kind, nucleusVersion })
  const recent = core.kind.runtime === 'aws_nucleus_lite' || compareVersions(nucleusVersion, '2.8.0') >= 0
  const installed = report.state.components.map((component, index) => ({
    component,
    changed: report.changed[index] ?? report.at,
  }))
  const { items, nextToken: next } = page(installed, {
    limit: maxResults,
    token: nextToken,
    key: ({ component }) => component.name,
    where: ({ component }) => topologyFilter === 'ALL' || component.isRoot,
    scope: `ListInstalledComponents ${core.name} ${topologyFilter}`,
  })
  return {
    installedComponents: items.map(({ component, changed }) => ({
      componentName: component.name,
      componentVersion: component.version,
      lifecycleState: component.state as 'RUNNING',
      lifecycleStateDetails: component.details || undefined,
      isRoot: component.isRoot,
      lastStatusChangeTimestamp: seconds(Math.min(changed, report.at)),
      lastReportedTimestamp: recent ? seconds(report.at) : undefined,
      lastInstallationSource: recent ? component.source : undefined,
      lifecycleStatusCodes: codes && component.codes.length > 0 ? [...component.codes] : undefined,
    })),
    nextToken: next,
  }
}

/** What deployments did on the device, newest first. */
export const listEffectiveDeployments: Operation<
  ListEffectiveDeploymentsCommandInput,
  ListEffectiveDeploymentsCommandOutput
> = ({ coreDeviceThingName, maxResults, nextToken }, { world }) => {
  const core = coreNamed(world, coreDeviceThingName)
  const executions = (core.thing.executions ?? [])
    .filter(execution => execution.deployment !== null && execution.status !== 'REMOVED')
    .map(execution => ({ execution, key: keyOf(execution) }))
    .sort((a, b) => descending(a.key, b.key))
  const { items, nextToken: next } = page(executions, {
    limit: maxResults,
    token: nextToken,
    key: ({ key }) => key,
    compare: descending,
    scope: `ListEffectiveDeployments ${core.name}`,
  })
  return { effectiveDeployments: items.map(({ execution }) => effectOf(execution)), nextToken: next }
}

const keyOf = ({ queued, deployment }: Execution) =>
  `${String(queued).padStart(15, '0')} ${String(deployment?.order).padStart(12, '0')}`

function effectOf({ deployment, job, status, outcome, queued, updated }: Execution) {
  const failed = outcome !== null && outcome.errorStack.length > 0
  return {
    deploymentId: deployment!.id,
    deploymentName: deployment!.name || deployment!.id,
    iotJobId: job?.id,
    iotJobArn: job?.arn,
    targetArn: deployment!.targetArn,
    // A group's job ends in SUCCEEDED, a thing's shadow in COMPLETED.
    coreDeviceExecutionStatus: (status === 'SUCCEEDED' && !job ? 'COMPLETED' : status) as 'QUEUED',
    reason: outcome?.reason,
    creationTimestamp: seconds(Math.min(deployment!.created, queued)),
    modifiedTimestamp: seconds(updated),
    statusDetails: failed
      ? { errorStack: [...outcome.errorStack], errorTypes: [...outcome.errorTypes] }
      : undefined,
  }
}

function coreNamed(world: World, name = ''): CoreRecord {
  const core = world.cores.get(name)
  if (!core) throw notFound('coreDevice', name)
  return core
}

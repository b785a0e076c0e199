import {
  DeleteCoreDeviceCommand,
  GetCoreDeviceCommand,
  type GetCoreDeviceResponse,
  ListCoreDevicesCommand,
  ListEffectiveDeploymentsCommand,
  ListInstalledComponentsCommand,
  type CoreDevice as SdkCoreDevice,
  type EffectiveDeployment as SdkEffectiveDeployment,
  type InstalledComponent as SdkInstalledComponent,
} from '@aws-sdk/client-greengrassv2'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type {
  CoreDevice,
  CoreDeviceDetail,
  EffectiveDeployment,
  InstalledComponent,
} from '#src/domain/core-device.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import type { Sweep } from '#src/domain/sweep.ts'
import { type Asking, ask, askAll, tell } from './ask.ts'
import { allowance, cadences } from './cadences.ts'
import { useConnection } from './connection.tsx'
import { listOf, required, timeOf } from './parse.ts'
import { sweepQuery } from './sweep.ts'

/** The service's own filters. The group filter knows static groups only. */
export interface CoreDeviceFilter {
  status?: string | undefined
  runtime?: string | undefined
  thingGroupArn?: string | undefined
}

/**
 * The core devices. Coming from the whole list, a list by status or runtime shows what that one knows of it until
 * the service has answered.
 */
export function coreDevicesQuery(connection: Connection, filter: CoreDeviceFilter = {}) {
  const { status, runtime, thingGroupArn } = filter
  return queryOptions<Sweep<CoreDevice>, ServiceFailure>({
    ...sweepQuery(connection, {
      key: ['core-devices', 'list', { status, runtime, thingGroupArn }],
      every: cadences.devices,
      page: nextToken =>
        new ListCoreDevicesCommand({
          status: status as 'HEALTHY' | 'UNHEALTHY' | undefined,
          runtime,
          thingGroupArn,
          maxResults: 100,
          nextToken,
        }),
      rows: output => listOf(output.coreDevices, 'coreDevices').map(coreDevice),
    }),
    placeholderData: (known, query) => {
      const [id, , , last] = (query?.queryKey ?? []) as [string?, string?, string?, CoreDeviceFilter?]
      const wasWhole = last && !last.status && !last.runtime && last.thingGroupArn === thingGroupArn
      if (known === undefined || id !== connection.id || !wasWhole) return undefined
      return partOf(known, status, runtime)
    },
  })
}

/**
 * Core devices that have a broken component; the first pages of them. With a group: of those that once applied a
 * deployment to it with success.
 */
export function unhealthyDevicesQuery(
  connection: Connection,
  { thingGroupArn, pages }: { thingGroupArn: string | undefined; pages: number },
) {
  return sweepQuery(connection, {
    key: ['core-devices', 'list', { status: 'UNHEALTHY', thingGroupArn, pages }],
    every: cadences.devices,
    perMinute: allowance.unhealthyDevices,
    most: pages,
    page: nextToken =>
      new ListCoreDevicesCommand({ status: 'UNHEALTHY', thingGroupArn, maxResults: 100, nextToken }),
    rows: output => listOf(output.coreDevices, 'coreDevices').map(coreDevice),
  })
}

/** What a device has and what deployments did on it. It is not asked again before it has told something new. */
export interface DeviceReport {
  thingName: string
  installed: InstalledComponent[]
  effective: EffectiveDeployment[]
}

/** `reported`: epoch ms at which the device told its status last. Two requests. */
export function deviceReportQuery(connection: Connection, thingName: string, reported: number | null) {
  return queryOptions<DeviceReport, ServiceFailure>({
    queryKey: [connection.id, 'core-devices', 'report', thingName, reported],
    queryFn: async context => {
      const [installed, effective] = await Promise.all([
        readInstalled(connection, context, thingName, 'ALL'),
        readEffective(connection, context, thingName),
      ])
      return { thingName, installed, effective }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Parts of whole lists, kept so that a view that renders again is given the very same rows. */
const parts = new WeakMap<Sweep<CoreDevice>, Map<string, Sweep<CoreDevice>>>()

function partOf(whole: Sweep<CoreDevice>, status = '', runtime = ''): Sweep<CoreDevice> {
  const known = parts.get(whole) ?? new Map<string, Sweep<CoreDevice>>()
  parts.set(whole, known)
  const key = `${status} ${runtime}`
  const part = known.get(key) ?? {
    ...whole,
    rows: whole.rows.filter(
      device => (!status || device.status === status) && (!runtime || device.runtime === runtime),
    ),
  }
  known.set(key, part)
  return part
}

export function coreDeviceQuery(connection: Connection, name: string) {
  return queryOptions<CoreDeviceDetail, ServiceFailure>({
    queryKey: [connection.id, 'core-devices', 'detail', name],
    queryFn: context =>
      ask(connection, context, new GetCoreDeviceCommand({ coreDeviceThingName: name }), coreDeviceDetail),
    refetchInterval: cadences.device,
    staleTime: cadences.device / 2,
  })
}

/** `ROOT` is what deployments name; `ALL` adds what these depend on. */
export function installedComponentsQuery(connection: Connection, name: string, topology: 'ROOT' | 'ALL') {
  return queryOptions<InstalledComponent[], ServiceFailure>({
    queryKey: [connection.id, 'core-devices', 'installed', name, topology],
    queryFn: context => readInstalled(connection, context, name, topology),
    refetchInterval: cadences.device,
    staleTime: cadences.device / 2,
  })
}

/** What each deployment did on one device; asked more often while one of them is under way. */
export function effectiveDeploymentsQuery(connection: Connection, name: string) {
  return queryOptions<EffectiveDeployment[], ServiceFailure>({
    queryKey: [connection.id, 'core-devices', 'effective-deployments', name],
    queryFn: context => readEffective(connection, context, name),
    refetchInterval: query => (query.state.data?.some(underWay) ? cadences.moving : cadences.device),
    staleTime: cadences.moving / 2,
  })
}

function readInstalled(connection: Connection, asking: Asking, name: string, topology: 'ROOT' | 'ALL') {
  return askAll(
    connection,
    asking,
    nextToken =>
      new ListInstalledComponentsCommand({
        coreDeviceThingName: name,
        topologyFilter: topology,
        maxResults: 100,
        nextToken,
      }),
    output => listOf(output.installedComponents, 'installedComponents').map(installedComponent),
  )
}

function readEffective(connection: Connection, asking: Asking, name: string) {
  return askAll(
    connection,
    asking,
    nextToken =>
      new ListEffectiveDeploymentsCommand({ coreDeviceThingName: name, maxResults: 100, nextToken }),
    output => listOf(output.effectiveDeployments, 'effectiveDeployments').map(effectiveDeployment),
  )
}

/** Deletes the status record only: thing, certificate and group membership stay. */
export function useDeleteCoreDevice() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<void, ServiceFailure, string>({
    mutationFn: name =>
      tell(connection, new DeleteCoreDeviceCommand({ coreDeviceThingName: name }), () => undefined),
    onSuccess: (_, name) => {
      // The lists can be a thousand pages long; what changed in them is known.
      client.setQueriesData<Sweep<CoreDevice>>(
        { queryKey: [connection.id, 'core-devices', 'list'] },
        sweep => sweep && { ...sweep, rows: sweep.rows.filter(device => device.name !== name) },
      )
      for (const part of ['detail', 'installed', 'effective-deployments']) {
        client.removeQueries({ queryKey: [connection.id, 'core-devices', part, name], type: 'inactive' })
      }
    },
  })
}

const underWay = ({ executionStatus }: EffectiveDeployment) =>
  executionStatus === 'QUEUED' || executionStatus === 'IN_PROGRESS'

function coreDevice(device: SdkCoreDevice): CoreDevice {
  return {
    name: required(device.coreDeviceThingName, 'coreDeviceThingName'),
    status: device.status ?? '',
    lastStatusUpdate: timeOf(device.lastStatusUpdateTimestamp),
    platform: device.platform ?? '',
    architecture: device.architecture ?? '',
    runtime: device.runtime ?? '',
  }
}

function coreDeviceDetail(device: GetCoreDeviceResponse): CoreDeviceDetail {
  return { ...coreDevice(device), coreVersion: device.coreVersion ?? '', tags: device.tags ?? {} }
}

function installedComponent(component: SdkInstalledComponent): InstalledComponent {
  return {
    name: required(component.componentName, 'componentName'),
    version: component.componentVersion ?? '',
    state: component.lifecycleState ?? '',
    stateDetails: component.lifecycleStateDetails ?? '',
    statusCodes: listOf(component.lifecycleStatusCodes, 'lifecycleStatusCodes'),
    isRoot: component.isRoot ?? false,
    lastStatusChange: timeOf(component.lastStatusChangeTimestamp),
    lastReported: timeOf(component.lastReportedTimestamp),
    lastInstallationSource: component.lastInstallationSource ?? '',
  }
}

function effectiveDeployment(deployment: SdkEffectiveDeployment): EffectiveDeployment {
  return {
    deploymentId: required(deployment.deploymentId, 'deploymentId'),
    deploymentName: deployment.deploymentName ?? '',
    iotJobId: deployment.iotJobId ?? null,
    targetArn: deployment.targetArn ?? '',
    description: deployment.description ?? '',
    executionStatus: deployment.coreDeviceExecutionStatus ?? '',
    reason: deployment.reason ?? '',
    errorStack: listOf(deployment.statusDetails?.errorStack, 'errorStack'),
    errorTypes: listOf(deployment.statusDetails?.errorTypes, 'errorTypes'),
    created: timeOf(deployment.creationTimestamp),
    modified: timeOf(deployment.modifiedTimestamp),
  }
}

import {
  CancelDeploymentCommand,
  CreateDeploymentCommand,
  type CreateDeploymentRequest,
  DeleteDeploymentCommand,
  GetDeploymentCommand,
  type GetDeploymentResponse,
  ListDeploymentsCommand,
  type Deployment as SdkDeployment,
} from '@aws-sdk/client-greengrassv2'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type {
  ComponentDeployment,
  Deployment,
  DeploymentPolicies,
  DeploymentRequest,
  DeploymentSummary,
  JobConfiguration,
} from '#src/domain/deployment.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import type { Sweep } from '#src/domain/sweep.ts'
import { ask, tell } from './ask.ts'
import { allowance, cadences } from './cadences.ts'
import { useConnection } from './connection.tsx'
import { listOf, required, timeOf } from './parse.ts'
import { sweepQuery } from './sweep.ts'

export interface DeploymentFilter {
  /** The newest revision of every target, or all of them. */
  history: 'LATEST_ONLY' | 'ALL'
  targetArn?: string | undefined
  /** Sub-deployments of this target's deployment. */
  parentTargetArn?: string | undefined
}

/** The service lists 100 a page here too, but each costs it a DescribeJob, so pages are kept small. */
const pageSize = 50

export function deploymentsQuery(connection: Connection, filter: DeploymentFilter) {
  const { history, targetArn, parentTargetArn } = filter
  return sweepQuery(connection, {
    key: ['deployments', 'list', { history, targetArn, parentTargetArn }],
    every: cadences.deployments,
    perMinute: allowance.deploymentPages,
    page: nextToken =>
      new ListDeploymentsCommand({
        historyFilter: history,
        targetArn,
        parentTargetArn,
        maxResults: pageSize,
        nextToken,
      }),
    rows: output => listOf(output.deployments, 'deployments').map(deploymentSummary),
  })
}

/** Asked again while it is in force; a deployment that is over changes no more. */
export function deploymentQuery(connection: Connection, id: string) {
  return queryOptions<Deployment, ServiceFailure>({
    queryKey: [connection.id, 'deployments', 'detail', id],
    queryFn: context => ask(connection, context, new GetDeploymentCommand({ deploymentId: id }), deployment),
    refetchInterval: query => (query.state.data?.status === 'ACTIVE' ? cadences.deployment : false),
    staleTime: cadences.deployments / 2,
  })
}

export interface NewDeployment {
  request: DeploymentRequest
  /** One for each press of the button, and the same when that is tried again. */
  clientToken: string
}

/** A deployment to a target that has one becomes its next revision. */
export function useCreateDeployment() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<{ id: string; iotJobId: string | null }, ServiceFailure, NewDeployment>({
    mutationFn: ({ request, clientToken }) => {
      const command = new CreateDeploymentCommand({ ...(request as CreateDeploymentRequest), clientToken })
      return tell(connection, command, output => ({
        id: required(output.deploymentId, 'deploymentId'),
        iotJobId: output.iotJobId ?? null,
      }))
    },
    // The target's last revision and its job have changed as well.
    onSuccess: () => invalidateDeployments(client, connection),
    // What is known of the target is out of date, and forms that show it should say so.
    onError: failure => {
      if (failure.kind === 'not-found')
        void client.invalidateQueries({ queryKey: [connection.id, 'thing-groups'] })
    },
  })
}

/** Devices that have it keep it; those that do not have it yet no longer get it. Resolves to the service's words. */
export function useCancelDeployment() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<string, ServiceFailure, string>({
    mutationFn: id =>
      tell(connection, new CancelDeploymentCommand({ deploymentId: id }), output => output.message ?? ''),
    onSuccess: () => invalidateDeployments(client, connection),
  })
}

export function useDeleteDeployment() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<void, ServiceFailure, string>({
    mutationFn: id => tell(connection, new DeleteDeploymentCommand({ deploymentId: id }), () => undefined),
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: [connection.id, 'deployments', 'detail', id], type: 'inactive' })
      client.setQueriesData<Sweep<DeploymentSummary>>(
        { queryKey: [connection.id, 'deployments', 'list'] },
        sweep => sweep && { ...sweep, rows: sweep.rows.filter(row => row.id !== id) },
      )
      // An older revision may be the latest of its target now.
      void client.invalidateQueries({ queryKey: [connection.id, 'deployments', 'list'] })
    },
  })
}

function invalidateDeployments(client: ReturnType<typeof useQueryClient>, connection: Connection) {
  void client.invalidateQueries({ queryKey: [connection.id, 'deployments'] })
  void client.invalidateQueries({ queryKey: [connection.id, 'jobs'] })
}

function deploymentSummary(item: SdkDeployment | GetDeploymentResponse): DeploymentSummary {
  return {
    id: required(item.deploymentId, 'deploymentId'),
    name: item.deploymentName ?? '',
    targetArn: required(item.targetArn, 'targetArn'),
    revisionId: item.revisionId ?? '',
    created: timeOf(item.creationTimestamp),
    status: item.deploymentStatus ?? '',
    isLatestForTarget: item.isLatestForTarget ?? false,
    parentTargetArn: item.parentTargetArn || null,
  }
}

function deployment(output: GetDeploymentResponse): Deployment {
  return {
    ...deploymentSummary(output),
    iotJobId: output.iotJobId || null,
    // In the service's own shape, but for members that the SDK sets to undefined.
    components: compact(output.components ?? {}) as Record<string, ComponentDeployment>,
    jobConfiguration: compact(output.iotJobConfiguration ?? {}) as JobConfiguration,
    policies: compact(output.deploymentPolicies ?? {}) as DeploymentPolicies,
    tags: output.tags ?? {},
  }
}

/** Without members that are undefined or null, all the way down, so that it can be sent back as it came. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, member]) => member !== undefined && member !== null)
  return Object.fromEntries(kept.map(([name, member]) => [name, compact(member)]))
}

import { ServiceFailure } from '#src/domain/service-failure.ts'

/**
 * The operations that change nothing. An allow-list: whatever is added to the SDK or to Meadow later is refused on
 * a read-only connection until somebody has thought about it.
 */
const readOperations = new Set([
  'DescribeComponent',
  'DescribeJob',
  'DescribeJobExecution',
  'DescribeThing',
  'DescribeThingGroup',
  'GetBucketsAggregation',
  'GetCardinality',
  'GetComponent',
  'GetComponentVersionArtifact',
  'GetConnectivityInfo',
  'GetCoreDevice',
  'GetDeployment',
  'GetIndexingConfiguration',
  'GetServiceRoleForAccount',
  'GetStatistics',
  'GetThingConnectivityData',
  'ListClientDevicesAssociatedWithCoreDevice',
  'ListComponentVersions',
  'ListComponents',
  'ListCoreDevices',
  'ListDeployments',
  'ListEffectiveDeployments',
  'ListInstalledComponents',
  'ListJobExecutionsForJob',
  'ListJobExecutionsForThing',
  'ListJobs',
  'ListTagsForResource',
  'ListThingGroups',
  'ListThingGroupsForThing',
  'ListThings',
  'ListThingsInThingGroup',
  'SearchIndex',
])

export const isReadOperation = (operation: string) => readOperations.has(operation)

const readOnlyReason = (connectionName: string) =>
  `The connection “${connectionName}” is read-only. Nothing was sent.`

export function readOnlyFailure(action: string, connectionName: string): ServiceFailure {
  return new ServiceFailure(readOnlyReason(connectionName), {
    kind: 'read-only',
    action,
    code: 'ReadOnlyConnection',
    status: null,
    requestId: null,
    fields: [],
    retryAfterSeconds: null,
    resource: null,
  })
}

interface GuardedStack {
  add(
    middleware: (
      next: (args: { input: object }) => Promise<never>,
      context: { commandName?: string },
    ) => (args: { input: object }) => Promise<never>,
    options: { step: 'initialize'; priority: 'high'; name: string },
  ): void
}

/**
 * Refuses every write in the client itself, before it is serialised or signed, so that it holds whatever a page
 * does and by whichever way it reaches the client.
 */
export function refuseWrites(
  client: { middlewareStack: unknown },
  iamPrefix: string,
  connectionName: string,
) {
  const stack = client.middlewareStack as GuardedStack
  stack.add(
    (next, context) => async args => {
      const operation = (context.commandName ?? '').replace(/Command$/, '')
      if (!isReadOperation(operation)) throw readOnlyFailure(`${iamPrefix}:${operation}`, connectionName)
      return next(args)
    },
    { step: 'initialize', priority: 'high', name: 'meadowReadOnlyGuard' },
  )
}

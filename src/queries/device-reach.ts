import { useQueries, useQuery } from '@tanstack/react-query'
import { type DeviceReach, deviceReach, type ReachingDeployment } from '#src/domain/device-reach.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { cadences } from './cadences.ts'
import { useConnection } from './connection.tsx'
import { coreDeviceQuery, effectiveDeploymentsQuery, installedComponentsQuery } from './core-devices.ts'
import { deploymentQuery, deploymentsQuery } from './deployments.ts'
import { groupsOfThingQuery, thingGroupQuery } from './thing-groups.ts'
import { thingQuery } from './things.ts'

export interface DeviceReachState {
  /** `null` until everything that decides it has been read. */
  reach: DeviceReach | null
  /** How many groups the device is in, those above them included. */
  groups: number
  /** What has been read of what is known to be needed. */
  read: { done: number; of: number }
  /** Epoch ms at which the device last reported its state; `null` if it never has. */
  lastReport: number | null
  /** The service knows no core device of this name: nothing has been reported. */
  neverReported: boolean
  failure: ServiceFailure | null
  retry(): void
}

const seldom = { refetchInterval: cadences.devices } as const

const isMissing = (error: unknown) => error instanceof ServiceFailure && error.kind === 'not-found'

/**
 * Which deployments reach a device. Asks for the deployments of the device and of each of its groups rather than for
 * all of the account, so that it costs as many calls in an account of ten targets as in one of ten thousand.
 */
export function useDeviceReach(device: string): DeviceReachState {
  const connection = useConnection()
  const thing = useQuery(thingQuery(connection, device))
  const groups = useQuery(groupsOfThingQuery(connection, device))
  const details = useQueries({
    queries: (groups.data ?? []).map(({ name }) => thingGroupQuery(connection, name)),
  })
  const grouped = groups.data !== undefined && details.every(({ data }) => data !== undefined)
  const paths = details.flatMap(({ data }) => (data ? [[...data.above, data]] : []))
  const all = [...new Map(paths.flat().map(group => [group.arn, group])).values()]
  const targets = thing.data && grouped ? [thing.data.arn, ...all.map(({ arn }) => arn)] : []
  const lists = useQueries({
    queries: targets.map(targetArn => ({
      ...deploymentsQuery(connection, { history: 'LATEST_ONLY', targetArn }),
      ...seldom,
    })),
  })
  const summaries = lists.flatMap(({ data }) => data?.rows ?? [])
  const contents = useQueries({
    queries: summaries.map(({ id }) => ({
      ...deploymentQuery(connection, id),
      refetchInterval: false as const,
    })),
  })
  const core = useQuery({ ...coreDeviceQuery(connection, device), ...seldom })
  const installed = useQuery({ ...installedComponentsQuery(connection, device, 'ALL'), ...seldom })
  const reports = useQuery(effectiveDeploymentsQuery(connection, device))
  const reported = [core, installed, reports]
  const neverReported = reported.some(({ error }) => isMissing(error))
  const needed = [thing, groups, ...details, ...lists, ...contents]
  const done =
    needed.filter(({ data }) => data !== undefined).length +
    reported.filter(({ data, error }) => data !== undefined || isMissing(error)).length
  const of = needed.length + reported.length
  const listed = targets.length > 0 && lists.every(({ data }) => data?.complete)
  const failed = [...needed, ...reported.filter(({ error }) => !isMissing(error))].filter(
    ({ error }) => error !== null,
  )
  return {
    reach:
      listed && done === of
        ? deviceReach({
            device,
            lite: core.data?.runtime === 'aws_nucleus_lite',
            paths: paths.map(path => path.map(({ name }) => name)),
            // The list is younger than the detail, and tells what changes of it.
            deployments: summaries.flatMap((summary, index): ReachingDeployment[] => {
              const content = contents[index]?.data
              return content ? [{ ...content, ...summary }] : []
            }),
            reports: reports.data ?? [],
            installed: installed.data ?? [],
          })
        : null,
    groups: all.length,
    read: { done, of },
    lastReport: core.data?.lastStatusUpdate ?? null,
    neverReported,
    failure: failed[0]?.error ?? null,
    retry: () => {
      for (const one of failed) void one.refetch()
    },
  }
}

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { allowance } from './cadences.ts'
import { useConnection } from './connection.tsx'
import { type DeviceReport, deviceReportQuery, unhealthyDevicesQuery } from './core-devices.ts'
import { useTrickle } from './use-trickle.ts'

export interface BrokenDevices {
  /** Those that have been looked into. */
  reports: readonly DeviceReport[]
  /** Unhealthy devices that are known of, and whether there are more. */
  unhealthy: number
  more: boolean
  /** The first of them have been looked into, or there are none. */
  settled: boolean
  /** Looks into more of them now; `null` when all have been looked into. */
  lookOn: (() => void) | null
  failure: ServiceFailure | null
  retry(): void
}

/** So many are looked into when a page opens, and at each word of a person. */
const first = 5
const batch = 50

/**
 * Unhealthy devices and what is broken on them: a device tells its state when a component breaks, so a deployment that
 * had succeeded there shows what came of it. One request a minute finds them; each costs two when it has told anew.
 * With a group: those that applied a deployment to it. Components that are ERRORED but not BROKEN leave a device
 * healthy, and are not found.
 */
export function useBrokenDevices(thingGroupArn: string | undefined, enabled = true): BrokenDevices {
  const connection = useConnection()
  const [pages, setPages] = useState(1)
  const list = useQuery({
    ...unhealthyDevicesQuery(connection, { thingGroupArn, pages }),
    enabled,
    placeholderData: keepPreviousData,
  })
  const rows = enabled ? list.data?.rows : undefined
  const wanted = useMemo(
    () =>
      (rows ?? [])
        // What broke last is news.
        .toSorted((a, b) => (b.lastStatusUpdate ?? 0) - (a.lastStatusUpdate ?? 0))
        .map(({ name, lastStatusUpdate }) => ({ key: name, stamp: String(lastStatusUpdate) })),
    [rows],
  )
  const { passed, letMore } = useTrickle(wanted, first, allowance.unhealthyDevices)
  const reading = wanted.flatMap(({ key }) => {
    const stamp = passed.get(key)
    return stamp === undefined ? [] : [{ name: key, reported: stamp === 'null' ? null : Number(stamp) }]
  })
  const answers = useQueries({
    queries: reading.map(({ name, reported }) => deviceReportQuery(connection, name, reported)),
    combine: results => ({
      reports: results.flatMap(result => (result.data ? [result.data] : [])),
      pending: results.some(result => result.isPending),
      error: results.find(result => result.error)?.error ?? null,
      retry: () => {
        for (const result of results) if (result.error) void result.refetch()
      },
    }),
  })
  const cut = list.data?.cut ?? false
  const left = wanted.length - reading.length
  return {
    reports: answers.reports,
    unhealthy: wanted.length,
    more: cut,
    settled: list.isSuccess && !answers.pending,
    lookOn:
      left > 0 || cut
        ? () => {
            if (left < batch && cut) setPages(pages + 1)
            letMore(batch)
          }
        : null,
    failure: list.error ?? answers.error,
    retry: () => {
      if (list.error) void list.refetch()
      answers.retry()
    },
  }
}

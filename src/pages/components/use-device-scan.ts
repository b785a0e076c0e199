import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { parseTargetArn } from '#src/domain/arn.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { coreDevicesQuery, installedComponentsQuery } from '#src/queries/core-devices.ts'
import { thingsInGroupQuery } from '#src/queries/thing-groups.ts'

export interface DeviceScan {
  /** Devices that report the version as installed. */
  found: readonly string[]
  /** Devices whose components were read. */
  read: number
  /** Devices that are to be read; grows while groups are being listed. */
  total: number
  whole: boolean
  running: boolean
  failure: ServiceFailure | undefined
  retry(): void
}

const atOnce = 3
const freshFor = 10 * 60_000

/**
 * Asks each core device of these targets which components it has: a call for each, so it begins only when it is wanted and
 * goes behind everything else. Without targets all core devices are asked.
 */
export function useDeviceScan(
  wanted: boolean,
  component: { name: string; version: string },
  targetArns: readonly string[],
): DeviceScan {
  const connection = useConnection()
  const cache = useQueryClient()
  const everywhere = targetArns.length === 0
  const list = useQuery({ ...coreDevicesQuery(connection), enabled: wanted })
  const cores = list.data?.complete ? list.data.rows : null
  const [members, setMembers] = useState<ReadonlySet<string> | null>(null)
  const [failure, setFailure] = useState<ServiceFailure | undefined>(undefined)
  const [round, setRound] = useState(0)
  const read = useRef(new Map<string, boolean>())
  const [, setProgress] = useState(0)
  const targets = targetArns.join('\n')

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a person's wish to try again
  useEffect(() => {
    if (!wanted || everywhere) return
    let stopped = false
    const collect = async () => {
      const names = new Set<string>()
      for (const arn of targets.split('\n')) {
        const target = parseTargetArn(arn)
        if (target?.kind === 'thing') names.add(target.name)
        else if (target) {
          const things = await cache.fetchQuery({
            ...thingsInGroupQuery(connection, target.name),
            staleTime: freshFor,
          })
          for (const name of things.rows) names.add(name)
        }
        if (stopped) return
      }
      setMembers(names)
    }
    collect().catch((error: unknown) => {
      if (!stopped && error instanceof ServiceFailure) setFailure(error)
    })
    return () => {
      stopped = true
    }
  }, [wanted, everywhere, targets, cache, connection, round])

  const devices = useMemo(() => {
    if (!cores || (!everywhere && !members)) return null
    return cores.map(core => core.name).filter(name => everywhere || members?.has(name))
  }, [cores, members, everywhere])

  const { name, version } = component
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a person's wish to try again
  useEffect(() => {
    if (!wanted || !devices) return
    let stopped = false
    const waiting = devices.filter(device => !read.current.has(device))
    const work = async () => {
      for (let device = waiting.shift(); device !== undefined && !stopped; device = waiting.shift()) {
        const outcome = await cache
          .fetchQuery({
            ...installedComponentsQuery(connection, device, 'ALL'),
            staleTime: freshFor,
            meta: { priority: 'background' },
          })
          .catch((error: unknown) => error)
        if (stopped) return
        if (Array.isArray(outcome))
          read.current.set(
            device,
            outcome.some(one => one.name === name && one.version === version),
          )
        else if (outcome instanceof ServiceFailure && outcome.kind === 'not-found')
          read.current.set(device, false)
        else if (outcome instanceof ServiceFailure) {
          setFailure(outcome)
          waiting.length = 0
        }
        setProgress(read.current.size)
      }
    }
    void Promise.all(Array.from({ length: atOnce }, work))
    return () => {
      stopped = true
    }
  }, [wanted, devices, cache, connection, name, version, round])

  const known = devices ?? []
  const readCount = known.filter(device => read.current.has(device)).length
  const whole = devices !== null && readCount === devices.length
  const trouble = failure ?? (list.error as ServiceFailure | null) ?? undefined
  return {
    found: known.filter(device => read.current.get(device)),
    read: readCount,
    total: known.length,
    whole,
    running: wanted && !whole && !trouble,
    failure: trouble,
    retry() {
      setFailure(undefined)
      if (list.error) void list.refetch()
      setRound(before => before + 1)
    },
  }
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Deployment } from '#src/domain/deployment.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { deploymentQuery, deploymentsQuery } from '#src/queries/deployments.ts'

export interface DeploymentScan {
  /** Those read so far. */
  deployments: readonly Deployment[]
  read: number
  /** Latest deployments that are known; may grow until the list is whole. */
  total: number
  /** Every latest deployment of the account and Region has been read. */
  whole: boolean
  running: boolean
  /** When the list of deployments was received; epoch ms. */
  asOf: number | null
  /** Why some could not be read. */
  failure: ServiceFailure | undefined
  retry(): void
}

/** The scheduler keeps the rate; this only keeps a few calls in its queue, so that a person's click is never behind hundreds. */
const atOnce = 4
const freshFor = 10 * 60_000

/**
 * Reads every latest deployment, one GetDeployment each, since no call tells which deployments have a component.
 * What a revision contains never changes, so none is read twice.
 */
export function useDeploymentScan(enabled: boolean): DeploymentScan {
  const connection = useConnection()
  const cache = useQueryClient()
  const list = useQuery({ ...deploymentsQuery(connection, { history: 'LATEST_ONLY' }), enabled })
  const read = useRef(new Map<string, Deployment | null>())
  const [failures, setFailures] = useState<ReadonlyMap<string, ServiceFailure>>(new Map())
  const [round, setRound] = useState(0)
  const [, setProgress] = useState(0)
  const rows = list.data?.complete ? list.data.rows : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a person's wish to read again what failed
  useEffect(() => {
    if (!enabled || !rows) return
    let stopped = false
    const waiting = rows.map(row => row.id).filter(id => !read.current.has(id))
    setFailures(new Map())
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined && !stopped; id = waiting.shift()) {
        const outcome = await cache
          .fetchQuery({ ...deploymentQuery(connection, id), staleTime: freshFor })
          .catch((error: unknown) => error)
        if (stopped) return
        if (outcome instanceof ServiceFailure && outcome.kind !== 'not-found') {
          const failed = id
          setFailures(before => new Map(before).set(failed, outcome))
          // Without credentials or permission the rest would fail alike.
          if (outcome.kind === 'expired' || outcome.kind === 'forbidden') waiting.length = 0
        } else read.current.set(id, outcome instanceof Error ? null : (outcome as Deployment))
        setProgress(read.current.size)
      }
    }
    void Promise.all(Array.from({ length: atOnce }, work))
    return () => {
      stopped = true
    }
  }, [enabled, rows, cache, connection, round])

  const { refetch } = list
  const retry = useCallback(() => {
    if (rows) setRound(before => before + 1)
    else void refetch()
  }, [rows, refetch])

  const known = list.data?.rows ?? []
  const deployments = known.flatMap(row => {
    const deployment = read.current.get(row.id)
    return deployment ? [{ ...deployment, status: row.status }] : []
  })
  const readCount = known.filter(row => read.current.has(row.id)).length
  const whole = rows !== null && readCount === rows.length
  const failure = failures.values().next().value ?? (list.error as ServiceFailure | null) ?? undefined
  return {
    deployments,
    read: readCount,
    total: known.length,
    whole,
    running: enabled && !whole && !failure,
    asOf: list.data?.asOf ?? null,
    failure,
    retry,
  }
}

import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Deployment, DeploymentRequest } from '#src/domain/deployment.ts'
import { type FleetImpact, fleetImpact } from '#src/domain/fleet-impact.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { deploymentQuery, deploymentsQuery } from '#src/queries/deployments.ts'
import { thingsInGroupQuery } from '#src/queries/thing-groups.ts'
import type { TargetFacts } from '../use-target.ts'
import { groupsToRead, inPlay, mayReach, membershipsOf } from './deployments-in-play.ts'
import { useGroupsOf } from './use-groups-of.ts'

export interface ForeseenImpact {
  /** `asked-first`: there is so much to read that it waits for a click. */
  phase: 'off' | 'asked-first' | 'reading' | 'ready' | 'failed'
  /** Every deployment that may reach the devices, with its content; `null` until all are read. */
  contents: readonly Deployment[] | null
  /** What is known so far; `null` until the group and the deployments are. */
  impact: FleetImpact | null
  deployments: { read: number; of: number }
  groups: { read: number; of: number }
  failure: unknown
  start(): void
  /** Names that count as well, since the deployment pulls them in: others may pin them. */
  include(names: readonly string[]): void
  retry(): void
}

/** More than this is read only when it is asked for. */
const atOnce = { deployments: 80, devices: 5_000 }
/** A person reads the rest of the page meanwhile. */
const inBackground = { meta: { priority: 'background' } } as const
const noRows: readonly never[] = []

/**
 * What the devices of the target get from their other deployments too, and how that goes together with the planned
 * one. Reads the members of groups rather than the groups of members, so that its cost grows with the deployments in
 * play and not with the devices.
 */
export function useFleetImpact(
  request: DeploymentRequest,
  target: TargetFacts,
  wanted: boolean,
): ForeseenImpact {
  const connection = useConnection()
  const [begun, setBegun] = useState(false)
  const [also, setAlso] = useState<ReadonlySet<string>>(new Set())
  const include = useCallback(
    (names: readonly string[]) =>
      setAlso(held => (names.every(name => held.has(name)) ? held : new Set([...held, ...names]))),
    [],
  )
  const isGroup = target.kind === 'thinggroup'
  const on = wanted && target.kind !== null && !target.missing
  // One device's groups are asked for; the groups of many are found by who is in them.
  const ofThing = useGroupsOf(on && !isGroup ? target.name : '')
  const own = useQuery({ ...thingsInGroupQuery(connection, target.name), enabled: on && isGroup })
  const list = useQuery({ ...deploymentsQuery(connection, { history: 'LATEST_ONLY' }), enabled: on })
  const ownRows = isGroup ? own.data?.rows : undefined
  const members = useMemo(
    () => (isGroup ? (ownRows ?? noRows) : [target.name]),
    [isGroup, ownRows, target.name],
  )
  const known = Boolean(list.data?.complete && (!isGroup || own.data?.complete))
  const rows = list.data?.rows
  const reaching = useMemo(
    () => (known ? mayReach(rows ?? noRows, new Set(members)) : []),
    [known, rows, members],
  )
  const many = reaching.length > atOnce.deployments || members.length > atOnce.devices
  const going = on && known && (!many || begun)
  const contents = useQueries({
    queries: reaching.map(({ id }) => ({
      ...deploymentQuery(connection, id),
      ...inBackground,
      refetchInterval: false as const,
      enabled: going,
    })),
  })
  const read = contents.flatMap(({ data }): Deployment[] => (data ? [data] : []))
  const allRead = known && read.length === reaching.length
  const { targetArn, parentTargetArn, components } = request
  const planned = { targetArn, parentTargetArn, components }
  const playing = !allRead ? [] : isGroup ? inPlay(read, planned, also) : read
  const names = isGroup ? groupsToRead(playing, planned) : []
  const lists = useQueries({
    queries: names.map(name => ({
      ...thingsInGroupQuery(connection, name),
      ...inBackground,
      refetchInterval: false as const,
      enabled: going && allRead,
    })),
  })
  const whole = lists.filter(({ data }) => data?.complete).length
  const failed = [own, list, ...contents, ...lists].filter(({ error }) => error)
  // What is read of groups that are still on their way counts already: a contradiction shows as soon as it can.
  const signature = `${JSON.stringify(planned)} ${playing.map(({ id }) => id)} ${lists.map(one => one.data?.rows.length)} ${members.length} ${ofThing.groups}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for lists that are made anew each time
  const impact = useMemo(() => {
    if (!going || !allRead) return null
    if (!isGroup) {
      const device = ofThing.groups && { name: target.name, groups: ofThing.groups }
      return device && fleetImpact([device], playing, planned)
    }
    const groups = new Map(names.map((name, index) => [name, lists[index]?.data?.rows ?? noRows]))
    return fleetImpact(membershipsOf(members, target.name, groups), playing, planned)
  }, [going, allRead, signature, isGroup, target.name])
  return {
    phase: phaseOf(),
    contents: going && allRead ? read : null,
    impact,
    deployments: { read: read.length, of: reaching.length },
    groups: { read: whole, of: names.length },
    failure: failed[0]?.error ?? ofThing.failure,
    start: () => setBegun(true),
    include,
    retry: () => {
      for (const one of failed) void one.refetch()
      ofThing.retry()
    },
  }

  function phaseOf(): ForeseenImpact['phase'] {
    if (!on) return 'off'
    if (failed.length > 0 || ofThing.failure !== null) return 'failed'
    if (known && !going) return 'asked-first'
    const grouped = isGroup ? whole === names.length : ofThing.groups !== null
    return allRead && grouped ? 'ready' : 'reading'
  }
}

import { useQueries, useQuery } from '@tanstack/react-query'
import { useConnection } from '#src/queries/connection.tsx'
import { groupsOfThingQuery, thingGroupQuery } from '#src/queries/thing-groups.ts'

const inBackground = { meta: { priority: 'background' } } as const

export interface GroupsOf {
  /** Names of the thing's groups and of those above them; `null` until all are known. */
  groups: string[] | null
  failure: unknown
  retry(): void
}

/** The groups of one thing whose deployments reach it. `''` asks for none. */
export function useGroupsOf(thing: string): GroupsOf {
  const connection = useConnection()
  const direct = useQuery({
    ...groupsOfThingQuery(connection, thing),
    ...inBackground,
    enabled: thing !== '',
  })
  const details = useQueries({
    queries: (direct.data ?? []).map(({ name }) => ({
      ...thingGroupQuery(connection, name),
      ...inBackground,
      refetchInterval: false as const,
    })),
  })
  const known = direct.data !== undefined && details.every(({ data }) => data !== undefined)
  const failed = [direct, ...details].filter(({ error }) => error)
  return {
    groups: known
      ? [
          ...new Set(
            details.flatMap(({ data }) => (data ? [data, ...data.above].map(({ name }) => name) : [])),
          ),
        ]
      : null,
    failure: failed[0]?.error ?? null,
    retry: () => {
      for (const one of failed) void one.refetch()
    },
  }
}

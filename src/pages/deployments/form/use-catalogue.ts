import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ComponentScope, ComponentSummary } from '#src/domain/component.ts'
import { componentsQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'

export interface CatalogueEntry extends ComponentSummary {
  scope: ComponentScope
}

export interface Catalogue {
  /** Private components first; a public one whose name a private one has is left out, as the service does. */
  entries: readonly CatalogueEntry[]
  byName: ReadonlyMap<string, CatalogueEntry>
  complete: boolean
  failure: unknown
  retry(): void
}

/** Every component that a deployment may name. */
export function useCatalogue(): Catalogue {
  const connection = useConnection()
  const mine = useQuery(componentsQuery(connection, 'PRIVATE'))
  const shared = useQuery(componentsQuery(connection, 'PUBLIC'))
  const byName = useMemo(() => {
    const map = new Map<string, CatalogueEntry>()
    for (const row of mine.data?.rows ?? []) map.set(row.name, { ...row, scope: 'PRIVATE' })
    for (const row of shared.data?.rows ?? [])
      if (!map.has(row.name)) map.set(row.name, { ...row, scope: 'PUBLIC' })
    return map
  }, [mine.data, shared.data])
  return {
    entries: useMemo(() => [...byName.values()], [byName]),
    byName,
    complete: (mine.data?.complete ?? false) && (shared.data?.complete ?? false),
    failure: mine.error ?? shared.error,
    retry: () => {
      if (mine.error) void mine.refetch()
      if (shared.error) void shared.refetch()
    },
  }
}

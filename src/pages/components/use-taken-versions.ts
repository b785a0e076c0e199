import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { componentsQuery, componentVersionsQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'

const none: readonly string[] = []

/**
 * The versions that the account has of a component name. Asked for only if the account's list knows the name, so that
 * half-typed names cost nothing.
 */
export function useTakenVersions(name: string): readonly string[] {
  const connection = useConnection()
  const own = useQuery(componentsQuery(connection, 'PRIVATE'))
  const arn = own.data?.rows.find(row => row.name === name)?.arn
  const versions = useQuery({ ...componentVersionsQuery(connection, arn ?? ''), enabled: arn !== undefined })
  const rows = arn ? versions.data : undefined
  return useMemo(() => rows?.map(row => row.version) ?? none, [rows])
}

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { compareVersions } from '#src/domain/version.ts'
import { componentVersionQuery, componentVersionsQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'

/** All versions of a component, newest first, and the one on view: the one asked for, else the newest. */
export function useComponentVersion(arn: string, asked: string | null) {
  const connection = useConnection()
  const versions = useQuery(componentVersionsQuery(connection, arn))
  const sorted = useMemo(
    () => [...(versions.data ?? [])].sort((a, b) => compareVersions(b.version, a.version)),
    [versions.data],
  )
  // A version that the list does not name yet (it was published a moment ago) is asked for all the same.
  const versionArn = asked ? `${arn}:versions:${asked}` : (sorted[0]?.arn ?? null)
  const version = useQuery({
    ...componentVersionQuery(connection, versionArn ?? ''),
    enabled: versionArn !== null,
  })
  return { versions, sorted, versionArn, version }
}

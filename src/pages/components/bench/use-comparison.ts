import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { compareVersions } from '#src/domain/version.ts'
import { componentVersionsQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'

export interface Comparison {
  /** ARN of the component whose versions can be compared with; null if there is none. */
  arn: string | null
  /** Newest first. */
  versions: readonly string[]
  against: string
  choose(version: string): void
}

/** The versions that a text can be compared with: by default the one it started from, else the newest. */
export function useComparison(arn: string | null, basedOn: string | undefined): Comparison {
  const connection = useConnection()
  const answer = useQuery({ ...componentVersionsQuery(connection, arn ?? ''), enabled: arn !== null })
  const [chosen, setChosen] = useState('')
  const rows = arn ? answer.data : undefined
  const versions = useMemo(
    () => (rows ?? []).map(row => row.version).sort((a, b) => compareVersions(b, a)),
    [rows],
  )
  const first = basedOn && (versions.includes(basedOn) || versions.length === 0) ? basedOn : versions[0]
  return { arn, versions, against: chosen || (first ?? ''), choose: setChosen }
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parseTargetArn } from '#src/domain/arn.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { thingsInGroupQuery } from '#src/queries/thing-groups.ts'

/** A group is counted page by page; above this many devices reached, only when asked. */
const countedUnasked = 2000

export interface GroupSize {
  size: number | null
  complete: boolean
  /** Starts the count, where the group is too large to count unasked. */
  count: (() => void) | null
}

/** How many devices the target group has now. */
export function useGroupSize(targetArn: string, reached: number | null): GroupSize {
  const connection = useConnection()
  const target = parseTargetArn(targetArn)
  const isGroup = target?.kind === 'thinggroup'
  const [asked, setAsked] = useState(false)
  const small = reached !== null && reached <= countedUnasked
  const members = useQuery({
    ...thingsInGroupQuery(connection, target?.name ?? ''),
    enabled: isGroup && (small || asked),
  })
  return {
    size: members.data?.rows.length ?? null,
    complete: members.data?.complete ?? false,
    count: isGroup && reached !== null && !small && !asked ? () => setAsked(true) : null,
  }
}

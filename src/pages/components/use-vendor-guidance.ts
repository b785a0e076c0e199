import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { componentVersionQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'

export interface Guidance {
  /** ACTIVE, DISCONTINUED or DELETED; '' where the service says nothing. */
  guidance: string
  message: string
}

/** What vendors say of versions, by their ARNs, as far as it is known. One call each, when there is time. */
export function useVendorGuidance(arns: readonly string[]): ReadonlyMap<string, Guidance> {
  const connection = useConnection()
  const answers = useQueries({
    queries: arns.map(arn => ({
      ...componentVersionQuery(connection, arn),
      // Only of versions that were published long ago: what is being published is followed elsewhere.
      refetchInterval: false as const,
      meta: { priority: 'background' },
    })),
  })
  const signature = answers
    .map((answer, index) => `${arns[index]} ${answer.data?.vendorGuidance ?? ''}`)
    .join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the answers
  return useMemo(() => {
    const known = new Map<string, Guidance>()
    answers.forEach((answer, index) => {
      const arn = arns[index]
      if (arn && answer.data)
        known.set(arn, {
          guidance: answer.data.vendorGuidance,
          message: answer.data.vendorGuidanceMessage,
        })
    })
    return known
  }, [signature])
}

/** A word for a version that its vendor no longer stands behind; null for any other. */
export function guidanceWord(guidance: string | undefined): 'Discontinued' | 'Withdrawn' | null {
  if (guidance === 'DISCONTINUED') return 'Discontinued'
  return guidance === 'DELETED' ? 'Withdrawn' : null
}

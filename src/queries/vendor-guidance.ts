import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { componentVersionQuery } from './components.ts'
import { useConnection } from './connection.tsx'

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

/** Old versions beyond these are seldom looked for; each costs a call. */
const mostAsked = 30
const none: readonly string[] = []

/** The same of a component's versions, newest first. Not `wanted` for components of one's own: nobody discontinues those. */
export function useVersionsGuidance(
  versions: readonly { arn: string }[],
  wanted: boolean,
): ReadonlyMap<string, Guidance> {
  return useVendorGuidance(wanted ? versions.slice(0, mostAsked).map(({ arn }) => arn) : none)
}

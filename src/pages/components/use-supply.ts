import { useQueries, useQuery } from '@tanstack/react-query'
import type { RecipeDependency } from '#src/domain/recipe/recipe.ts'
import { componentsQuery, componentVersionsQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { type Supply, supplyOf } from './dependency-supply.ts'

/** The lists that dependencies are looked up in; all versions only of those whose newest does not fit. */
export function useSupply(dependencies: readonly RecipeDependency[]): {
  supply: Supply
  failure: unknown
  retry(): void
} {
  const connection = useConnection()
  const privates = useQuery(componentsQuery(connection, 'PRIVATE'))
  const publics = useQuery(componentsQuery(connection, 'PUBLIC'))
  const lists = {
    privates: privates.data?.rows ?? [],
    publics: publics.data?.rows ?? [],
    complete: Boolean(privates.data?.complete && publics.data?.complete),
    versions: new Map<string, readonly string[]>(),
  }
  const arns = lists.complete
    ? [
        ...new Set(
          dependencies.flatMap(dependency => {
            const found = supplyOf(dependency, lists)
            return found.state === 'look' ? [found.arn] : []
          }),
        ),
      ]
    : []
  const answers = useQueries({ queries: arns.map(arn => componentVersionsQuery(connection, arn)) })
  arns.forEach((arn, index) => {
    const versions = answers[index]?.data
    if (versions)
      lists.versions.set(
        arn,
        versions.map(row => row.version),
      )
  })
  const failed = [privates, publics, ...answers].filter(query => query.error)
  return {
    supply: lists,
    failure: failed[0]?.error ?? null,
    retry() {
      for (const query of failed) void query.refetch()
    },
  }
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { parseRecipe } from '#src/domain/recipe/parse-recipe.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { recipeQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'

export interface VersionRecipe {
  text: string | undefined
  /** What the recipe says; null until it is here, and for one that cannot be read. */
  recipe: Recipe | null
  error: unknown
  loading: boolean
  retry(): void
}

/** The recipe of a component version, as the service gives it in a format, and what it says. */
export function useRecipe(versionArn: string | null, format: RecipeFormat): VersionRecipe {
  const connection = useConnection()
  const answer = useQuery({
    ...recipeQuery(connection, versionArn ?? '', format),
    enabled: versionArn !== null,
  })
  const [parsed, setParsed] = useState<{ arn: string; recipe: Recipe | null } | null>(null)
  const text = answer.data

  useEffect(() => {
    if (text === undefined || versionArn === null) return
    let gone = false
    parseRecipe(text, format).then(
      ({ recipe }) => !gone && setParsed({ arn: versionArn, recipe }),
      () => !gone && setParsed({ arn: versionArn, recipe: null }),
    )
    return () => {
      gone = true
    }
  }, [text, format, versionArn])

  return {
    text,
    // The other format of the same version says the same: what was read stays while it is fetched.
    recipe: parsed && parsed.arn === versionArn ? parsed.recipe : null,
    error: answer.error,
    loading: answer.isPending || (text !== undefined && parsed?.arn !== versionArn),
    retry: () => void answer.refetch(),
  }
}

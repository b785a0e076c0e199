import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { parseComponentArn } from '#src/domain/arn.ts'
import { convertRecipe } from '#src/domain/recipe/convert-recipe.ts'
import { parseRecipe } from '#src/domain/recipe/parse-recipe.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { recipeQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { startingRecipe } from './starting-recipe.ts'

interface CleanRecipe {
  /** null until it is there. */
  text: string | null
  recipe: Recipe | null
  error: unknown
  retry(): void
}

interface Made {
  arn: string
  format: RecipeFormat
  text: string
  recipe: Recipe | null
}

/** The recipe of a version without what the service adds by itself, so that only what people wrote is compared. */
export function useCleanRecipe(versionArn: string | null, format: RecipeFormat): CleanRecipe {
  const connection = useConnection()
  const answer = useQuery({
    ...recipeQuery(connection, versionArn ?? '', 'JSON'),
    enabled: versionArn !== null,
  })
  const [made, setMade] = useState<Made | null>(null)
  const json = answer.data
  useEffect(() => {
    if (json === undefined || versionArn === null) return
    let gone = false
    const make = async () => {
      const clean = startingRecipe(json, parseComponentArn(versionArn)?.version ?? '')
      const turned = format === 'JSON' ? null : await convertRecipe(clean, 'JSON', format)
      const { recipe } = await parseRecipe(clean, 'JSON')
      if (!gone) setMade({ arn: versionArn, format, text: turned?.ok ? turned.text : clean, recipe })
    }
    make().catch(() => !gone && setMade({ arn: versionArn, format, text: json, recipe: null }))
    return () => {
      gone = true
    }
  }, [json, versionArn, format])
  const current = made && made.arn === versionArn && made.format === format ? made : null
  return {
    text: current?.text ?? null,
    recipe: current?.recipe ?? null,
    error: answer.error,
    retry: () => void answer.refetch(),
  }
}

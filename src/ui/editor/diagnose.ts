import { parseRecipe } from '#src/domain/recipe/parse-recipe.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import type { Problem } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'

export interface Diagnosis {
  recipe: Recipe | null
  problems: Problem[]
}

export interface DiagnosisAsk {
  id: number
  text: string
  format: RecipeFormat
}

export interface DiagnosisAnswer {
  id: number
  /** null: the check itself broke down. */
  diagnosis: Diagnosis | null
}

/** What the rules say about a recipe's text. */
export async function diagnose(text: string, format: RecipeFormat): Promise<Diagnosis> {
  const { recipe, problems } = await parseRecipe(text, format)
  return { recipe, problems }
}

import { checkRecipe } from './check-recipe.ts'
import type { RecipeOutline } from './outline.ts'
import type { Problem } from './problem.ts'
import { detectFormat, type RecipeFormat, readRecipe } from './read-recipe.ts'
import type { Recipe } from './recipe.ts'
import { allRules } from './rules/all-rules.ts'

export interface ParsedRecipe {
  format: RecipeFormat
  /** As much as could be read, defaults filled in; `null` if the text is not one object. */
  recipe: Recipe | null
  /** All that any rule has to say, in the order of the text. */
  problems: Problem[]
  outline: RecipeOutline | null
}

/** Reads a recipe, JSON or YAML, and checks it by all rules. */
export async function parseRecipe(
  text: string,
  format: RecipeFormat = detectFormat(text),
): Promise<ParsedRecipe> {
  const read = await readRecipe(text, format)
  return { format, recipe: read.recipe, problems: checkRecipe(read, allRules), outline: read.outline }
}

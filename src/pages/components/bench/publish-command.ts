import { cliCommand } from '#src/domain/cli-command.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { TagEntry } from '../recipe-draft.ts'

/** The name that a recipe is saved under. */
export function recipeFileName(
  recipe: { name: string; version: string } | null,
  format: RecipeFormat,
): string {
  const safe = (text: string) => text.replace(/[^\w.-]+/g, '-')
  const name = recipe?.name ? `${safe(recipe.name)}-${safe(recipe.version) || 'draft'}` : 'recipe'
  return `${name}.${format.toLowerCase()}`
}

const tagsOf = (tags: readonly TagEntry[]) =>
  tags.length > 0 ? Object.fromEntries(tags.map(({ key, value }) => [key, value])) : undefined

/** The AWS CLI command that publishes a recipe which was saved as a file beside it. */
export function publishCommand(
  fileName: string,
  tags: readonly TagEntry[],
  options: { region: string },
): string {
  const input = { inlineRecipe: { file: fileName }, tags: tagsOf(tags) }
  return cliCommand('create-component-version', input, options)
}

/** The AWS CLI command that makes a component version from a Lambda function. */
export function lambdaCommand(
  lambdaFunction: object,
  tags: readonly TagEntry[],
  options: { region: string },
): string {
  return cliCommand('create-component-version', { lambdaFunction, tags: tagsOf(tags) }, options)
}

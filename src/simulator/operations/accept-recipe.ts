import { serviceRejects } from '#src/domain/recipe/check-recipe.ts'
import type { Problem } from '#src/domain/recipe/problem.ts'
import { type RecipeFormat, readRecipe } from '#src/domain/recipe/read-recipe.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { parseVersion } from '#src/domain/version.ts'
import { type ServiceError, validation } from '../wire/service-error.ts'

/** The recipe of a text, or the service's refusal of it. */
export async function acceptRecipe(text: string): Promise<{ recipe: Recipe; format: RecipeFormat }> {
  const problems = await serviceRejects(text)
  if (problems.length > 0) throw refusal(problems)
  const { recipe, format } = await readRecipe(text)
  if (!recipe) throw validation('Invalid Input: the recipe is not an object')
  // Devices read `01.0.0` or `1.0.0-` as well; the service stores semantic versions only.
  if (!parseVersion(recipe.version)) {
    const message = `The ComponentVersion ${recipe.version} is not a semantic version`
    throw validation(`Invalid Input: ${message}`, [{ name: 'inlineRecipe/ComponentVersion', message }])
  }
  return { recipe, format }
}

/** All that is wrong, each with its place, since whoever sees only the first has to come back for the second. */
function refusal(problems: readonly Problem[]): ServiceError {
  const sentences = problems.map(
    ({ message, range }) => `${message} (line ${range.startLine}, column ${range.startColumn})`,
  )
  const parsed = problems.every(({ rule }) => rule !== 'syntax')
  return validation(
    `Invalid Input: Encountered following errors in the recipe: ${sentences.join(' ')}`,
    problems.map(({ path, message }) => ({ name: `inlineRecipe${path}`, message })),
    parsed ? 'FIELD_VALIDATION_FAILED' : 'CANNOT_PARSE',
  )
}

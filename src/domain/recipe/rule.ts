import type { Finding } from './document.ts'
import type { RecipeOutline } from './outline.ts'
import type { Severity } from './problem.ts'
import type { RecipeFormat } from './read-recipe.ts'
import type { Recipe } from './recipe.ts'

/** A recipe as rules see it: always one object at the top. */
export interface RecipeContext {
  text: string
  format: RecipeFormat
  outline: RecipeOutline
  recipe: Recipe
}

export interface Rule {
  id: string
  severity: Severity
  /** One line: what the rule wants, and why. */
  explanation: string
  /** Documentation that it mirrors. */
  link: string
  /** Who refuses a recipe that breaks it; `null` if nobody does. */
  refusedBy: 'service' | 'device' | null
  /** Rules without a check are broken while the text is read. */
  check?: (context: RecipeContext) => Finding[]
}

export const recipeReference =
  'https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html'

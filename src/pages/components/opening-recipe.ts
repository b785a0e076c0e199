import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { readSetting } from '#src/ui/saved-setting.ts'
import type { DraftStore, RecipeDraft } from './recipe-draft.ts'
import { starterRecipes } from './starter-recipes.ts'

const isFormat = (value: unknown): value is RecipeFormat => value === 'JSON' || value === 'YAML'

/** What a new recipe starts from: the starter in the format that the address asks for, else in the one used last. */
export function newRecipe(params: URLSearchParams): { text: string; format: RecipeFormat } {
  const asked = params.get('format')?.toUpperCase()
  const format = isFormat(asked) ? asked : readSetting<RecipeFormat>('recipe-format', 'YAML', isFormat)
  return { text: starterRecipes[format], format }
}

/** The draft that is worth going on with; null where it holds nothing but what the page starts from. */
export function draftToGoOn(store: DraftStore, start: { text: string }): RecipeDraft | null {
  const draft = store.read()
  return draft && (draft.text !== start.text || draft.tags.length > 0) ? draft : null
}

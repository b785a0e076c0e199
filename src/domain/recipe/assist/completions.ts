import type { RecipeFormat } from '../read-recipe.ts'
import { completeKeys } from './complete-keys.ts'
import { completeSnippets } from './complete-snippets.ts'
import { completeValues } from './complete-values.ts'
import { completeVariables } from './complete-variables.ts'
import type { Completion, CompletionContext } from './completion.ts'
import { guideAt } from './guide-at.ts'
import { type Place, placeAt } from './place.ts'

/** Whether a place lies inside a lifecycle, where recipe variables are filled in. */
function inLifecycle(place: Place): boolean {
  const [top, , part] = place.path.map(key => key.toLowerCase())
  return top === 'lifecycle' || (top === 'manifests' && part === 'lifecycle')
}

/**
 * What could be written at an offset (UTF-16 units) of a recipe, half-typed as it may be: keys, values, snippets,
 * components, versions and recipe variables. Empty where nothing is known.
 */
export function completionsAt(
  text: string,
  format: RecipeFormat,
  offset: number,
  context: CompletionContext = {},
): Completion[] {
  if (text.trim() === '') return completeSnippets(null, format, offset)
  const place = placeAt(text, format, offset)
  if (!place) return []
  const guide = guideAt(place.path)
  if (place.style === 'text' || place.role === 'value') {
    const variables = inLifecycle(place) ? completeVariables(text, offset, place, context) : []
    if (variables.length > 0 || place.style === 'text') return variables
    if (guide && guide.kind !== 'text' && place.typed === '') {
      const own = format === 'YAML' && place.style === 'block' ? [] : completeSnippets(place, format, offset)
      return own
    }
    return completeValues(place, format, context)
  }
  if (place.role === 'item') return completeSnippets(place, format, offset)
  if (guide?.kind === 'text') return completeValues(place, format, context)
  return [...completeKeys(place, format, context), ...completeSnippets(place, format, offset)]
}

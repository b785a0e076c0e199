import type { RecipeFormat } from '../read-recipe.ts'
import type { Completion } from './completion.ts'
import type { Place } from './place.ts'
import { artifactSnippets, type RecipeSnippet, recipeSnippets, snippetDocument } from './recipe-snippets.ts'
import { withoutMarks, writeSnippet, writeValue } from './write-value.ts'

/** A snippet as a whole recipe that could be published as it is. */
export function snippetRecipe(snippet: RecipeSnippet, format: RecipeFormat): string {
  return `${writeValue(withoutMarks(snippetDocument(snippet)), format)}\n`
}

interface Part {
  label: string
  detail: string
  doc: string
  value: unknown
}

/** Lists whose elements have snippets, by the last key. */
function partsFor(list: string | undefined): Part[] {
  if (list === 'manifests') {
    return recipeSnippets.map(({ title, description, manifest }) => ({
      label: title,
      detail: 'manifest',
      doc: description,
      value: manifest,
    }))
  }
  if (list !== 'artifacts') return []
  return artifactSnippets.map(({ title, description, value }) => ({
    label: title,
    detail: 'artifact',
    doc: description,
    value,
  }))
}

/** Whole recipes where nothing is written yet, manifests and artifacts where one may begin. */
export function completeSnippets(place: Place | null, format: RecipeFormat, offset: number): Completion[] {
  const span = place?.token ?? { start: offset, end: offset }
  const completion = (part: Part, text: string, order: number): Completion => ({
    label: part.label,
    kind: 'snippet',
    detail: part.detail,
    documentation: part.doc,
    insertText: text,
    snippet: true,
    span,
    sortText: `0${String(order).padStart(3, '0')}`,
    filterText: part.label,
    again: false,
  })
  const top = place?.path.length === 0 && place.siblings.length === 0 && !place.hasColon
  if (!place || (top && place.style === 'block')) {
    return recipeSnippets.map((snippet, order) => {
      const part = { label: snippet.title, detail: 'recipe', doc: snippet.description, value: null }
      return completion(part, `${writeSnippet(snippetDocument(snippet), format)}\n`, order)
    })
  }
  if (place.quote || place.siblings.length > 0 || place.style === 'text') return []
  const inElement = /^\d+$/.test(place.path.at(-1) ?? '')
  const list = place.path.at(inElement ? -2 : -1)?.toLowerCase()
  const json = format === 'JSON' || place.style === 'flow'
  // In flow style an element begins where a value may stand, in block style behind or before a dash.
  if (json && !(place.role === 'value' && inElement)) return []
  const dash = !json && !inElement
  return partsFor(list).map((part, order) => {
    const text = writeSnippet(part.value, json ? 'JSON' : 'YAML')
    const element = dash ? `- ${text.replaceAll('\n', '\n  ')}` : text
    return completion(part, element, order)
  })
}

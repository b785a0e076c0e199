import type { RecipeFormat } from '../read-recipe.ts'
import { type Completion, type CompletionContext, snippetText } from './completion.ts'
import type { Guide } from './guide.ts'
import { guideAt } from './guide-at.ts'
import type { Place } from './place.ts'
import { selectionGuides, stepGuides } from './recipe-guide.ts'

/** What is written after a key: the beginning of its value, with the cursor in it. */
function valueSnippet(guide: Guide, json: boolean): string {
  if (guide.kind === 'list') {
    const item = guide.entry?.kind === 'object' ? (json ? '{\n    $0\n  }' : '$0') : json ? '"$0"' : '$0'
    return json ? `[\n  ${item}\n]` : `\n  - ${item}`
  }
  if (guide.kind === 'object' || guide.kind === 'map') return json ? '{\n  $0\n}' : '\n  $0'
  const choices = Object.keys(guide.choices ?? {})
  if (choices.length === 1) return json ? JSON.stringify(choices[0]) : `'${choices[0]}'`
  if (choices.includes('true')) return `\${1:true}$0`
  if (choices.length > 0) return json ? '"$0"' : '$0'
  if (guide.script && !json) return '|-\n  $0'
  const example = snippetText(guide.example ?? '')
  if (/^\d+$/.test(example)) return `\${1:${example}}$0`
  return json ? `"\${1:${example}}"$0` : `\${1:${example}}$0`
}

/** A key with its value, as the style of its surroundings writes it. */
function keySnippet(key: string, guide: Guide, place: Place, format: RecipeFormat): string {
  const json = format === 'JSON' || place.style === 'flow'
  const name = place.quote ? key : json ? `"${key}"` : key
  if (place.hasColon) return snippetText(name)
  const value = valueSnippet(guide, json)
  const gap = json || !value.startsWith('\n') ? ' ' : ''
  // Inside quotes the closing one is written already.
  const close = place.quote
  return `${place.commaBefore ? ', ' : ''}${snippetText(name)}${close}:${gap}${value}${place.commaAfter ? ',' : ''}`
}

function keyCompletion(
  key: string,
  guide: Guide,
  place: Place,
  format: RecipeFormat,
  order: number,
): Completion {
  // With a quote the token is replaced to behind the closing one, so that the value can follow.
  const span =
    place.quote && !place.hasColon ? { start: place.token.start, end: place.tokenEnd } : place.token
  return {
    label: key,
    kind: 'key',
    detail: guide.required ? 'required' : guide.kind === 'text' ? 'text' : guide.kind,
    documentation: guide.doc,
    insertText: keySnippet(key, guide, place, format),
    snippet: true,
    span,
    sortText: `${guide.required ? '1' : '2'}${String(order).padStart(3, '0')}`,
    filterText: place.quote ? `${key}` : key,
    again: guide.kind !== 'text' || (guide.choices !== undefined && Object.keys(guide.choices).length > 1),
  }
}

function keysOf(guide: Guide, place: Place, context: CompletionContext): [string, Guide][] {
  const keys = Object.entries(guide.keys ?? {})
  const parent = place.path.at(-1)?.toLowerCase()
  if (guide.lifecycle) {
    const selections = new Set([
      ...Object.keys(selectionGuides),
      ...(context.recipe?.manifests.flatMap(manifest => manifest.selections) ?? []),
    ])
    const selectionGuide = (name: string): Guide => ({
      kind: 'object',
      doc: selectionGuides[name] ?? `For manifests with the selection ${name}.`,
      keys: stepGuides,
    })
    // Selections and steps must not stand side by side.
    const hasStep = place.siblings.some(key =>
      Object.keys(stepGuides).some(step => step.toLowerCase() === key.toLowerCase()),
    )
    const chosen = place.siblings.some(key => selections.has(key))
    return [
      ...(chosen ? [] : keys),
      ...(hasStep ? [] : [...selections].map((name): [string, Guide] => [name, selectionGuide(name)])),
    ]
  }
  if (parent === 'componentdependencies' && place.path.length === 1 && guide.entry) {
    const own = context.recipe?.name
    return (context.components ?? [])
      .filter(({ name }) => name !== own)
      .map(({ name, description, vendorGuidance, versions }): [string, Guide] => {
        const guidance =
          vendorGuidance && vendorGuidance !== 'ACTIVE' ? ` (${vendorGuidance.toLowerCase()})` : ''
        const newest = versions?.[0] ? ` Newest: ${versions[0]}.` : ''
        return [name, { ...guide.entry!, doc: `${description ?? 'A component.'}${newest}${guidance}` }]
      })
  }
  if (guide.kind === 'map' && keys.length === 0 && guide.entry && guide.keyExample) {
    return [[guide.keyExample, guide.entry]]
  }
  return keys
}

/** A dependency with its version and type, ready to be published. */
function dependencySnippet(
  name: string,
  versions: readonly string[],
  place: Place,
  format: RecipeFormat,
): string {
  const requirement = versions[0] ? `^${versions[0]}` : '>=0.0.0'
  const json = format === 'JSON' || place.style === 'flow'
  const body = json
    ? ` {\n  "VersionRequirement": "\${1:${requirement}}",\n  "DependencyType": "\${2|HARD,SOFT|}"\n}$0`
    : `\n  VersionRequirement: '\${1:${requirement}}'\n  DependencyType: \${2|HARD,SOFT|}$0`
  const key = place.quote ? `${name}${place.quote}` : json ? `"${name}"` : name
  return `${place.commaBefore ? ', ' : ''}${key}:${body}${place.commaAfter ? ',' : ''}`
}

/** Keys that may be written at a place, those that are there already left out. */
export function completeKeys(place: Place, format: RecipeFormat, context: CompletionContext): Completion[] {
  const guide = guideAt(place.path)
  if (!guide || guide.kind === 'text' || guide.kind === 'list') return []
  const current = place.typed.toLowerCase()
  const taken = new Set(place.siblings.map(key => key.toLowerCase()))
  const dependencies = place.path.length === 1 && place.path[0]!.toLowerCase() === 'componentdependencies'
  return keysOf(guide, place, context)
    .filter(([key]) => !taken.has(key.toLowerCase()) || (place.hasColon && key.toLowerCase() === current))
    .map(([key, value], order) => {
      const completion = keyCompletion(key, value, place, format, order)
      if (!dependencies || place.hasColon) return completion
      const versions = context.components?.find(({ name }) => name === key)?.versions ?? []
      return {
        ...completion,
        kind: 'component',
        detail: versions[0] ?? 'component',
        insertText: dependencySnippet(key, versions, place, format),
      }
    })
}

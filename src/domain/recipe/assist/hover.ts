import { parsePointer, valueAt } from '../../configuration-merge.ts'
import type { Span } from '../document.ts'
import type { RecipeFormat } from '../read-recipe.ts'
import type { CompletionContext } from './completion.ts'
import type { Guide } from './guide.ts'
import { guideAt, keyGuide } from './guide-at.ts'
import { placeAt } from './place.ts'
import { variableGuides } from './recipe-guide.ts'

export interface Hover {
  span: Span
  /** Markdown. */
  text: string
}

function guideText(name: string, guide: Guide): string {
  const kind = guide.kind === 'map' ? 'object with names as keys' : guide.kind
  const known = Object.entries(guide.choices ?? {})
    .map(([value, doc]) => `- \`${value}\`: ${doc}`)
    .join('\n')
  return `**${name}** (${kind}${guide.required ? ', required' : ''})\n\n${guide.doc}${known && `\n\n${known}`}`
}

function variableText(inner: string, context: CompletionContext): string | null {
  const configuration = /^(?:([\w.-]+):)?configuration:(.*)$/.exec(inner)
  if (configuration) {
    const [, dependency, pointer = ''] = configuration
    const own = !dependency || dependency === context.recipe?.name
    const document = own ? context.recipe?.defaultConfiguration : context.configurationOf?.(dependency)
    const whose = own ? 'this component' : dependency
    if (!parsePointer(pointer)) return 'A JSON pointer begins with "/".'
    const value = valueAt(document, pointer)
    const fallback =
      value === undefined
        ? 'No default is known: without one from a deployment the text stays as it is.'
        : `Default: \`${typeof value === 'string' ? value : JSON.stringify(value)}\``
    return `Value of \`${pointer || '/'}\` in the configuration of ${whose}.\n\n${fallback}`
  }
  if (Object.hasOwn(variableGuides, inner)) return variableGuides[inner]!
  const dependency = /^([\w.-]+):((?:artifacts|work):\w+)$/.exec(inner)
  if (!dependency || !Object.hasOwn(variableGuides, dependency[2]!)) return null
  return `${variableGuides[dependency[2]!]} Of the dependency ${dependency[1]}.`
}

/** What there is to say about the word at an offset (UTF-16 units): a key, a value, a recipe variable, a component. */
export function hoverAt(
  text: string,
  format: RecipeFormat,
  offset: number,
  context: CompletionContext = {},
): Hover | null {
  const place = placeAt(text, format, offset)
  if (!place || place.token.end <= place.token.start) return null
  const { token } = place
  const word = text.slice(token.start, token.end)
  if (place.role === 'key' && place.hasColon) {
    const component = place.path.length === 1 && place.path[0]!.toLowerCase() === 'componentdependencies'
    const known = component && context.components?.find(({ name }) => name === word)
    if (known) {
      const versions = known.versions?.length ? `\n\nVersions: ${known.versions.slice(0, 8).join(', ')}` : ''
      return { span: token, text: `**${word}**\n\n${known.description ?? ''}${versions}` }
    }
    const guide = keyGuide([...place.path, word])
    return guide && { span: token, text: guideText(word, guide) }
  }
  for (const match of word.matchAll(/\{([^{}\s]+)\}/g)) {
    const start = token.start + match.index
    const end = start + match[0].length
    if (offset < start || offset > end) continue
    const said = variableText(match[1]!, context)
    return said ? { span: { start, end }, text: said } : null
  }
  if (place.style === 'text') return null
  const guide = guideAt(place.path)
  if (guide?.kind !== 'text') return null
  const choice = Object.entries(guide.choices ?? {}).find(
    ([value]) => value.toLowerCase() === word.toLowerCase(),
  )
  return choice ? { span: token, text: `**${choice[0]}**: ${choice[1]}` } : null
}

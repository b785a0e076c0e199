import type { ArrayNode, Finding, ObjectEntry, ObjectNode } from './document.ts'
import { type Located, partOf, type RecipeOutline } from './outline.ts'
import type { RecipeContext } from './rule.ts'

type Edits = NonNullable<Finding['fix']>['edits']
type Source = Pick<RecipeContext, 'text' | 'format'>

/** A scalar or a small object, in JSON, which YAML reads too, or in YAML’s own flow style. */
function written(value: string | Record<string, string>, format: RecipeContext['format']): string {
  if (format === 'JSON')
    return JSON.stringify(value).replace(/^\{/, '{ ').replace(/\}$/, ' }').replaceAll('":', '": ')
  const scalar = (text: string) => (/^[A-Za-z][\w.-]*$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`)
  if (typeof value === 'string') return scalar(value)
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${scalar(inner)}`)
    .join(', ')} }`
}

const column = (text: string, at: number) => at - (text.lastIndexOf('\n', at - 1) + 1)

/** Edits that put an entry before all others of an object, in the object's own style. */
export function insertEntry(
  { text, format }: Source,
  object: ObjectNode,
  key: string,
  value: string | Record<string, string>,
): Edits {
  const [first] = object.entries
  const inFlow = text[object.span.start] === '{'
  const name = format === 'JSON' ? JSON.stringify(key) : key
  const entry = `${name}: ${written(value, format)}`
  if (inFlow) {
    const at = object.span.start + 1
    const gap = first ? text.slice(at, first.keySpan.start) : ' '
    return [{ span: { start: at, end: at }, text: first ? `${gap}${entry},` : `${gap}${entry} ` }]
  }
  const at = first?.keySpan.start ?? object.span.start
  return [{ span: { start: at, end: at }, text: `${entry}\n${' '.repeat(column(text, at))}` }]
}

/** Where an entry ends; with an empty value that is behind its colon. */
function entryEnd(text: string, { keySpan, value }: ObjectEntry): number {
  if (value.span.end > value.span.start) return value.span.end
  return keySpan.end + (/^[ \t]*:/.exec(text.slice(keySpan.end))?.[0].length ?? 0)
}

/** A fix that takes a part out of the object it stands in; `undefined` where it is in none. */
export function removal(
  source: Source,
  parent: Pick<Located, 'node'>,
  part: Located,
  title: string,
): Finding['fix'] {
  if (parent.node.kind !== 'object' || !part.key) return undefined
  return { title, edits: removeEntry(source, parent.node, part.key) }
}

/** Edits that bring an element of a list before an earlier one, each layout staying where it is. */
export function moveItem({ text }: Source, list: ArrayNode, from: number, to: number): Edits {
  const spans = list.items.slice(to, from + 1).map(({ span }) => span)
  const words = spans.map(({ start, end }) => text.slice(start, end))
  return spans.map((span, i) => ({ span, text: words.at(i - 1)! }))
}

/** Edits that take an entry out of an object, whatever its style. */
export function removeEntry({ text }: Source, object: ObjectNode, entry: ObjectEntry): Edits {
  const index = object.entries.indexOf(entry)
  const [before, after] = [object.entries[index - 1], object.entries[index + 1]]
  if (after) return [{ span: { start: entry.keySpan.start, end: after.keySpan.start }, text: '' }]
  const end = entryEnd(text, entry)
  if (before) return [{ span: { start: entryEnd(text, before), end }, text: '' }]
  const start = text[object.span.start] === '{' ? object.span.start : entry.keySpan.start
  return [{ span: { start, end: Math.max(end, object.span.end) }, text: '{}' }]
}

/** Edits that add a dependency, and the list of dependencies if there is none; `null` where it cannot be told how. */
export function addDependency(
  source: Source,
  outline: RecipeOutline,
  name: string,
  requirement: string,
): Edits | null {
  const dependencies = partOf(outline, 'ComponentDependencies')
  const value = { VersionRequirement: requirement }
  if (dependencies?.node.kind === 'object') return insertEntry(source, dependencies.node, name, value)
  if (dependencies || outline.node.kind !== 'object') return null
  const { format } = source
  const whole =
    format === 'JSON'
      ? `"ComponentDependencies": { ${JSON.stringify(name)}: ${written(value, format)} }`
      : `ComponentDependencies:\n  ${name}: ${written(value, format)}`
  const [first] = outline.node.entries
  if (!first) return null
  // Before Manifests, where readers look for it.
  const next = outline.manifestList?.key ?? first
  const at = next.keySpan.start
  const inFlow = source.text[outline.node.span.start] === '{'
  if (!inFlow) return [{ span: { start: at, end: at }, text: `${whole}\n` }]
  if (format === 'YAML') return null
  const gap = /[ \t\r\n]*$/.exec(source.text.slice(0, at))![0]
  return [{ span: { start: at, end: at }, text: `${whole},${gap}` }]
}

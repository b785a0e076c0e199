import type { RecipeFormat } from '../read-recipe.ts'
import { snippetText } from './completion.ts'
import { yamlText } from './scalar-text.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function yamlLines(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => {
      const [first = '', ...rest] = yamlLines(item)
      return [`- ${first}`, ...rest.map(line => `  ${line}`)]
    })
  }
  if (!isObject(value)) return [typeof value === 'string' ? yamlText(value) : JSON.stringify(value)]
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = yamlText(key)
    if (typeof inner === 'string' && inner.includes('\n'))
      return [`${name}: |-`, ...inner.split('\n').map(line => `  ${line}`)]
    if ((isObject(inner) || Array.isArray(inner)) && Object.keys(inner).length > 0)
      return [`${name}:`, ...yamlLines(inner).map(line => `  ${line}`)]
    return [`${name}: ${yamlLines(inner)[0] ?? '{}'}`]
  })
}

/** A value of objects, lists and short texts as a document, without loading a library for it. */
export function writeValue(value: unknown, format: RecipeFormat): string {
  return format === 'JSON' ? JSON.stringify(value, null, 2) : yamlLines(value).join('\n')
}

const mark = /«(\d+):([^»]*)»/g

/** A document with marks as the text that it is when nobody fills anything in. */
export function withoutMarks<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replace(mark, '$2')) as T
}

/** Letters of no script, which neither format has to escape: they close a mark, its number and its length. */
const stand = (text: string) =>
  text.replace(mark, (_, number: string, kept: string) => `${kept}\uE001${number}\uE002${kept.length}\uE003`)

function withStands(value: unknown): unknown {
  if (typeof value === 'string') return stand(value)
  if (Array.isArray(value)) return value.map(withStands)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [stand(key), withStands(inner)]))
}

/** A document with marks as a snippet; the first mark of a number holds its default. */
export function writeSnippet(value: unknown, format: RecipeFormat): string {
  // Written as it will be read, so that what needs quotes has them; then the marks become tab stops.
  const written = writeValue(withStands(value), format)
  const seen = new Set<string>()
  let out = ''
  let from = 0
  for (const match of written.matchAll(/\uE001(\d+)\uE002(\d+)\uE003/g)) {
    const [all, number = '', length] = match
    const start = match.index - Number(length)
    const kept = snippetText(written.slice(start, match.index))
    out += `${snippetText(written.slice(from, start))}\${${number}${seen.has(number) ? '' : `:${kept}`}}`
    seen.add(number)
    from = match.index + all.length
  }
  return out + snippetText(written.slice(from))
}

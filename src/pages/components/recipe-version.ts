import { nextVersions } from '#src/domain/version.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'

interface Span {
  start: number
  end: number
}

const key = 'componentversion'

/** Where the value of the top-level ComponentVersion stands, quotes and all; null if the text has none to be found. */
export function versionSpan(text: string, format: RecipeFormat): Span | null {
  return format === 'JSON' ? jsonSpan(text) : yamlSpan(text)
}

function yamlSpan(text: string): Span | null {
  // A document may also be JSON inside a YAML editor: flow style is valid YAML.
  if (/^\s*(?:---\s*)?\{/.test(text)) return jsonSpan(text)
  const line =
    /^(["']?)componentversion\1[ \t]*:[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s#][^\n#]*?|)[ \t]*(?:#[^\n]*)?$/im.exec(
      text,
    )
  if (!line) return null
  const value = line[2] ?? ''
  const start =
    value === ''
      ? line.index + line[0].search(/:/) + 1
      : line.index + line[0].indexOf(value, line[0].indexOf(':') + 1)
  return { start, end: start + value.length }
}

function jsonSpan(text: string): Span | null {
  let depth = 0
  let pending = ''
  for (const token of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g)) {
    const [word] = token
    if (word === '{' || word === '[') depth += 1
    else if (word === '}' || word === ']') depth -= 1
    else if (depth === 1 && pending === `${key}:` && word !== ':')
      return { start: token.index, end: token.index + word.length }
    if (word === ':' && pending === key) pending = `${key}:`
    else pending = depth === 1 ? word.replaceAll('"', '').toLowerCase() : ''
  }
  return null
}

/** The text with another component version, all else untouched; null if there is no version in it to replace. */
export function withVersion(text: string, format: RecipeFormat, version: string): string | null {
  const span = versionSpan(text, format)
  if (!span) return null
  const old = text.slice(span.start, span.end)
  const quote = old.startsWith("'") ? "'" : old.startsWith('"') || format === 'JSON' ? '"' : ''
  const blank = old === '' ? ' ' : ''
  return `${text.slice(0, span.start)}${blank}${quote}${version}${quote}${text.slice(span.end)}`
}

/** The next patch, minor and major version that nobody has taken yet. */
export function nextFreeVersions(
  from: string,
  taken: readonly string[],
): { patch: string; minor: string; major: string } {
  const used = new Set(taken)
  const free = (part: 'patch' | 'minor' | 'major') => {
    let candidate = nextVersions(from)[part]
    while (used.has(candidate)) candidate = nextVersions(candidate)[part]
    return candidate
  }
  return { patch: free('patch'), minor: free('minor'), major: free('major') }
}

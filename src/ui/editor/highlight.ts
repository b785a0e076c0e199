import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'

export type TokenKind = 'key' | 'string' | 'number' | 'keyword' | 'comment' | 'plain'

export interface Token {
  kind: TokenKind
  text: string
}

const jsonToken = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g
const yamlKey =
  /^(\s*(?:- +)*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#'"{[&*!|>%@`-][^:#]*?|-[^\s:][^:#]*?)(\s*:)(?=\s|$)/
const blockScalar = /(?::|-)\s*[|>][+-]?\d*\s*(?:#.*)?$/

function jsonLine(line: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const match of line.matchAll(jsonToken)) {
    if (match.index > at) tokens.push({ kind: 'plain', text: line.slice(at, match.index) })
    const [all, quoted, colon, number] = match
    if (quoted !== undefined) {
      tokens.push({ kind: colon === undefined ? 'string' : 'key', text: quoted })
      if (colon !== undefined) tokens.push({ kind: 'plain', text: colon })
    } else tokens.push({ kind: number === undefined ? 'keyword' : 'number', text: all })
    at = match.index + all.length
  }
  if (at < line.length) tokens.push({ kind: 'plain', text: line.slice(at) })
  return tokens
}

function yamlValue(text: string): Token[] {
  const comment = /(?:^|\s)#.*$/.exec(text)
  const quotedHash = comment && /["']/.test(text.slice(0, comment.index))
  const value = comment && !quotedHash ? text.slice(0, comment.index) : text
  const bare = value.trim()
  const kind: TokenKind = /^-?\d+(?:\.\d+)?$/.test(bare)
    ? 'number'
    : /^(?:true|false|null|~)$/i.test(bare)
      ? 'keyword'
      : /^[[\]{}|>,+-]*\d?$/.test(bare)
        ? 'plain'
        : 'string'
  const tokens: Token[] = value ? [{ kind, text: value }] : []
  if (value.length < text.length) tokens.push({ kind: 'comment', text: text.slice(value.length) })
  return tokens
}

function yamlLines(lines: readonly string[]): Token[][] {
  let blockIndent: number | null = null
  return lines.map(line => {
    const indent = line.length - line.trimStart().length
    if (blockIndent !== null) {
      if (line.trim() === '' || indent > blockIndent) return [{ kind: 'string', text: line }]
      blockIndent = null
    }
    if (/^\s*#/.test(line)) return [{ kind: 'comment', text: line }]
    if (blockScalar.test(line)) blockIndent = indent
    const key = yamlKey.exec(line)
    if (!key) {
      const dash = /^\s*(?:- +)+/.exec(line)?.[0] ?? ''
      return [
        ...(dash ? [{ kind: 'plain' as const, text: dash }] : []),
        ...yamlValue(line.slice(dash.length)),
      ]
    }
    const [, lead = '', name = '', colon = ''] = key
    return [
      ...(lead ? [{ kind: 'plain' as const, text: lead }] : []),
      { kind: 'key', text: name },
      { kind: 'plain', text: colon },
      ...yamlValue(line.slice(lead.length + name.length + colon.length)),
    ]
  })
}

/** A recipe's lines in coloured pieces. The pieces of a line always add up to the line. */
export function highlight(text: string, format: RecipeFormat): Token[][] {
  const lines = text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n')
  return format === 'JSON' ? lines.map(jsonLine) : yamlLines(lines)
}

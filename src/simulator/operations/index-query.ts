/**
 * The query language of fleet indexing, as far as registry and connectivity data go.
 * https://docs.aws.amazon.com/iot/latest/developerguide/query-syntax.html
 * https://docs.aws.amazon.com/iot/latest/developerguide/example-queries.html
 */

export type IndexValue = string | number | boolean

/** Values of one field of a document; the empty name asks for every field. */
export type FieldReader = (field: string) => readonly IndexValue[]

export type Matcher = (read: FieldReader) => boolean

/** The query cannot be read; the service calls it InvalidQueryException. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
}

/** Terms that one query may have. https://docs.aws.amazon.com/general/latest/gr/iot_device_management.html */
const maximumTerms = 7
/** A query with a leading wildcard may not be longer, and may have one such term. */
const maximumLengthWithLeadingWildcard = 100

type Comparison = '<' | '>' | '<=' | '>='

type Token =
  | { kind: '(' | ')' | '[' | ']' | '{' | '}' | ':' | '-' | Comparison }
  | { kind: 'word'; text: string; pattern: string; quoted: boolean }

const structural = '()[]{}:'

/** `text` has its escapes resolved; `pattern` keeps a backslash before an escaped wildcard. */
function readWord(query: string, from: number): { token: Token; end: number } {
  let text = ''
  let pattern = ''
  let at = from
  const quoted = query[at] === '"'
  if (quoted) at++
  for (; at < query.length; at++) {
    const character = query[at]!
    if (character === '\\') {
      const next = query[++at]
      if (next === undefined) throw new QueryError('The query ends with an escape character')
      text += next
      pattern += next === '*' || next === '?' ? `\\${next}` : next
    } else if (quoted ? character === '"' : /[\s()[\]{}:"<>=]/.test(character)) {
      break
    } else {
      text += character
      pattern += quoted && (character === '*' || character === '?') ? `\\${character}` : character
    }
  }
  if (quoted) {
    if (query[at] !== '"') throw new QueryError('A quotation mark is not closed')
    at++
  }
  return { token: { kind: 'word', text, pattern, quoted }, end: at }
}

function tokenize(query: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < query.length; ) {
    const character = query[at]!
    if (/\s/.test(character)) at++
    else if (structural.includes(character)) {
      tokens.push({ kind: character as '(' })
      at++
    } else if (character === '<' || character === '>') {
      const kind = query[at + 1] === '=' ? (`${character}=` as Comparison) : character
      tokens.push({ kind })
      at += kind.length
    } else if (character === '-' && /[^\s\d]/.test(query[at + 1] ?? ' ')) {
      tokens.push({ kind: '-' })
      at++
    } else if (character === '=') throw new QueryError("'=' is not an operator; write field:value")
    else {
      const { token, end } = readWord(query, at)
      tokens.push(token)
      at = end
    }
  }
  return tokens
}

const isWord = (token: Token | undefined, text?: string) =>
  token?.kind === 'word' && (text === undefined || (!token.quoted && token.text === text))

const numeric = (value: IndexValue): number | null => {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean' || value.trim() === '') return null
  const number = Number(value)
  return Number.isNaN(number) ? null : number
}

const words = (value: IndexValue) => String(value).toLowerCase().split(/\s+/)

function termMatcher(field: string, pattern: string, quoted: boolean): Matcher {
  if (pattern === '*') return read => (field === '' ? true : read(field).length > 0)
  const wanted = pattern.replace(/\\([*?])/g, '$1').toLowerCase()
  if (!/(^|[^\\])[*?]/.test(pattern)) {
    return read =>
      read(field).some(value => {
        const text = String(value).toLowerCase()
        if (text === wanted) return true
        return quoted ? ` ${words(value).join(' ')} `.includes(` ${wanted} `) : words(value).includes(wanted)
      })
  }
  const source = pattern.replace(/\\[*?]|[\s\S]/g, part => {
    if (part === '*') return '.*'
    if (part === '?') return '.'
    return part.replace(/^\\/, '').replace(/[.+^${}()|[\]\\*?]/g, '\\$&')
  })
  const expression = new RegExp(`^${source}$`, 'is')
  return read =>
    read(field).some(
      value => expression.test(String(value)) || words(value).some(word => expression.test(word)),
    )
}

function compare(value: IndexValue, bound: string): number {
  const left = numeric(value)
  const right = numeric(bound)
  if (left !== null && right !== null) return left - right
  const text = String(value).toLowerCase()
  const other = bound.toLowerCase()
  return text < other ? -1 : text > other ? 1 : 0
}

/** A number is only within a range of numbers. */
const comparable = (value: IndexValue, bound: string) =>
  bound === '*' || numeric(bound) === null || numeric(value) !== null

class Parser {
  private at = 0
  private terms = 0
  private leadingWildcards = 0
  private readonly tokens: Token[]
  private readonly query: string

  constructor(query: string) {
    this.query = query
    this.tokens = tokenize(query)
  }

  parse(): Matcher {
    if (this.tokens.length === 0) throw new QueryError('The query is empty')
    const matcher = this.alternatives('')
    if (this.at < this.tokens.length) throw new QueryError(`Unexpected '${this.describe()}'`)
    if (this.leadingWildcards > 1)
      throw new QueryError('A query may have only one term with a leading wildcard')
    if (this.leadingWildcards > 0 && this.query.length > maximumLengthWithLeadingWildcard)
      throw new QueryError('A query with a leading wildcard may not be longer than 100 characters')
    return matcher
  }

  private alternatives(field: string): Matcher {
    const parts = [this.conjunction(field)]
    while (isWord(this.peek(), 'OR')) {
      this.at++
      parts.push(this.conjunction(field))
    }
    return parts.length === 1 ? parts[0]! : read => parts.some(part => part(read))
  }

  private conjunction(field: string): Matcher {
    const parts = [this.negation(field)]
    for (let next = this.peek(); next && next.kind !== ')' && !isWord(next, 'OR'); next = this.peek()) {
      if (isWord(next, 'AND')) this.at++
      parts.push(this.negation(field))
    }
    return parts.length === 1 ? parts[0]! : read => parts.every(part => part(read))
  }

  private negation(field: string): Matcher {
    const next = this.peek()
    if (next?.kind === '-' || isWord(next, 'NOT')) {
      this.at++
      const inner = this.negation(field)
      return read => !inner(read)
    }
    return this.primary(field)
  }

  private primary(field: string): Matcher {
    const token = this.take()
    if (token?.kind === '(') return this.group(field)
    if (token?.kind === '[' || token?.kind === '{') return this.range(field, token.kind)
    if (token?.kind !== 'word' || isWord(token, 'AND') || isWord(token, 'OR'))
      throw new QueryError(token ? 'An operator has no term beside it' : 'The query ends too early')
    const next = this.peek()
    if (next?.kind === ':') {
      this.at++
      if (!token.text) throw new QueryError('A field has no name')
      return this.fieldValue(token.text)
    }
    if (next && (next.kind === '<' || next.kind === '>' || next.kind === '<=' || next.kind === '>=')) {
      this.at++
      return this.comparison(token.text, next.kind)
    }
    return this.term(field, token)
  }

  private fieldValue(field: string): Matcher {
    const token = this.take()
    if (token?.kind === '(') return this.group(field)
    if (token?.kind === '[' || token?.kind === '{') return this.range(field, token.kind)
    if (token && (token.kind === '<' || token.kind === '>' || token.kind === '<=' || token.kind === '>='))
      return this.comparison(field, token.kind)
    if (token?.kind === '-') {
      const rest = this.take()
      if (rest?.kind === 'word') return this.term(field, { ...rest, pattern: `-${rest.pattern}` })
    }
    if (token?.kind !== 'word') throw new QueryError(`Field '${field}' has no value`)
    return this.term(field, token)
  }

  private term(field: string, token: Token & { kind: 'word' }): Matcher {
    this.count()
    const { pattern } = token
    if (!token.quoted && pattern !== '*' && /^[*?]/.test(pattern)) this.leadingWildcards++
    return termMatcher(field, pattern, token.quoted)
  }

  private group(field: string): Matcher {
    const inner = this.alternatives(field)
    if (this.take()?.kind !== ')') throw new QueryError('A parenthesis is not closed')
    return inner
  }

  private comparison(field: string, operator: Comparison): Matcher {
    const bound = this.bound()
    this.count()
    return read =>
      read(field).some(value => {
        if (!comparable(value, bound)) return false
        const order = compare(value, bound)
        if (operator === '<') return order < 0
        if (operator === '>') return order > 0
        return operator === '<=' ? order <= 0 : order >= 0
      })
  }

  private range(field: string, open: '[' | '{'): Matcher {
    const low = this.bound()
    if (!isWord(this.take(), 'TO')) throw new QueryError('A range is written [low TO high]')
    const high = this.bound()
    const close = this.take()?.kind
    if (close !== ']' && close !== '}') throw new QueryError('A range is not closed')
    this.count()
    return read =>
      read(field).some(value => {
        if (!comparable(value, low) || !comparable(value, high)) return false
        const above = low === '*' ? 1 : compare(value, low)
        const below = high === '*' ? -1 : compare(value, high)
        return (open === '[' ? above >= 0 : above > 0) && (close === ']' ? below <= 0 : below < 0)
      })
  }

  private bound(): string {
    const token = this.take()
    if (token?.kind !== 'word') throw new QueryError('A bound is missing')
    return token.text
  }

  private count(): void {
    if (++this.terms > maximumTerms) throw new QueryError(`A query may have at most ${maximumTerms} terms`)
  }

  private peek(): Token | undefined {
    return this.tokens[this.at]
  }

  private take(): Token | undefined {
    return this.tokens[this.at++]
  }

  private describe(): string {
    const token = this.peek()
    return token?.kind === 'word' ? token.text : (token?.kind ?? 'end')
  }
}

/** A predicate over documents. Fields are case-sensitive, values are not; terms side by side are joined by AND. */
export function parseQuery(query: string): Matcher {
  return new Parser(query).parse()
}

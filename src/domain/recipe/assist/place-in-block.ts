import type { Place } from './place.ts'
import { flowPlace } from './place-in-flow.ts'

interface Frame {
  list: boolean
  /** Column of the keys, or of the dashes. */
  indent: number
  path: string[]
  keys: string[]
  key: string | null
  /** The key has nothing behind it on its line, so that what is indented under it is its value. */
  open: boolean
  index: number
}

const keyPattern =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'{}[\]|>&*!%@`,-][^#\n]*?|-[^\s#][^#\n]*?)\s*:(?=\s|$)/
const bare = (key: string) => (/^["']/.test(key) ? key.slice(1, -1) : key)
const indentOf = (line: string) => /^ */.exec(line)![0].length
const isNothing = (line: string) => /^\s*(#.*)?$/.test(line)
const step = (frame: Frame) => (frame.list ? String(frame.index) : (frame.key ?? ''))

/** A reader of block style YAML, line by line, that keeps only where it is. */
class Lines {
  private stack: Frame[] = []
  /** Column above which lines belong to a block of text; -1 outside of one. */
  private textAbove = -1

  inText(line: string, column: number): boolean {
    if (this.textAbove === -1) return false
    return /^\s*$/.test(line) ? column > this.textAbove : indentOf(line) > this.textAbove
  }

  leaveText(): void {
    this.textAbove = -1
  }

  get path(): string[] {
    const top = this.stack.at(-1)
    return top ? [...top.path, step(top)] : []
  }

  /** Goes back to what can hold something at a column. */
  private settle(column: number, dash: boolean): void {
    while (this.stack.length > 0) {
      const top = this.stack.at(-1)!
      if (top.indent > column || (top.indent === column && top.list && !dash)) this.stack.pop()
      else return
    }
  }

  /** Takes a dash at a column; true if it stands where one can. */
  dash(column: number): void {
    this.settle(column, true)
    const top = this.stack.at(-1)
    if (top?.list && top.indent === column) top.index++
    else
      this.stack.push({
        list: true,
        indent: column,
        path: this.path,
        keys: [],
        key: null,
        open: false,
        index: 0,
      })
  }

  /** The object around a column, if one can stand there. */
  objectAt(column: number): Frame | null {
    this.settle(column, false)
    const top = this.stack.at(-1)
    if (top && !top.list && top.indent === column) return top
    if (top && !top.list && !top.open) return null
    return { list: false, indent: column, path: this.path, keys: [], key: null, open: false, index: 0 }
  }

  /** The list whose next dash would stand at a column. */
  listAt(column: number): string[] | null {
    const list = this.stack.find(frame => frame.list && frame.indent === column)
    return list ? list.path : null
  }

  key(column: number, key: string, rest: string): void {
    const frame = this.objectAt(column)
    if (!frame) return
    if (this.stack.at(-1) !== frame) this.stack.push(frame)
    frame.keys.push(key)
    frame.key = key
    frame.open = /^\s*(#.*|[&!]\S*\s*)?$/.test(rest)
    this.value(rest, column)
  }

  value(rest: string, column: number): void {
    if (/^\s*([&!]\S+\s+)*[|>][-+\d]*\s*(#.*)?$/.test(rest)) this.textAbove = column
  }
}

/** Splits a line's leading dashes off: their columns, and where the rest begins. */
function dashesOf(line: string): { columns: number[]; column: number } {
  const columns: number[] = []
  let column = indentOf(line)
  for (let dash = /^-(\s+|$)/.exec(line.slice(column)); dash; dash = /^-(\s+|$)/.exec(line.slice(column))) {
    columns.push(column)
    column += dash[0].length
  }
  return { columns, column }
}

/** Where a value that begins in flow style, or with a quote left open, ends; its own line's end for all others. */
function valueEnd(text: string, at: number, lineEnd: number, path: string[], cursor: number) {
  const c = text[at]
  if (c === '{' || c === '[') {
    const { end, place } = flowPlace(text, at, path, cursor)
    return { end: end ?? text.length, place, flow: true }
  }
  if (c === '"' || c === "'") {
    let end = at + 1
    while (end < text.length && text[end] !== c) end += c === '"' && text[end] === '\\' ? 2 : 1
    // A quote that is never closed is one that is being typed.
    if (end < text.length && text.slice(at, end).split('\n').length <= 60)
      return { end: end + 1, place: null, flow: false }
  }
  return { end: lineEnd, place: null, flow: false }
}

function keysBelow(text: string, from: number, column: number): string[] {
  const keys: string[] = []
  for (const line of text.slice(from).split('\n')) {
    if (isNothing(line)) continue
    const indent = indentOf(line)
    if (indent < column) break
    const key = indent === column ? keyPattern.exec(line.slice(indent)) : null
    if (indent === column && /^-(\s|$)/.test(line.slice(indent))) break
    if (key) keys.push(bare(key[1]!))
  }
  return keys
}

export function blockPlace(text: string, cursor: number): Place | null {
  const lines = new Lines()
  let at = 0
  while (at <= text.length) {
    const found = text.indexOf('\n', at)
    const lineEnd = found === -1 ? text.length : found
    const line = text.slice(at, lineEnd).replace(/\r$/, '')
    if (cursor <= lineEnd) return placeInLine(text, lines, at, line, lineEnd, cursor)
    let next = lineEnd + 1
    if (lines.inText(line, -1) || isNothing(line) || /^(---|\.\.\.)(\s|$)/.test(line)) {
      at = next
      continue
    }
    lines.leaveText()
    const { columns, column } = dashesOf(line)
    for (const dash of columns) lines.dash(dash)
    const rest = line.slice(column)
    const key = keyPattern.exec(rest)
    if (key) lines.key(column, bare(key[1]!), rest.slice(key[0].length))
    else if (columns.length > 0) lines.value(rest, columns.at(-1)!)
    const from = at + column + (key?.[0].length ?? 0)
    const start = from + /^\s*/.exec(text.slice(from, lineEnd))![0].length
    const value = valueEnd(text, start, lineEnd, lines.path, cursor)
    if (value.place && cursor < value.end) return value.place
    if (value.end > lineEnd) {
      if (cursor < value.end)
        return value.flow ? value.place : textPlace(text, lines.path, start, cursor, value.end)
      const after = text.indexOf('\n', value.end)
      next = after === -1 ? text.length + 1 : after + 1
    }
    at = next
  }
  return null
}

const base = { siblings: [], hasColon: false, commaBefore: false, commaAfter: false }

function textPlace(text: string, path: string[], start: number, cursor: number, end: number): Place {
  const token = { start: start + 1, end: Math.max(start + 1, end - 1) }
  const quote = text[start] === '"' ? '"' : "'"
  const typed = text.slice(token.start, cursor)
  return { ...base, path, role: 'value', token, tokenEnd: end, typed, quote, style: 'text' }
}

function placeInLine(
  text: string,
  lines: Lines,
  at: number,
  line: string,
  lineEnd: number,
  cursor: number,
): Place | null {
  const where = cursor - at
  if (lines.inText(line, where)) {
    const token = { start: at, end: at + line.length }
    return {
      ...base,
      path: lines.path,
      role: 'value',
      token,
      tokenEnd: token.end,
      typed: line.slice(0, where),
      quote: '',
      style: 'text',
    }
  }
  lines.leaveText()
  if (/^\s*#/.test(line) && where > line.indexOf('#')) return null
  const { columns, column: contentColumn } = dashesOf(line)
  for (const dash of columns) if (dash < where) lines.dash(dash)
  const blank = contentColumn >= line.length || where < contentColumn
  const afterDash = columns.length > 0 && where > columns.at(-1)!
  const column = blank && !afterDash ? where : Math.max(contentColumn, afterDash && blank ? where : 0)
  const rest = blank ? '' : line.slice(contentColumn)
  const key = keyPattern.exec(rest)
  const keyEnd = at + contentColumn + (key?.[1]?.length ?? 0)
  if (key && cursor > keyEnd) {
    lines.key(contentColumn, bare(key[1]!), rest.slice(key[0].length))
    return valuePlace(text, lines.path, at + contentColumn + key[0].length, lineEnd, cursor)
  }
  // A list's own column: what stands there is its next element.
  const list = columns.length === 0 && rest === '' ? lines.listAt(column) : null
  const frame = lines.objectAt(column)
  if (list && (!frame || frame.indent !== column || frame.keys.length === 0)) {
    const token = { start: cursor, end: cursor }
    return {
      ...base,
      path: list,
      role: 'item',
      token,
      tokenEnd: cursor,
      typed: '',
      quote: '',
      style: 'block',
    }
  }
  if (!frame) return null
  const start = at + (rest === '' ? where : contentColumn)
  const flow = !key && /^[{[]/.test(rest) ? flowPlace(text, start, frame.path, cursor) : null
  if (flow) return flow.place
  const word = key?.[1] ?? rest.replace(/\s+#.*$/, '').trimEnd()
  const quote = /^["']/.exec(word)?.[0] as '"' | "'" | undefined
  const closed = quote !== undefined && word.length > 1 && word.endsWith(quote)
  const token = { start: start + (quote ? 1 : 0), end: start + word.length - (closed ? 1 : 0) }
  return {
    ...base,
    path: frame.path,
    role: 'key',
    token: { start: token.start, end: Math.max(token.start, token.end) },
    tokenEnd: start + word.length,
    typed: text.slice(token.start, Math.max(token.start, cursor)),
    quote: quote ?? '',
    siblings: [...frame.keys, ...keysBelow(text, lineEnd + 1, column)],
    style: 'block',
    hasColon: key !== null,
  }
}

function valuePlace(
  text: string,
  path: string[],
  from: number,
  lineEnd: number,
  cursor: number,
): Place | null {
  const start = from + /^[ \t]*/.exec(text.slice(from, lineEnd))![0].length
  if (/[{[]/.test(text[start] ?? '') && cursor > start) return flowPlace(text, start, path, cursor).place
  const written = text.slice(start, lineEnd)
  const quote = /^["']/.exec(written)?.[0] as '"' | "'" | undefined
  const value = quote
    ? new RegExp(quote === '"' ? '^"(?:[^"\\\\]|\\\\.)*"?' : "^'(?:[^']|'')*'?").exec(written)![0]
    : written.replace(/(^|\s)#.*$/, '').trimEnd()
  if (cursor > start + value.length && value !== '') return null
  const closed = quote !== undefined && value.length > 1 && value.endsWith(quote)
  const token =
    value === '' || cursor < start
      ? { start: cursor, end: cursor }
      : { start: start + (quote ? 1 : 0), end: start + value.length - (closed ? 1 : 0) }
  const typed = text.slice(token.start, Math.max(token.start, cursor))
  const tokenEnd = token.end + (closed && token.end > token.start ? 1 : 0)
  return { ...base, path, role: 'value', token, tokenEnd, typed, quote: quote ?? '', style: 'block' }
}

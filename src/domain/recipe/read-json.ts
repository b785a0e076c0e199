import type { DocumentNode, Finding, ObjectEntry, ReadDocument, ScalarNode, Span } from './document.ts'
import { pointerSegment } from './document.ts'

/** Deeper documents are refused rather than risking the stack. No recipe comes near. */
const deepest = 200

class Stop extends Error {}

/**
 * Strict JSON with the place of every value. Commas too many or missing and comments are complaints after which
 * reading goes on, so that one slip does not hide all others; anything else ends it.
 */
class JsonReader {
  private at = 0
  readonly findings: Finding[] = []
  readonly traps: ReadDocument['traps'] = []
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  read(): DocumentNode | null {
    try {
      if (this.text.startsWith('\uFEFF')) {
        this.complain({ start: 0, end: 1 }, 'JSON must not begin with a byte order mark.', '', {
          title: 'Remove the byte order mark',
          text: '',
        })
        this.at = 1
      }
      this.blanks('')
      if (this.at >= this.text.length) this.stop('There is nothing here yet.', '')
      const root = this.value('', 0)
      this.blanks('')
      if (this.at < this.text.length) {
        const span = { start: this.at, end: this.text.length }
        this.traps.push({
          rule: 'trailing-text',
          finding: { span, path: '', message: 'Text after the end of the document is ignored.' },
        })
      }
      return root
    } catch (error) {
      if (error instanceof Stop) return null
      throw error
    }
  }

  private complain(span: Span, message: string, path: string, fix?: { title: string; text: string }): void {
    this.findings.push({
      span,
      message,
      path,
      ...(fix && { fix: { title: fix.title, edits: [{ span, text: fix.text }] } }),
    })
  }

  private stop(message: string, path: string, span = { start: this.at, end: this.at + 1 }): never {
    this.complain({ start: span.start, end: Math.min(span.end, this.text.length) }, message, path)
    throw new Stop()
  }

  private blanks(path: string): void {
    for (;;) {
      const c = this.text.charCodeAt(this.at)
      if (c === 32 || c === 9 || c === 10 || c === 13) this.at++
      else if (c === 47 && /[/*]/.test(this.text[this.at + 1] ?? '')) this.comment(path)
      else return
    }
  }

  private comment(path: string): void {
    const start = this.at
    const line = this.text[start + 1] === '/'
    const close = this.text.indexOf(line ? '\n' : '*/', start + 2)
    this.at = close === -1 ? this.text.length : line ? close : close + 2
    const fix = { title: 'Remove the comment', text: '' }
    this.complain({ start, end: this.at }, 'JSON has no comments.', path, fix)
  }

  private value(path: string, depth: number): DocumentNode {
    if (depth > deepest) this.stop(`Nested more than ${deepest} levels deep.`, path)
    const c = this.text[this.at]
    if (c === '{') return this.object(path, depth)
    if (c === '[') return this.array(path, depth)
    if (c === '"') return this.string(path)
    return this.literal(path)
  }

  /** After a member: whether another one follows. */
  private another(close: string, path: string): boolean {
    const before = this.at
    this.blanks(path)
    const c = this.text[this.at]
    if (c === close) return false
    if (c === ',') {
      const comma = this.at++
      this.blanks(path)
      if (this.text[this.at] !== close) return true
      const fix = { title: 'Remove the comma', text: '' }
      this.complain({ start: comma, end: comma + 1 }, `A comma before "${close}" is one too many.`, path, fix)
      return false
    }
    if (c === undefined)
      this.stop(`The closing "${close}" is missing.`, path, { start: before - 1, end: before })
    if (/["{[\-\d]/.test(c)) {
      const fix = { title: 'Add a comma', text: ',' }
      this.findings.push({
        span: { start: before - 1, end: before },
        path,
        message: 'A comma is missing after this.',
        fix: { title: fix.title, edits: [{ span: { start: before, end: before }, text: fix.text }] },
      })
      return true
    }
    return this.stop(`Expected a comma or "${close}" here.`, path)
  }

  private object(path: string, depth: number): DocumentNode {
    const start = this.at++
    const entries: ObjectEntry[] = []
    const seen = new Set<string>()
    this.blanks(path)
    let more = this.text[this.at] !== '}'
    while (more) {
      if (this.text[this.at] !== '"') this.stop('Expected a key in double quotes here.', path)
      const key = this.string(path)
      const name = String(key.value)
      const inner = path + pointerSegment(name)
      if (seen.has(name)) {
        const message = `"${name}" is given twice; only the last one counts.`
        this.traps.push({ rule: 'duplicate-key', finding: { span: key.span, path: inner, message } })
      }
      seen.add(name)
      this.blanks(inner)
      if (this.text[this.at] !== ':') this.stop(`Expected ":" after the key "${name}".`, inner)
      this.at++
      this.blanks(inner)
      entries.push({ key: name, keySpan: key.span, value: this.value(inner, depth + 1) })
      more = this.another('}', path)
    }
    return { kind: 'object', entries, span: { start, end: ++this.at } }
  }

  private array(path: string, depth: number): DocumentNode {
    const start = this.at++
    const items: DocumentNode[] = []
    this.blanks(path)
    let more = this.text[this.at] !== ']'
    while (more) {
      items.push(this.value(path + pointerSegment(items.length), depth + 1))
      more = this.another(']', path)
    }
    return { kind: 'array', items, span: { start, end: ++this.at } }
  }

  private string(path: string): ScalarNode {
    const start = this.at++
    for (;;) {
      const c = this.text.charCodeAt(this.at)
      if (c === 34) break
      if (c === 92) this.at += 2
      else if (c < 32 || Number.isNaN(c)) {
        const broken = c === 10 || c === 13 || Number.isNaN(c)
        const message = broken
          ? 'This text has no closing quote on its line.'
          : 'Control characters such as tabs must be escaped inside quotes, as \\t.'
        this.stop(message, path, broken ? { start, end: this.at } : { start: this.at, end: this.at + 1 })
      } else this.at++
    }
    const span = { start, end: ++this.at }
    const raw = this.text.slice(start, this.at)
    try {
      const value = JSON.parse(raw) as string
      return { kind: 'scalar', value, source: value, quoted: true, span }
    } catch {
      const unknown = /\\(?:[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4}))/.exec(raw.replaceAll('\\\\', '__'))
      const from = start + (unknown?.index ?? 0)
      return this.stop('This escape is not known to JSON; a backslash is written as \\\\.', path, {
        start: from,
        end: from + 2,
      })
    }
  }

  private literal(path: string): ScalarNode {
    const start = this.at
    const source = /^[^\s,:{}[\]"/]*/.exec(this.text.slice(start, start + 400))![0]
    const span = { start, end: start + Math.max(1, source.length) }
    let value: boolean | number | null
    if (source === 'true' || source === 'false') value = source === 'true'
    else if (source === 'null') value = null
    else if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(source)) value = Number(source)
    else if (source === '') return this.stop('Expected a value here.', path)
    else if (source.startsWith("'")) return this.stop('JSON takes double quotes only.', path, span)
    else return this.stop(`"${source}" is not a JSON value; text goes in double quotes.`, path, span)
    this.at = span.end
    return { kind: 'scalar', value, source, quoted: false, span }
  }
}

/** Reads a JSON text into a tree with places, and says what is wrong with it. */
export function readJson(text: string): ReadDocument {
  const reader = new JsonReader(text)
  const root = reader.read()
  return { root, syntax: reader.findings, traps: reader.traps }
}

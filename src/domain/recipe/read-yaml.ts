import type { Document, Node, Pair, Scalar, YAMLError, YAMLMap } from 'yaml'
import type { DocumentNode, Finding, ObjectEntry, ReadDocument, ScalarNode, Span } from './document.ts'
import { pointerSegment } from './document.ts'

type Yaml = typeof import('yaml')

/** The library's complaints that are better said in plain words. */
const plainWords: Record<string, string> = {
  TAB_AS_INDENT: 'Tabs do not indent YAML; use blanks.',
  BAD_INDENT: 'This line is not indented like the lines it belongs to.',
  MULTILINE_IMPLICIT_KEY: 'This is read as a key over several lines. Is a ":" missing, or one too many?',
  BLOCK_AS_IMPLICIT_KEY:
    'This value needs quotes or a line of its own: it holds ": ", which YAML takes for a key.',
  MISSING_CHAR: 'A closing quote, bracket or ":" is missing.',
  KEY_OVER_1024_CHARS: 'This is read as a key of over 1024 characters. Is a ":" missing?',
}

class YamlReader {
  readonly syntax: Finding[] = []
  readonly traps: ReadDocument['traps'] = []
  private doc: Document | null = null
  private readonly yaml: Yaml
  private readonly text: string

  constructor(yaml: Yaml, text: string) {
    this.yaml = yaml
    this.text = text
  }

  read(): DocumentNode | null {
    // The device reads YAML 1.1, but takes neither dates nor times of day for anything but text, and gives merge
    // keys no meaning: https://github.com/FasterXML/jackson-dataformats-text/tree/2.18/yaml
    const doc = this.yaml.parseDocument(this.text, {
      version: '1.1',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
      customTags: tags =>
        tags.filter(
          tag =>
            typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME'),
        ),
    })
    for (const error of doc.errors) this.complain(error)
    if (doc.contents === null) {
      if (this.syntax.length === 0)
        this.syntax.push({ span: { start: 0, end: 1 }, path: '', message: 'There is nothing here yet.' })
      return null
    }
    this.doc = doc
    return this.convert(doc.contents, '')
  }

  private complain(error: YAMLError): void {
    const span = { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0] + 1) }
    if (error.code === 'MULTIPLE_DOCS') {
      const message = 'Only the first document is read; everything from here on is ignored.'
      this.trap('second-document', { start: span.start, end: span.start + 3 }, '', message)
      return
    }
    if (
      error.code === 'BAD_ALIAS' &&
      this.text[span.start] === '*' &&
      !/\S/.test(this.text[span.start + 1] ?? ' ')
    ) {
      const star = { start: span.start, end: span.start + 1 }
      const fix = { title: 'Put it in quotes', edits: [{ span: star, text: "'*'" }] }
      this.syntax.push({
        span: star,
        path: '',
        message: 'YAML takes "*" for an alias: put it in quotes.',
        fix,
      })
      return
    }
    const goesOn = /^Unexpected \S+ at node end$/.test(error.message)
    const message = goesOn
      ? 'Text goes on here behind a closing bracket or quote: put the whole of it in quotes.'
      : (plainWords[error.code] ?? error.message)
    this.syntax.push({ span, path: '', message })
  }

  private trap(rule: string, span: Span, path: string, message: string, fix?: Finding['fix']): void {
    this.traps.push({ rule, finding: { span, path, message, ...(fix && { fix }) } })
  }

  /** Complains of an anchor or a tag that stands before a value, and takes it away. */
  private without(rule: string, word: string, before: number, path: string): void {
    const start = this.text.lastIndexOf(word, before)
    const end = start + word.length
    const blanks = /^ */.exec(this.text.slice(end))![0].length
    const fix = { title: 'Remove it', edits: [{ span: { start, end: end + blanks }, text: '' }] }
    this.trap(rule, { start, end }, path, `Greengrass ignores ${word}.`, fix)
  }

  private spanOf(node: { range?: [number, number, number] | null | undefined }): Span {
    const [start, end] = node.range ?? [0, 0]
    // A block's value ends with its line break, which no marker should cover.
    let trimmed = end
    while (trimmed > start + 1 && /[\r\n]/.test(this.text[trimmed - 1]!)) trimmed--
    return { start, end: trimmed }
  }

  private convert(node: Node | null, path: string, at = 0): DocumentNode {
    if (node === null)
      return { kind: 'scalar', value: null, source: '', quoted: false, span: { start: at, end: at } }
    const span = this.spanOf(node)
    if (this.yaml.isAlias(node)) {
      if (node.source === '') return { kind: 'scalar', value: '*', source: '*', quoted: false, span }
      const message = `Greengrass does not resolve aliases: *${node.source} is read as the text "${node.source}".`
      const meant = this.doc && node.resolve(this.doc)
      const fix = this.yaml.isScalar(meant) &&
        meant.range && {
          title: 'Write the text itself',
          edits: [{ span, text: this.text.slice(meant.range[0], meant.range[1]) }],
        }
      this.trap('yaml-alias', span, path, message, fix || undefined)
      return { kind: 'scalar', value: node.source, source: node.source, quoted: false, span }
    }
    if ('anchor' in node && node.anchor) this.without('yaml-anchor', `&${node.anchor}`, span.start, path)
    if (node.tag?.startsWith('!')) this.without('yaml-tag', node.tag, span.start, path)
    if (this.yaml.isMap(node)) this.bracesTrap(node, path, span)
    if (this.yaml.isMap(node)) return { kind: 'object', entries: this.entries(node.items, path), span }
    if (this.yaml.isSeq(node)) {
      const items = node.items.map((item, i) =>
        this.convert(item as Node | null, path + pointerSegment(i), span.start),
      )
      return { kind: 'array', items, span }
    }
    return this.scalar(node as Scalar, path, span)
  }

  /** `{artifacts:path}` without quotes, which YAML takes for an object with one empty key. */
  private bracesTrap(node: YAMLMap, path: string, span: Span): void {
    const [pair, ...others] = node.items
    if (!node.flow || !pair || others.length > 0 || pair.value !== null) return
    const written = this.text.slice(span.start, span.end)
    if (!/^\{[^\s{}:]+(:[^\s{}]+)*\}$/.test(written)) return
    const end = this.text.indexOf('\n', span.start)
    const line = this.text.slice(span.start, end === -1 ? this.text.length : end)
    const whole = line.replace(/\s#.*$/, '').trimEnd()
    // Inside another bracket the rest of the line is not part of it.
    const fix = /^\{[^{}]*\}[^,{}[\]]*$/.test(whole) && {
      title: 'Put it in quotes',
      edits: [
        {
          span: { start: span.start, end: span.start + whole.length },
          text: `'${whole.replaceAll("'", "''")}'`,
        },
      ],
    }
    const message = `YAML takes ${written} for an object: put the text in quotes.`
    this.trap('yaml-braces', span, path, message, fix || undefined)
  }

  private entries(pairs: readonly Pair[], path: string): ObjectEntry[] {
    const entries: ObjectEntry[] = []
    const seen = new Set<string>()
    for (const pair of pairs) {
      const keyNode = pair.key as Node | null
      const keySpan = keyNode ? this.spanOf(keyNode) : { start: 0, end: 0 }
      if (!this.yaml.isScalar(keyNode) && !this.yaml.isAlias(keyNode)) {
        const placeholder = 'A list or map cannot be a key. Text that begins with "{" or "[" needs quotes.'
        this.syntax.push({ span: keySpan, path, message: placeholder })
        continue
      }
      // Keys such as `on` stay the text they are.
      const key = String(keyNode.source ?? (this.yaml.isScalar(keyNode) ? keyNode.value : ''))
      const inner = path + pointerSegment(key)
      if (key === '' && keySpan.start === keySpan.end) {
        const at = { start: Math.max(0, keySpan.start - 1), end: keySpan.start + 1 }
        this.syntax.push({
          span: at,
          path,
          message: 'There is no key before this ":". Does the text need quotes?',
        })
        continue
      }
      if (key === '<<')
        this.trap(
          'yaml-alias',
          keySpan,
          inner,
          'Greengrass does not merge maps: "<<" is read as a key of that name.',
        )
      if (seen.has(key))
        this.trap('duplicate-key', keySpan, inner, `"${key}" is given twice; only the last one counts.`)
      seen.add(key)
      entries.push({ key, keySpan, value: this.convert(pair.value as Node | null, inner, keySpan.end) })
    }
    return entries
  }

  private scalar(node: Scalar, path: string, span: Span): ScalarNode {
    const source = node.source ?? ''
    const quoted = node.type !== undefined && node.type !== 'PLAIN'
    const { value } = node
    if (quoted || typeof value === 'string') {
      return { kind: 'scalar', value: String(value), source: quoted ? String(value) : source, quoted, span }
    }
    const quote = { title: 'Put it in quotes', edits: [{ span, text: `'${source}'` }] }
    if (typeof value === 'boolean') {
      // The device knows yes, no, on and off, but not the single letters.
      if (/^[yn]$/i.test(source)) return { kind: 'scalar', value: source, source, quoted, span }
      if (!/^(true|false)$/i.test(source)) {
        this.trap(
          'yaml-boolean',
          span,
          path,
          `"${source}" is read as ${value}. Put it in quotes to keep the text.`,
          quote,
        )
      }
      return { kind: 'scalar', value, source, quoted, span }
    }
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) {
        const message = `"${source}" is not a value that a recipe can hold. Put it in quotes to keep the text.`
        this.syntax.push({ span, path, message, fix: quote })
        return { kind: 'scalar', value: source, source, quoted, span }
      }
      if (/^[-+]?0[\dxb]|_/i.test(source)) {
        this.trap('yaml-number', span, path, `"${source}" is read as the number ${value}.`, quote)
      }
      return { kind: 'scalar', value, source, quoted, span }
    }
    return { kind: 'scalar', value: null, source, quoted, span }
  }
}

/** Reads a YAML text, as the device reads it, into a tree with places. Loads the YAML library when first called. */
export async function readYaml(text: string): Promise<ReadDocument> {
  const reader = new YamlReader(await import('yaml'), text)
  try {
    const root = reader.read()
    return {
      root: reader.syntax.length > 0 && root?.kind !== 'object' ? null : root,
      syntax: reader.syntax,
      traps: reader.traps,
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // The library recurses; a text that is one tower of brackets runs it out of stack.
    const finding = { span: { start: 0, end: 1 }, path: '', message: 'Nested too deeply to be read.' }
    return { root: null, syntax: [finding], traps: [] }
  }
}

/** A stretch of text in UTF-16 code units, end exclusive. */
export interface Span {
  start: number
  end: number
}

export type Scalar = string | number | boolean | null

export interface ScalarNode {
  kind: 'scalar'
  value: Scalar
  /** The characters as written, without quotes: devices take `1.0` where text is wanted as the text "1.0". */
  source: string
  /** Written in quotes or as a block, so that it is text whatever it looks like. */
  quoted: boolean
  span: Span
}

export interface ObjectEntry {
  key: string
  keySpan: Span
  value: DocumentNode
}

export interface ObjectNode {
  kind: 'object'
  /** In the order of the text; of two equal keys the last one counts. */
  entries: ObjectEntry[]
  span: Span
}

export interface ArrayNode {
  kind: 'array'
  items: DocumentNode[]
  span: Span
}

/** JSON and YAML read into the same tree, with the place of everything. */
export type DocumentNode = ScalarNode | ObjectNode | ArrayNode

/** A complaint of a reader, before it has a line and a column. */
export interface Finding {
  span: Span
  message: string
  /** JSON pointer of the value it is about. */
  path: string
  severity?: 'error' | 'warning' | 'hint'
  fix?: { title: string; edits: { span: Span; text: string }[] }
}

export interface ReadDocument {
  /** `null` if nothing could be read. */
  root: DocumentNode | null
  syntax: Finding[]
  /** Things that are read, but not as their author may think. By rule id. */
  traps: { rule: string; finding: Finding }[]
}

/** The plain value of a node. */
export function nodeValue(node: DocumentNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'array') return node.items.map(nodeValue)
  // fromEntries keeps a key named __proto__ an ordinary key.
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, nodeValue(value)]))
}

/** What a scalar is where text is wanted; `null` for null, lists and objects. */
export function nodeText(node: DocumentNode | undefined): string | null {
  if (node?.kind !== 'scalar' || node.value === null) return null
  return typeof node.value === 'string' ? node.value : node.source
}

/** A key as a segment of a JSON pointer. */
export function pointerSegment(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

import type { Node, Scalar } from 'yaml'
import type { DocumentNode, ObjectNode, ScalarNode, Span } from './document.ts'

type Yaml = typeof import('yaml')

/** Nodes that a comment can stand before, by where they began in the text that they come from. */
type Anchors = { at: number; node: Node }[]

function scalar(yaml: Yaml, { value, source, quoted }: ScalarNode): Scalar {
  if (typeof value !== 'number' || quoted) return new yaml.Scalar(value)
  // What a double cannot hold is kept as a whole number of any size.
  if (/^-?\d+$/.test(source) && !Number.isSafeInteger(value)) return new yaml.Scalar(BigInt(source))
  const node = new yaml.Scalar(value)
  const fraction = /^-?\d+\.(\d+)$/.exec(source)?.[1]
  if (fraction) node.minFractionDigits = fraction.length
  return node
}

/** The last of several equal keys, since YAML writes each only once. */
function distinct({ entries }: ObjectNode) {
  return [...new Map(entries.map(entry => [entry.key, entry])).values()]
}

function convert(yaml: Yaml, node: DocumentNode, anchors: Anchors): Node {
  if (node.kind === 'scalar') return scalar(yaml, node)
  if (node.kind === 'array') {
    const sequence = new yaml.YAMLSeq()
    sequence.flow = node.items.length === 0
    for (const item of node.items) {
      const child = convert(yaml, item, anchors)
      anchors.push({ at: item.span.start, node: child })
      sequence.items.push(child)
    }
    return sequence
  }
  const map = new yaml.YAMLMap()
  map.flow = node.entries.length === 0
  for (const { key, keySpan, value } of distinct(node)) {
    const name = new yaml.Scalar(key)
    anchors.push({ at: keySpan.start, node: name })
    map.items.push(new yaml.Pair(name, convert(yaml, value, anchors)))
  }
  return map
}

/** Text of a JSON comment, without its slashes. */
function commentText(written: string): string {
  const inner = written.startsWith('//') ? written.slice(2) : written.slice(2).replace(/\*\/$/, '')
  return inner
    .split('\n')
    .map(line => ` ${line.trim().replace(/^\*\s?/, '')}`)
    .join('\n')
}

/** A document as YAML 1.1, which quotes whatever a device would take for a number or a boolean. */
export async function writeYaml(
  root: DocumentNode,
  source: { text: string; comments: readonly Span[] },
): Promise<string> {
  const yaml = await import('yaml')
  const anchors: Anchors = []
  const document = new yaml.Document(null, { version: '1.1' })
  document.contents = convert(yaml, root, anchors)
  anchors.sort((a, b) => a.at - b.at)
  for (const { start, end } of source.comments) {
    const text = commentText(source.text.slice(start, end))
    const next = anchors.find(({ at }) => at > start)?.node
    const join = (before: string | null | undefined) => (before ? `${before}\n${text}` : text)
    if (next) next.commentBefore = join(next.commentBefore)
    else document.comment = join(document.comment)
  }
  return document.toString({ lineWidth: 0 })
}

import type { DocumentNode, ScalarNode } from './document.ts'

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

function scalar({ value, source, quoted }: ScalarNode): string {
  // The digits as they were written: a device takes 1.0 for the text "1.0" where it wants text.
  if (typeof value === 'number' && !quoted && jsonNumber.test(source)) return source
  return JSON.stringify(value)
}

/** A document as JSON, two blanks a level; keys, their order and even double ones as they are. */
export function writeJson(node: DocumentNode, indent = ''): string {
  if (node.kind === 'scalar') return scalar(node)
  const inner = `${indent}  `
  if (node.kind === 'array') {
    if (node.items.length === 0) return '[]'
    return `[\n${node.items.map(item => inner + writeJson(item, inner)).join(',\n')}\n${indent}]`
  }
  if (node.entries.length === 0) return '{}'
  const entries = node.entries.map(
    ({ key, value }) => `${inner}${JSON.stringify(key)}: ${writeJson(value, inner)}`,
  )
  return `{\n${entries.join(',\n')}\n${indent}}`
}

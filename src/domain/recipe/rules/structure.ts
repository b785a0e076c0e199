import type { DocumentNode, Finding } from '../document.ts'
import { recipeReference, type Rule } from '../rule.ts'
import { recipeShape, type Shape, walkShape } from '../shape.ts'

const wanted: Record<Shape['kind'], string> = {
  record: 'an object',
  map: 'an object',
  list: 'a list',
  text: 'text',
  free: 'a value',
}

function found(node: DocumentNode): string {
  if (node.kind === 'object') return 'an object'
  if (node.kind === 'array') return 'a list'
  if (node.value === null) return 'empty'
  return typeof node.value === 'string' ? 'text' : `a ${typeof node.value}`
}

function message(node: DocumentNode, shape: Shape): string {
  if (node.kind === 'scalar' && node.value === null) {
    return `${shape.name.replace(/^an? /, 'This ')} must not be empty: write ${wanted[shape.kind]} or leave it out.`
  }
  if (shape.name === 'a dependency' && node.kind === 'scalar') {
    return 'A dependency is an object: the version goes under its key VersionRequirement.'
  }
  const name = shape.name[0]!.toUpperCase() + shape.name.slice(1)
  return `${name} must be ${wanted[shape.kind]}; this is ${found(node)}.`
}

export const structure: readonly Rule[] = [
  {
    id: 'wrong-type',
    severity: 'error',
    explanation: 'Each part of a recipe is text, a list or an object, as the format says.',
    link: recipeReference,
    refusedBy: 'service',
    check({ outline, format, text }) {
      const findings: Finding[] = []
      walkShape(outline.node, recipeShape, {
        mismatch(node, shape, path) {
          const isVersion = shape.name === 'a dependency' && node.kind === 'scalar' && node.value !== null
          const written = text.slice(node.span.start, node.span.end)
          const inQuotes = /^["']/.test(written) ? written : `"${written}"`
          const object =
            format === 'JSON'
              ? `{ "VersionRequirement": ${inQuotes} }`
              : `{ VersionRequirement: ${inQuotes} }`
          const end = node.kind === 'scalar' ? node.span.end : Math.min(node.span.end, node.span.start + 1)
          findings.push({
            span: { start: node.span.start, end: Math.max(end, node.span.start + 1) },
            path,
            message: message(node, shape),
            ...(isVersion && {
              fix: { title: 'Make it a VersionRequirement', edits: [{ span: node.span, text: object }] },
            }),
          })
        },
      })
      return findings
    },
  },
]

import { pointerSegment, type Finding } from '../document.ts'
import { recipeReference, type Rule } from '../rule.ts'
import { knownKey, recipeShape, walkShape } from '../shape.ts'
import { keyLike } from './unknown-keys.ts'

export const keyCase: Rule = {
  id: 'key-case',
  severity: 'hint',
  explanation: 'The classic nucleus reads keys in any case; nucleus lite only in this one.',
  link: recipeReference,
  refusedBy: null,
  check(context) {
    const findings: Finding[] = []
    walkShape(context.outline.node, recipeShape, {
      record(node, shape, path) {
        for (const { key, keySpan } of node.entries) {
          const known = knownKey(shape.keys, key)
          // The documentation spells it URI, so that is no slip of the author.
          if (known === null || known === key || key === 'URI') continue
          findings.push({
            span: keySpan,
            path: path + pointerSegment(key),
            message: `Write ${known}: nucleus lite does not read "${key}".`,
            fix: {
              title: `Change to ${known}`,
              edits: [{ span: keySpan, text: keyLike(context, keySpan.start, known) }],
            },
          })
        }
      },
    })
    return findings
  },
}

export const keyTwice: Rule = {
  id: 'key-twice',
  severity: 'warning',
  explanation: 'Keys that differ only in case are one key; the last one counts.',
  link: recipeReference,
  refusedBy: null,
  check(context) {
    const findings: Finding[] = []
    walkShape(context.outline.node, recipeShape, {
      record(node, shape, path) {
        const seen = new Map<string, string>()
        for (const { key, keySpan } of node.entries) {
          const known = knownKey(shape.keys, key)
          const first = known && seen.get(known)
          if (first && first !== key) {
            const message = `"${key}" is the same key as "${first}"; only the last one counts.`
            findings.push({ span: keySpan, path: path + pointerSegment(key), message })
          }
          if (known) seen.set(known, key)
        }
      },
    })
    return findings
  },
}

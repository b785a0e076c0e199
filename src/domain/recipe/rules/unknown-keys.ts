import { didYouMean } from '../did-you-mean.ts'
import type { Finding, ObjectEntry, ObjectNode } from '../document.ts'
import { nodeText, pointerSegment } from '../document.ts'
import { detectedPlatform } from '../../platform.ts'
import { insertEntry, removeEntry } from '../edit-tree.ts'
import { type RecipeContext, recipeReference, type Rule } from '../rule.ts'
import { entryOf, knownKey, recipeShape, type Shape, walkShape } from '../shape.ts'

/** A key as it would be written in place of another one, quoted as that one is. */
export function keyLike(context: Pick<RecipeContext, 'text'>, start: number, key: string): string {
  const quote = context.text[start]
  return quote === '"' || quote === "'" ? `${quote}${key}${quote}` : key
}

const belongsElsewhere: Record<string, string> = {
  runtime: '"runtime" is an attribute of Platform; here it has no effect.',
  os: '"os" is an attribute of Platform; here it has no effect.',
  architecture: '"architecture" is an attribute of Platform; here it has no effect.',
  artifacts: 'Artifacts belong to a manifest: move them into an element of Manifests.',
  platform: 'Platform belongs to a manifest: move it into an element of Manifests.',
  selections: 'Selections belong to a manifest: move them into an element of Manifests.',
  defaultconfiguration: 'DefaultConfiguration belongs under ComponentConfiguration.',
}

/** Edits that make a key of a manifest the attribute of its Platform that it was meant to be. */
function intoPlatform(context: RecipeContext, manifest: ObjectNode, entry: ObjectEntry) {
  const { value } = entry
  const text = value.kind === 'scalar' ? nodeText(value) : null
  if (text === null) return null
  const platform = entryOf(manifest, 'Platform')
  const key = entry.key.toLowerCase()
  if (platform?.value.kind === 'object')
    return [...removeEntry(context, manifest, entry), ...insertEntry(context, platform.value, key, text)]
  if (platform) return null
  const written =
    context.format === 'JSON' ? `{ "${key}": ${JSON.stringify(text)} }` : `{ ${key}: '${text}' }`
  return [
    { span: entry.keySpan, text: keyLike(context, entry.keySpan.start, 'Platform') },
    { span: value.span, text: written },
  ]
}

function unknownIn(
  context: RecipeContext,
  node: ObjectNode,
  shape: Shape & { kind: 'record' },
  path: string,
): Finding[] {
  return node.entries
    .filter(({ key }) => knownKey(shape.keys, key) === null && key !== '<<')
    .map(entry => {
      const { key, keySpan } = entry
      const missing = Object.keys(shape.keys).filter(
        known => !node.entries.some(entry => entry.key.toLowerCase() === known.toLowerCase()),
      )
      const near = didYouMean(key, missing)
      const elsewhere = belongsElsewhere[key.toLowerCase()]
      const reason = near ? `Did you mean ${near}?` : (elsewhere ?? '')
      const attribute =
        !near && shape.name === 'a manifest' && Object.hasOwn(detectedPlatform, key.toLowerCase())
      const moved = attribute ? intoPlatform(context, node, entry) : null
      return {
        span: keySpan,
        path: path + pointerSegment(key),
        message: `"${key}" is not a key of ${shape.name}. ${reason}`.trim(),
        ...(moved && { fix: { title: 'Move it into Platform', edits: moved } }),
        ...(near && {
          fix: {
            title: `Change to ${near}`,
            edits: [{ span: keySpan, text: keyLike(context, keySpan.start, near) }],
          },
        }),
      }
    })
}

function unknownKeys(context: RecipeContext, top: boolean): Finding[] {
  const findings: Finding[] = []
  walkShape(context.outline.node, recipeShape, {
    record(node, shape, path) {
      if ((path === '') === top) findings.push(...unknownIn(context, node, shape, path))
    },
  })
  return findings
}

export const unknownTopLevelKey: Rule = {
  id: 'unknown-key',
  severity: 'error',
  explanation: 'At the top level a recipe has only the keys of its format.',
  link: recipeReference,
  refusedBy: 'service',
  check: context => unknownKeys(context, true),
}

export const unknownNestedKey: Rule = {
  id: 'unknown-nested-key',
  severity: 'warning',
  explanation: 'The device ignores keys that it does not know in manifests, artifacts and dependencies.',
  link: recipeReference,
  refusedBy: null,
  check: context => unknownKeys(context, false),
}

import type { DocumentNode, ObjectEntry, ObjectNode } from './document.ts'
import { pointerSegment } from './document.ts'

/**
 * What may stand where in a recipe. `record` has known keys, in any case; `map` has free keys;
 * `free` is anything. `nullable` false where the device refuses an explicit null.
 */
export type Shape =
  | { kind: 'record'; name: string; keys: Record<string, Shape>; nullable: boolean }
  | { kind: 'map'; name: string; values: Shape; nullable: boolean }
  | { kind: 'list'; name: string; items: Shape; nullable: boolean }
  | { kind: 'text'; name: string; nullable: boolean }
  | { kind: 'free'; name: string; nullable: boolean }

const text = (name: string): Shape => ({ kind: 'text', name, nullable: true })
const free = (name: string): Shape => ({ kind: 'free', name, nullable: true })
const record = (name: string, keys: Record<string, Shape>, nullable = true): Shape => ({
  kind: 'record',
  name,
  keys,
  nullable,
})
const map = (name: string, values: Shape): Shape => ({ kind: 'map', name, values, nullable: true })
const list = (name: string, items: Shape): Shape => ({ kind: 'list', name, items, nullable: true })

const artifact = record(
  'an artifact',
  {
    Uri: text('Uri'),
    Unarchive: text('Unarchive'),
    Permission: record('Permission', { Read: text('Read'), Execute: text('Execute') }, false),
    Digest: text('Digest'),
    Algorithm: text('Algorithm'),
  },
  false,
)

const manifest = record(
  'a manifest',
  {
    Name: text('Name'),
    Platform: map('Platform', text('a platform attribute')),
    Lifecycle: map('Lifecycle', free('a lifecycle step')),
    Selections: list('Selections', text('a selection')),
    Artifacts: list('Artifacts', artifact),
  },
  false,
)

/**
 * A recipe of format 2020-01-25, keys spelled so that nucleus lite reads them too.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export const recipeShape: Shape = record('the recipe', {
  RecipeFormatVersion: text('RecipeFormatVersion'),
  ComponentName: text('ComponentName'),
  ComponentVersion: text('ComponentVersion'),
  ComponentDescription: text('ComponentDescription'),
  ComponentPublisher: text('ComponentPublisher'),
  ComponentType: text('ComponentType'),
  ComponentSource: text('ComponentSource'),
  ComponentConfiguration: record('ComponentConfiguration', {
    DefaultConfiguration: free('DefaultConfiguration'),
  }),
  ComponentDependencies: map(
    'ComponentDependencies',
    record('a dependency', {
      VersionRequirement: text('VersionRequirement'),
      DependencyType: text('DependencyType'),
    }),
  ),
  Manifests: list('Manifests', manifest),
  Lifecycle: map('Lifecycle', free('a lifecycle step')),
})

/** The known key that a written key stands for, in whatever case; `null` if there is none. */
export function knownKey(keys: Readonly<Record<string, unknown>>, written: string): string | null {
  if (Object.hasOwn(keys, written)) return written
  const folded = written.toLowerCase()
  return Object.keys(keys).find(key => key.toLowerCase() === folded) ?? null
}

/** The entry of an object under a key in any case. Of several the last one, as the device takes it. */
export function entryOf(node: DocumentNode | undefined, key: string): ObjectEntry | undefined {
  if (node?.kind !== 'object') return undefined
  const folded = key.toLowerCase()
  return node.entries.findLast(entry => entry.key.toLowerCase() === folded)
}

export interface ShapeVisitor {
  /** A value that is not what its place asks for. */
  mismatch?(node: DocumentNode, shape: Shape, path: string): void
  /** Each object with known keys. */
  record?(node: ObjectNode, shape: Shape & { kind: 'record' }, path: string): void
}

/** Walks a document along a shape. */
export function walkShape(node: DocumentNode, shape: Shape, visitor: ShapeVisitor, path = ''): void {
  if (shape.kind === 'free') return
  if (node.kind === 'scalar' && node.value === null) {
    if (!shape.nullable) visitor.mismatch?.(node, shape, path)
    return
  }
  if (shape.kind === 'text') {
    if (node.kind !== 'scalar') visitor.mismatch?.(node, shape, path)
    return
  }
  if (shape.kind === 'list') {
    if (node.kind !== 'array') visitor.mismatch?.(node, shape, path)
    else
      for (const [i, item] of node.items.entries())
        walkShape(item, shape.items, visitor, path + pointerSegment(i))
    return
  }
  if (node.kind !== 'object') {
    visitor.mismatch?.(node, shape, path)
    return
  }
  if (shape.kind === 'record') visitor.record?.(node, shape, path)
  for (const { key, value } of node.entries) {
    const known = shape.kind === 'record' ? knownKey(shape.keys, key) : null
    const inner = shape.kind === 'map' ? shape.values : known === null ? null : shape.keys[known]!
    if (inner) walkShape(value, inner, visitor, path + pointerSegment(key))
  }
}

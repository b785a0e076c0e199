import type { DocumentNode, ObjectEntry, Span } from './document.ts'
import { pointerSegment } from './document.ts'
import { entryOf } from './shape.ts'

/** A value of the recipe with its place in text and document. */
export interface Located {
  node: DocumentNode
  path: string
  /** The key it stands under; `null` for list elements and the root. */
  key: ObjectEntry | null
}

export interface DependencyOutline extends Located {
  name: string
  requirement: Located | null
  type: Located | null
}

export interface ArtifactOutline extends Located {
  uri: Located | null
  unarchive: Located | null
  permission: Located | null
  digest: Located | null
  algorithm: Located | null
}

export interface ManifestOutline extends Located {
  name: Located | null
  platform: Located | null
  lifecycle: Located | null
  selections: Located | null
  artifacts: ArtifactOutline[]
}

/** Where everything is that a recipe has. Parts of the wrong type are left out. */
export interface RecipeOutline extends Located {
  formatVersion: Located | null
  name: Located | null
  version: Located | null
  description: Located | null
  publisher: Located | null
  type: Located | null
  source: Located | null
  configuration: Located | null
  dependencies: DependencyOutline[]
  manifests: ManifestOutline[]
  /** The list of manifests as a whole. */
  manifestList: Located | null
  lifecycle: Located | null
}

/** The part of an object under a key in any case. */
export function partOf(parent: Located | null, key: string): Located | null {
  const entry = entryOf(parent?.node, key)
  return entry && parent
    ? { node: entry.value, path: parent.path + pointerSegment(entry.key), key: entry }
    : null
}

/** The parts of an object under all its keys, or none if it is no object. */
export function partsOf(parent: Located | null): (Located & { key: ObjectEntry })[] {
  if (parent?.node.kind !== 'object') return []
  return parent.node.entries.map(entry => ({
    node: entry.value,
    path: parent.path + pointerSegment(entry.key),
    key: entry,
  }))
}

/** The elements of a list, or none if it is no list. */
export function itemsOf(parent: Located | null): Located[] {
  if (parent?.node.kind !== 'array') return []
  return parent.node.items.map((node, i) => ({ node, path: parent.path + pointerSegment(i), key: null }))
}

/** What to mark for a value as a whole: its key if it has one, since an object may be long. */
export function markOf(located: Located): Span {
  if (located.key) return located.key.keySpan
  const { span, kind } = located.node
  return kind === 'scalar' ? span : { start: span.start, end: Math.min(span.end, span.start + 1) }
}

function artifactOutline(at: Located): ArtifactOutline {
  return {
    ...at,
    uri: partOf(at, 'Uri'),
    unarchive: partOf(at, 'Unarchive'),
    permission: partOf(at, 'Permission'),
    digest: partOf(at, 'Digest'),
    algorithm: partOf(at, 'Algorithm'),
  }
}

function manifestOutline(at: Located): ManifestOutline {
  return {
    ...at,
    name: partOf(at, 'Name'),
    platform: partOf(at, 'Platform'),
    lifecycle: partOf(at, 'Lifecycle'),
    selections: partOf(at, 'Selections'),
    artifacts: itemsOf(partOf(at, 'Artifacts')).map(artifactOutline),
  }
}

export function outlineOf(root: DocumentNode): RecipeOutline {
  const at: Located = { node: root, path: '', key: null }
  const manifestList = partOf(at, 'Manifests')
  return {
    ...at,
    formatVersion: partOf(at, 'RecipeFormatVersion'),
    name: partOf(at, 'ComponentName'),
    version: partOf(at, 'ComponentVersion'),
    description: partOf(at, 'ComponentDescription'),
    publisher: partOf(at, 'ComponentPublisher'),
    type: partOf(at, 'ComponentType'),
    source: partOf(at, 'ComponentSource'),
    configuration: partOf(partOf(at, 'ComponentConfiguration'), 'DefaultConfiguration'),
    dependencies: partsOf(partOf(at, 'ComponentDependencies')).map(dependency => ({
      ...dependency,
      name: dependency.key.key,
      requirement: partOf(dependency, 'VersionRequirement'),
      type: partOf(dependency, 'DependencyType'),
    })),
    manifests: itemsOf(manifestList).map(manifestOutline),
    manifestList,
    lifecycle: partOf(at, 'Lifecycle'),
  }
}

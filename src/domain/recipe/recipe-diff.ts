import { compareVersions } from '../version.ts'
import { pointerSegment } from './document.ts'
import { manifestLabel } from './explain-manifest.ts'
import { stepOf } from './lifecycle.ts'
import type { Recipe, RecipeArtifact } from './recipe.ts'
import { resolveLifecycle } from './resolve-lifecycle.ts'

export type ChangeKind = 'added' | 'removed' | 'changed'

export interface DependencyChange {
  name: string
  change: ChangeKind
  before: { requirement: string; type: string } | null
  after: { requirement: string; type: string } | null
}

export interface StepChange {
  step: string
  change: ChangeKind
  /** Text of the step, JSON where it is an object; '' where there is none. */
  before: string
  after: string
}

export interface ArtifactChange {
  /** File name or image. */
  name: string
  change: ChangeKind
  before: RecipeArtifact | null
  after: RecipeArtifact | null
}

export interface ManifestChange {
  label: string
  change: ChangeKind
  /** Place among the manifests, counted from 0; `null` where it is not. */
  before: number | null
  after: number | null
  /** It moved before or behind others, which can change what a device takes. */
  moved: boolean
  platform: { before: Record<string, string>; after: Record<string, string> } | null
  steps: StepChange[]
  artifacts: ArtifactChange[]
}

export interface ConfigurationChange {
  pointer: string
  change: ChangeKind
  before: unknown
  after: unknown
  /**
   * Whether devices that run the old version get the new default by a plain update: only keys they lack are filled in;
   * what they have stays, changed and removed defaults alike.
   */
  reachesDevices: boolean
}

export interface RecipeDiff {
  name: { before: string; after: string } | null
  version: { before: string; after: string; direction: 'newer' | 'older' | 'same' }
  dependencies: DependencyChange[]
  manifests: ManifestChange[]
  configuration: ConfigurationChange[]
  /** Description, publisher and type, which change nothing that runs. */
  details: { field: 'description' | 'publisher' | 'type' | 'source'; before: string; after: string }[]
  /** Nothing that a device would notice. */
  same: boolean
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON with keys in order, so that the order of keys makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}
const equal = (a: unknown, b: unknown) => canonical(a) === canonical(b)

/** Pairs of two sets of named things, in the order of the second, then what only the first has. */
function pairs<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>) {
  const names = [...after.keys(), ...[...before.keys()].filter(name => !after.has(name))]
  return names.map(name => ({ name, before: before.get(name), after: after.get(name) }))
}

function changeOf<T>({ before, after }: { before: T | undefined; after: T | undefined }): ChangeKind | null {
  if (before === undefined) return 'added'
  if (after === undefined) return 'removed'
  return equal(before, after) ? null : 'changed'
}

function dependencyChanges(before: Recipe, after: Recipe): DependencyChange[] {
  const byName = ({ dependencies }: Recipe) =>
    new Map(dependencies.map(({ name, requirement, type }) => [name, { requirement, type }]))
  return pairs(byName(before), byName(after)).flatMap((pair): DependencyChange[] => {
    const change = changeOf(pair)
    return change ? [{ name: pair.name, change, before: pair.before ?? null, after: pair.after ?? null }] : []
  })
}

function stepsOf(recipe: Recipe, index: number | null): Map<string, unknown> {
  if (index === null) return new Map()
  const { lifecycle } = resolveLifecycle(recipe, index)
  return new Map(Object.entries(lifecycle).map(([key, body]) => [stepOf(key) ?? key, body]))
}

/** A step's script alone where it has nothing else. */
function stepText(body: unknown): string {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string') return body
  if (isObject(body)) {
    const [only, ...others] = Object.entries(body)
    if (only && others.length === 0 && /^script$/i.test(only[0]) && typeof only[1] === 'string')
      return only[1]
  }
  return JSON.stringify(body, null, 2)
}

function stepChanges(before: Map<string, unknown>, after: Map<string, unknown>): StepChange[] {
  return pairs(before, after).flatMap((pair): StepChange[] => {
    const texts = { before: stepText(pair.before), after: stepText(pair.after) }
    const change = changeOf(pair)
    return change && texts.before !== texts.after ? [{ step: pair.name, change, ...texts }] : []
  })
}

/** An image without its tag or digest, or a file name, so that another version of it is a change of the same artifact. */
function artifactName({ uri }: RecipeArtifact): string {
  if (/^docker:/i.test(uri)) return uri.slice('docker:'.length).replace(/[:@][^/]*$/, '')
  return uri.slice(uri.lastIndexOf('/') + 1)
}

function artifactChanges(
  before: readonly RecipeArtifact[],
  after: readonly RecipeArtifact[],
): ArtifactChange[] {
  const byName = (artifacts: readonly RecipeArtifact[]) =>
    new Map(artifacts.map(({ digest: _, algorithm: __, ...artifact }) => [artifactName(artifact), artifact]))
  return pairs(byName(before), byName(after)).flatMap((pair): ArtifactChange[] => {
    const change = changeOf(pair)
    return change ? [{ name: pair.name, change, before: pair.before ?? null, after: pair.after ?? null }] : []
  })
}

/** Which manifest of the one recipe is which of the other: same platform first, then same name. */
function matchManifests(before: Recipe, after: Recipe): { before: number | null; after: number | null }[] {
  const free = new Set(before.manifests.keys())
  const take = (wanted: (index: number) => boolean) => {
    const found = [...free].find(wanted)
    if (found !== undefined) free.delete(found)
    return found ?? null
  }
  const matched = after.manifests.map(({ platform }) =>
    take(i => equal(before.manifests[i]!.platform, platform)),
  )
  for (const [index, { name }] of after.manifests.entries()) {
    if (matched[index] === null && name !== '') matched[index] = take(i => before.manifests[i]!.name === name)
  }
  return [
    ...matched.map((from, to) => ({ before: from, after: to })),
    ...[...free].map(from => ({ before: from, after: null })),
  ]
}

function manifestChanges(before: Recipe, after: Recipe): ManifestChange[] {
  const matched = matchManifests(before, after)
  const kept = matched.filter(pair => pair.before !== null && pair.after !== null).map(pair => pair.before!)
  return matched.flatMap((pair): ManifestChange[] => {
    const [old, next] = [before.manifests[pair.before ?? -1], after.manifests[pair.after ?? -1]]
    const platform =
      old && next && !equal(old.platform, next.platform)
        ? { before: old.platform, after: next.platform }
        : null
    const steps = stepChanges(stepsOf(before, pair.before), stepsOf(after, pair.after))
    const artifacts = artifactChanges(old?.artifacts ?? [], next?.artifacts ?? [])
    const order = kept.indexOf(pair.before ?? -1)
    const moved = order !== -1 && [...kept].sort((a, b) => a - b)[order] !== pair.before
    const change: ChangeKind = old ? (next ? 'changed' : 'removed') : 'added'
    if (change === 'changed' && !platform && steps.length === 0 && artifacts.length === 0 && !moved) return []
    const label = next ? manifestLabel(after, pair.after!) : manifestLabel(before, pair.before!)
    return [{ label, change, ...pair, moved, platform, steps, artifacts }]
  })
}

/** Changed defaults, key by key as deep as both sides are objects. */
function configurationChanges(before: unknown, after: unknown, pointer = ''): ConfigurationChange[] {
  if (isObject(before) && isObject(after)) {
    const changes = pairs(new Map(Object.entries(before)), new Map(Object.entries(after)))
    return changes.flatMap(pair =>
      configurationChanges(pair.before, pair.after, pointer + pointerSegment(pair.name)),
    )
  }
  const change = changeOf({ before, after })
  return change ? [{ pointer, change, before, after, reachesDevices: change === 'added' }] : []
}

/**
 * What a device would notice of a new version: dependencies, lifecycle steps, artifacts, platforms, and defaults of
 * the configuration, of which those that a device has already do not reach it.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/update-component-configurations.html
 */
export function diffRecipes(before: Recipe, after: Recipe): RecipeDiff {
  const dependencies = dependencyChanges(before, after)
  const manifests = manifestChanges(before, after)
  const configuration = configurationChanges(
    before.defaultConfiguration ?? {},
    after.defaultConfiguration ?? {},
  )
  const fields = ['description', 'publisher', 'type', 'source'] as const
  const order = compareVersions(after.version, before.version)
  return {
    name: before.name === after.name ? null : { before: before.name, after: after.name },
    version: {
      before: before.version,
      after: after.version,
      direction: order > 0 ? 'newer' : order < 0 ? 'older' : 'same',
    },
    dependencies,
    manifests,
    configuration,
    details: fields
      .filter(field => before[field] !== after[field])
      .map(field => ({ field, before: before[field], after: after[field] })),
    same: dependencies.length + manifests.length + configuration.length === 0 && before.type === after.type,
  }
}

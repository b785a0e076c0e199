import { explainPlatform, matchesPlatform } from '../platform.ts'
import { stepOf } from './lifecycle.ts'
import { componentFolders, fillVariables, type VariableValues } from './fill-variables.ts'
import type { Recipe, RecipeArtifact } from './recipe.ts'
import { resolveLifecycle } from './resolve-lifecycle.ts'

export interface ManifestVerdict {
  index: number
  /** Its name, or what its platform says. */
  label: string
  verdict: 'chosen' | 'matches-too' | 'does-not-match'
  /** A sentence each; empty for the chosen one. */
  reasons: string[]
}

export interface ExplainedStep {
  /** As the documentation spells it, such as `Install`. */
  step: string
  /** Variables filled in; '' if the step has none. */
  script: string
  /** As written in the recipe. */
  written: string
  /** Seconds as written, `null` if the recipe says nothing. */
  timeout: string | null
  requiresPrivilege: boolean
  skipIf: string | null
  environment: Record<string, string>
  /** Variables that the device leaves as they are. */
  left: string[]
}

export interface ExplainedArtifact extends RecipeArtifact {
  fileName: string
  /** Where the device puts it; `null` for images. */
  path: string | null
  /** Where it is unpacked to; `null` if it is not. */
  unpackedTo: string | null
}

export interface ManifestExplanation {
  chosen: number | null
  manifests: ManifestVerdict[]
  /** Where the lifecycle comes from. */
  lifecycleFrom: 'manifest' | 'global' | 'none'
  environment: Record<string, string>
  steps: ExplainedStep[]
  artifacts: ExplainedArtifact[]
}

export interface ExplainedDevice {
  /** Attributes as the nucleus reports them, such as os and architecture. */
  platform: Readonly<Record<string, string>>
  thingName?: string
  /** Folder of the nucleus; `/greengrass/v2` if not given. */
  rootPath?: string
  /** Configuration of the component on the device; the defaults if not given. */
  configuration?: unknown
  configurationOf?: (name: string) => unknown
  /** Version of a dependency that the device has; paths say VERSION without it. */
  versionOf?: (name: string) => string | undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function field(step: Record<string, unknown>, name: string): unknown {
  const key = Object.keys(step).findLast(one => one.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : step[key]
}

const scalarText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null

/** How a manifest is called: by its name, else by its platform. */
export function manifestLabel(recipe: Pick<Recipe, 'manifests'>, index: number): string {
  const manifest = recipe.manifests[index]
  if (manifest?.name) return manifest.name
  const platform = Object.entries(manifest?.platform ?? {})
  if (platform.length === 0) return 'any platform'
  return platform.map(([attribute, value]) => `${attribute} ${value}`).join(', ')
}

function verdicts(recipe: Recipe, device: ExplainedDevice['platform']): ManifestVerdict[] {
  const chosen = recipe.manifests.findIndex(({ platform }) => matchesPlatform(platform, device))
  return recipe.manifests.map((manifest, index): ManifestVerdict => {
    const label = manifestLabel(recipe, index)
    if (index === chosen) return { index, label, verdict: 'chosen', reasons: [] }
    const reasons = explainPlatform(manifest.platform, device)
    if (reasons.length > 0) return { index, label, verdict: 'does-not-match', reasons }
    const reason = `It matches too, but manifest ${chosen + 1} comes before it and the first that matches is taken.`
    return { index, label, verdict: 'matches-too', reasons: [reason] }
  })
}

function environmentOf(value: unknown, fill: (text: string) => string): Record<string, string> {
  if (!isObject(value)) return {}
  const pairs = Object.entries(value).flatMap(([name, inner]): [string, string][] => {
    const text = scalarText(inner)
    return text === null ? [] : [[name, fill(text)]]
  })
  return Object.fromEntries(pairs)
}

function valuesFor(recipe: Recipe, device: ExplainedDevice): VariableValues {
  return {
    name: recipe.name,
    version: recipe.version,
    configuration: device.configuration ?? recipe.defaultConfiguration,
    rootPath: device.rootPath ?? '/greengrass/v2',
    thingName: device.thingName ?? 'THING_NAME',
    ...(device.configurationOf && { configurationOf: device.configurationOf }),
    ...(device.versionOf && { versionOf: device.versionOf }),
  }
}

function artifactOf(artifact: RecipeArtifact, values: VariableValues): ExplainedArtifact {
  const folders = componentFolders(values.rootPath, values.name, values.version)
  const image = /^docker:/i.test(artifact.uri)
  const fileName = image
    ? artifact.uri.replace(/^docker:/i, '')
    : artifact.uri.slice(artifact.uri.lastIndexOf('/') + 1)
  const unpacked = artifact.unarchive === 'ZIP' && !image
  return {
    ...artifact,
    fileName,
    path: image ? null : `${folders.artifacts}/${fileName}`,
    unpackedTo: unpacked ? `${folders.unarchived}/${fileName.replace(/\.zip$/i, '')}` : null,
  }
}

/**
 * Which manifest of a recipe a device takes and why not the others, what it would run, with selections resolved and
 * recipe variables filled in, and what it would download.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export function explainManifest(recipe: Recipe, device: ExplainedDevice): ManifestExplanation {
  const manifests = verdicts(recipe, device.platform)
  const chosen = manifests.find(({ verdict }) => verdict === 'chosen')?.index ?? null
  if (chosen === null) {
    return { chosen, manifests, lifecycleFrom: 'none', environment: {}, steps: [], artifacts: [] }
  }
  const values = valuesFor(recipe, device)
  const direct = new Set(recipe.dependencies.map(({ name }) => name))
  const fill = (text: string) => fillVariables(text, values, direct)
  const { from, lifecycle } = resolveLifecycle(recipe, chosen)
  const steps = Object.entries(lifecycle).flatMap(([key, body]): ExplainedStep[] => {
    const step = stepOf(key)
    if (!step || step === 'Setenv' || body === null || body === undefined) return []
    const parts = isObject(body) ? body : { Script: body }
    const written = scalarText(field(parts, 'Script')) ?? ''
    const { text: script, left } = fill(written)
    const skipIf = scalarText(field(parts, 'Skipif'))
    const timeout = scalarText(field(parts, 'Timeout'))
    return [
      {
        step,
        script,
        written,
        timeout: timeout && fill(timeout).text,
        requiresPrivilege: /^true$/i.test(scalarText(field(parts, 'RequiresPrivilege')) ?? ''),
        skipIf: skipIf && fill(skipIf).text,
        environment: environmentOf(field(parts, 'Setenv'), text => fill(text).text),
        left,
      },
    ]
  })
  return {
    chosen,
    manifests,
    lifecycleFrom: from,
    environment: environmentOf(field(lifecycle, 'Setenv'), text => fill(text).text),
    steps,
    artifacts: recipe.manifests[chosen]!.artifacts.map(artifact => artifactOf(artifact, values)),
  }
}

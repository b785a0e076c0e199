import type { Recipe, RecipeArtifact, RecipeDependency, RecipeManifest } from '#src/domain/recipe/recipe.ts'

/** What a release's recipe says beyond its name and version, in short forms that `buildRecipe` spells out. */
export interface RecipeDraft {
  description: string
  publisher?: string
  type?: 'generic' | 'plugin' | 'nucleus' | 'lambda'
  configuration?: Record<string, unknown>
  /** Component to npm range; a trailing ` soft` makes the dependency soft. */
  needs?: Record<string, string>
  manifests: ManifestDraft[]
  lifecycle?: Record<string, unknown>
}

export interface ManifestDraft {
  /** `linux`, `linux/aarch64`, `linux/arm/armv7l`, or empty for any device. A ` lite` behind it takes both runtimes. */
  platform: string
  lifecycle: Record<string, unknown>
  /** Bare names lie in the demo's bucket; `.zip` is unpacked, a trailing `!` makes a file executable. */
  artifacts?: string[]
}

export interface Release {
  name: string
  version: string
  /** Days before the scenario's present. */
  age: number
  format: 'JSON' | 'YAML'
  recipe: Recipe
  /** FAILED releases say why, by artifact. */
  failed?: Record<string, string>
  discontinued?: string
  tags?: Record<string, string>
}

const artifactBucket = 's3://meadow-demo-artifacts'

export function buildRecipe(name: string, version: string, draft: RecipeDraft): Recipe {
  return {
    name,
    version,
    description: draft.description,
    publisher: draft.publisher ?? 'Meadow Works',
    type: `aws.greengrass.${draft.type ?? 'generic'}`,
    source: '',
    defaultConfiguration: draft.configuration ?? {},
    dependencies: Object.entries(draft.needs ?? {}).map(([dependency, range]) => need(dependency, range)),
    manifests: draft.manifests.map(manifest =>
      buildManifest(manifest, `${artifactBucket}/${name}/${version}/`),
    ),
    lifecycle: draft.lifecycle ?? {},
  }
}

function need(name: string, range: string): RecipeDependency {
  const soft = range.endsWith(' soft')
  return { name, requirement: soft ? range.slice(0, -5) : range, type: soft ? 'SOFT' : 'HARD' }
}

function buildManifest(
  { platform, lifecycle, artifacts = [] }: ManifestDraft,
  folder: string,
): RecipeManifest {
  const lite = platform.endsWith(' lite')
  const [os, architecture, detail] = platform.replace(/ ?lite$/, '').split('/')
  return {
    name: '',
    platform: {
      ...(os ? { os } : {}),
      ...(architecture ? { architecture } : {}),
      ...(detail ? { 'architecture.detail': detail } : {}),
      ...(lite ? { runtime: '*' } : {}),
    },
    lifecycle,
    selections: [],
    artifacts: artifacts.map(name => buildArtifact(name, folder)),
  }
}

function buildArtifact(name: string, folder: string): RecipeArtifact {
  const executable = name.endsWith('!')
  const file = executable ? name.slice(0, -1) : name
  return {
    uri: /^(s3|docker|greengrass):/.test(file) ? file : folder + file,
    unarchive: file.endsWith('.zip') ? 'ZIP' : 'NONE',
    permission: { read: 'OWNER', execute: executable ? 'OWNER' : 'NONE' },
  }
}

/** The block of a default configuration that lets a component use one service of the nucleus. */
export function accessControl(
  component: string,
  grants: Record<string, { text: string; operations: string[]; resources: string[] }>,
): Record<string, unknown> {
  const short = component.split('.').at(-1)!.toLowerCase()
  return Object.fromEntries(
    Object.entries(grants).map(([service, { text, operations, resources }], index) => [
      `aws.greengrass.${service}`,
      {
        [`${component}:${short}:${index + 1}`]: {
          policyDescription: text,
          operations: operations.map(operation => `aws.greengrass#${operation}`),
          resources,
        },
      },
    ]),
  )
}

import { nodeText, nodeValue, type ReadDocument } from './document.ts'
import {
  type ArtifactOutline,
  itemsOf,
  type Located,
  outlineOf,
  partOf,
  partsOf,
  type RecipeOutline,
} from './outline.ts'
import { readJson } from './read-json.ts'
import { readYaml } from './read-yaml.ts'
import type { Recipe, RecipeArtifact, RecipeLifecycle } from './recipe.ts'

export type RecipeFormat = 'JSON' | 'YAML'

export interface ReadRecipe {
  text: string
  format: RecipeFormat
  document: ReadDocument
  /** `null` if the text is not one object. */
  outline: RecipeOutline | null
  /** As much as could be read, defaults filled in; `null` without an outline. Says nothing of validity. */
  recipe: Recipe | null
}

/** JSON if the text begins like an object or a list, else YAML. */
export function detectFormat(text: string): RecipeFormat {
  return /^\uFEFF?\s*[{[]/.test(text) ? 'JSON' : 'YAML'
}

function textOf(located: Located | null, fallback = ''): string {
  return nodeText(located?.node) ?? fallback
}

function oneOf<T extends string>(located: Located | null, choices: readonly T[], fallback: T): T {
  const written = textOf(located).toUpperCase()
  return choices.find(choice => choice === written) ?? fallback
}

function objectOf(located: Located | null): RecipeLifecycle {
  return located?.node.kind === 'object' ? (nodeValue(located.node) as RecipeLifecycle) : {}
}

const readers = ['NONE', 'OWNER', 'ALL'] as const

function artifactOf(artifact: ArtifactOutline): RecipeArtifact {
  const digest = textOf(artifact.digest)
  const algorithm = textOf(artifact.algorithm)
  return {
    uri: textOf(artifact.uri),
    unarchive: oneOf(artifact.unarchive, ['NONE', 'ZIP'], 'NONE'),
    permission: {
      read: oneOf(partOf(artifact.permission, 'Read'), readers, 'OWNER'),
      execute: oneOf(partOf(artifact.permission, 'Execute'), readers, 'NONE'),
    },
    ...(digest && { digest }),
    ...(algorithm && { algorithm }),
  }
}

function recipeOf(outline: RecipeOutline): Recipe {
  return {
    name: textOf(outline.name),
    version: textOf(outline.version),
    description: textOf(outline.description),
    publisher: textOf(outline.publisher),
    type: textOf(outline.type, 'aws.greengrass.generic'),
    source: textOf(outline.source),
    defaultConfiguration: outline.configuration ? (nodeValue(outline.configuration.node) ?? {}) : {},
    dependencies: outline.dependencies.map(dependency => ({
      name: dependency.name,
      requirement: textOf(dependency.requirement),
      type: oneOf(dependency.type, ['HARD', 'SOFT'], 'HARD'),
    })),
    manifests: outline.manifests.map(manifest => ({
      name: textOf(manifest.name),
      platform: Object.fromEntries(partsOf(manifest.platform).map(value => [value.key.key, textOf(value)])),
      lifecycle: objectOf(manifest.lifecycle),
      selections: itemsOf(manifest.selections).map(selection => textOf(selection)),
      artifacts: manifest.artifacts.map(artifactOf),
    })),
    lifecycle: objectOf(outline.lifecycle),
  }
}

/** Reads a recipe, JSON or YAML, without judging it. The YAML library is loaded only for YAML. */
export async function readRecipe(
  text: string,
  format: RecipeFormat = detectFormat(text),
): Promise<ReadRecipe> {
  const document = format === 'JSON' ? readJson(text) : await readYaml(text)
  const outline = document.root?.kind === 'object' ? outlineOf(document.root) : null
  return { text, format, document, outline, recipe: outline && recipeOf(outline) }
}

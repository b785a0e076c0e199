import type { Recipe, RecipeArtifact } from '#src/domain/recipe/recipe.ts'
import { hashText } from '../random.ts'

/** The recipe with the digests that the service writes into it; what the author wrote there does not count. */
export function withDigests(recipe: Recipe): Recipe {
  return {
    ...recipe,
    manifests: recipe.manifests.map(manifest => ({
      ...manifest,
      artifacts: manifest.artifacts.map(withDigest),
    })),
  }
}

/** Docker images are told apart by their registry, not by Greengrass. */
function withDigest({ digest: _digest, algorithm: _algorithm, ...artifact }: RecipeArtifact): RecipeArtifact {
  if (/^docker:/i.test(artifact.uri)) return artifact
  return { ...artifact, digest: digestOf(artifact.uri), algorithm: 'SHA-256' }
}

/** Stands for the SHA-256 of bytes that do not exist: 32 bytes in base64, the same for the same URI. */
function digestOf(uri: string): string {
  let binary = ''
  for (let word = 0; word < 8; word++) {
    const bits = hashText(uri, word + 1)
    for (let shift = 0; shift < 32; shift += 8) binary += String.fromCharCode((bits >>> shift) & 255)
  }
  return btoa(binary)
}

import type { RecipeFormat } from './read-recipe.ts'
import type { Recipe } from './recipe.ts'

function withoutEmpty(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== ''))
}

const orNone = <T extends object>(value: T) => (Object.keys(value).length > 0 ? value : undefined)

/** A recipe as a document with the keys of the format, in its customary order; what is empty is left out. */
function recipeDocument(recipe: Recipe): Record<string, unknown> {
  return withoutEmpty({
    RecipeFormatVersion: '2020-01-25',
    ComponentName: recipe.name,
    ComponentVersion: recipe.version,
    ComponentType: recipe.type,
    ComponentDescription: recipe.description,
    ComponentPublisher: recipe.publisher,
    ComponentSource: recipe.source,
    ComponentConfiguration: { DefaultConfiguration: recipe.defaultConfiguration ?? {} },
    ComponentDependencies: orNone(
      Object.fromEntries(
        recipe.dependencies.map(({ name, requirement, type }) => [
          name,
          { VersionRequirement: requirement, DependencyType: type },
        ]),
      ),
    ),
    Manifests: recipe.manifests.map(manifest =>
      withoutEmpty({
        Name: manifest.name,
        Platform: orNone(manifest.platform),
        Lifecycle: manifest.lifecycle,
        Selections: orNone(manifest.selections),
        Artifacts: manifest.artifacts.map(artifact =>
          withoutEmpty({
            Uri: artifact.uri,
            Digest: artifact.digest,
            Algorithm: artifact.algorithm,
            Unarchive: artifact.unarchive,
            Permission: { Read: artifact.permission.read, Execute: artifact.permission.execute },
          }),
        ),
      }),
    ),
    Lifecycle: recipe.lifecycle,
  })
}

/** A recipe as the service gives it back: normalised, in the format asked for. */
export async function formatRecipe(recipe: Recipe, format: RecipeFormat): Promise<string> {
  const document = recipeDocument(recipe)
  if (format === 'JSON') return JSON.stringify(document, null, 2)
  const { stringify } = await import('yaml')
  // Version 1.1 quotes what older readers take for a date or a boolean.
  return stringify(document, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })
}

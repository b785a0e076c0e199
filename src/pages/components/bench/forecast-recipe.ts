import {
  type DependencyForecast,
  forecastDependencies,
  type KnownComponents,
  recipeKey,
} from '#src/domain/dependency-forecast.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { parseVersion } from '#src/domain/version.ts'

/** What a device would install with a recipe that is not published yet, its version perhaps only half typed. */
export function forecastRecipe(
  recipe: Recipe,
  known: KnownComponents,
  platform: Readonly<Record<string, string>> | undefined,
): DependencyForecast {
  const { name } = recipe
  const version = parseVersion(recipe.version) ? recipe.version : '0.0.0'
  const forecast = forecastDependencies({
    roots: [{ name, requirement: `=${version}`, requiredBy: 'this recipe' }],
    known: {
      versions: new Map(known.versions).set(name, [version]),
      recipes: new Map(known.recipes).set(recipeKey(name, version), recipe),
    },
    ...(platform ? { platform } : {}),
  })
  return {
    ...forecast,
    components: forecast.components.map(one =>
      one.name === name ? { ...one, version: recipe.version } : one,
    ),
  }
}

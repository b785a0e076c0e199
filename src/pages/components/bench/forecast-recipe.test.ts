import { expect, test } from 'vitest'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { forecastRecipe } from './forecast-recipe.ts'

const recipe = (version: string) =>
  ({
    name: 'app',
    version,
    dependencies: [{ name: 'store', requirement: '^1.0.0', type: 'HARD' }],
    manifests: [],
  }) as unknown as Recipe
const known = {
  versions: new Map([['store', ['1.2.0', '1.0.0']]]),
  recipes: new Map([['store@1.2.0', { dependencies: [] }]]),
}

test.each(['1.0.0', '2.0.0-beta.1', '1.0', ''])(
  'dependencies are resolved whatever the version that is being typed: "%s"',
  version => {
    const { components, problems, complete } = forecastRecipe(recipe(version), known, undefined)
    expect(problems).toEqual([])
    expect(complete).toBe(true)
    expect(components.map(one => [one.name, one.version])).toEqual([
      ['app', version],
      ['store', '1.2.0'],
    ])
  },
)

import { describe, expect, it } from 'vitest'
import { parseRecipe } from '#src/domain/recipe/parse-recipe.ts'
import { starterRecipes } from './starter-recipes.ts'

describe('starter recipes', () => {
  it.each(['YAML', 'JSON'] as const)('%s has no problem of any kind', async format => {
    const { problems, recipe } = await parseRecipe(starterRecipes[format], format)
    expect(problems).toEqual([])
    expect(recipe?.name).toBe('com.example.HelloWorld')
  })

  it('say the same in both formats', async () => {
    const [yaml, json] = await Promise.all(
      (['YAML', 'JSON'] as const).map(format => parseRecipe(starterRecipes[format], format)),
    )
    expect(yaml?.recipe).toEqual(json?.recipe)
  })
})

import { describe, expect, it } from 'vitest'
import { recipeKey } from '#src/domain/dependency-forecast.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { dependencyPicture } from './dependency-picture.ts'

const recipe = {
  name: 'app',
  version: '1.0.0',
  dependencies: [
    { name: 'store', requirement: '^1.0.0', type: 'HARD' },
    { name: 'gone', requirement: '^9.0.0', type: 'SOFT' },
    { name: 'later', requirement: '', type: 'SOFT' },
  ],
} as unknown as Recipe
const component = (name: string, version: string) => ({
  name,
  version,
  isRoot: name === 'app',
  why: [],
  heldBackFrom: null,
})

describe('dependencyPicture', () => {
  it('shows what is resolved, what fails and what is not known yet, with who asks', () => {
    const picture = dependencyPicture(recipe, {
      components: [component('app', '1.0.0'), component('store', '1.2.0'), component('base', '2.0.0')],
      problems: [{ name: 'gone', kind: 'missing', constraints: [], message: 'There is no component gone.' }],
      catalogue: {
        byName: new Map(),
        recipes: new Map([
          [recipeKey('store', '1.2.0'), { dependencies: [{ name: 'base', requirement: '>=1.0.0' }] }],
        ]),
      },
    })
    expect(picture.nodes.map(({ name, version, why, problem }) => [name, version, why, problem])).toEqual([
      ['app', '1.0.0', '', null],
      ['gone', null, '^9.0.0', 'There is no such component (^9.0.0)'],
      ['later', null, 'any', null],
      ['store', '1.2.0', '^1.0.0', null],
      ['base', '2.0.0', '>=1.0.0 for store', null],
    ])
    expect(picture.lanes).toEqual(
      [
        { from: 0, to: [1, 2, 3], lane: 0 },
        { from: 3, to: [4], lane: 1 },
      ].map(lane => expect.objectContaining({ from: lane.from, to: lane.to })),
    )
    expect(picture.elsewhere).toEqual([])
  })
})

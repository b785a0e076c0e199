import { describe, expect, it } from 'vitest'
import { startingRecipe } from './starting-recipe.ts'

describe('startingRecipe', () => {
  it('bumps the version and drops what the service writes', () => {
    const text = JSON.stringify({
      RecipeFormatVersion: '2020-01-25',
      ComponentName: 'a',
      ComponentVersion: '1.0.0',
      ComponentType: 'aws.greengrass.generic',
      ComponentConfiguration: { DefaultConfiguration: { Digest: 'mine', ComponentVersion: 'mine' } },
      Manifests: [
        { Artifacts: [{ Uri: 's3://b/a', Digest: 'x', Algorithm: 'SHA-256', Unarchive: 'ZIP' }] },
        null,
      ],
      Lifecycle: {},
    })
    expect(JSON.parse(startingRecipe(text, '1.0.1'))).toEqual({
      RecipeFormatVersion: '2020-01-25',
      ComponentName: 'a',
      ComponentVersion: '1.0.1',
      ComponentConfiguration: { DefaultConfiguration: { Digest: 'mine', ComponentVersion: 'mine' } },
      Manifests: [{ Artifacts: [{ Uri: 's3://b/a', Unarchive: 'ZIP' }] }, null],
    })
  })

  it('keeps a type that means something, and texts it cannot read', () => {
    expect(startingRecipe('{"ComponentType":"aws.greengrass.plugin"}', '1')).toContain('plugin')
    expect(startingRecipe('not json', '1')).toBe('not json')
    expect(startingRecipe('[1]', '1')).toBe('[1]')
  })
})

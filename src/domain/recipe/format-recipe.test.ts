import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatRecipe } from './format-recipe.ts'
import { parseRecipe } from './parse-recipe.ts'
import type { Recipe } from './recipe.ts'

const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9._-]{0,12}$/)
// Texts that YAML readers are tempted to take for something else.
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    'yes',
    'no',
    'on',
    '017',
    '1_000',
    '12:30',
    '2020-01-25',
    '1.0',
    '*x',
    '&x',
    '{a:b}',
    ' x',
    'null',
    '#x',
  ),
)
const recipe: fc.Arbitrary<Recipe> = fc.record({
  name,
  version: fc.constantFrom('1.0.0', '0.1.0-beta'),
  description: text,
  publisher: text,
  type: fc.constant('aws.greengrass.generic'),
  source: fc.constant(''),
  defaultConfiguration: fc.dictionary(
    name,
    fc.oneof(text, fc.boolean(), fc.integer(), fc.array(text, { maxLength: 2 })),
  ),
  dependencies: fc.uniqueArray(
    fc.record({
      name,
      requirement: fc.constantFrom('^1.0.0', '', '>=1.0.0 <2.0.0'),
      type: fc.constantFrom('HARD', 'SOFT'),
    }),
    { selector: ({ name: key }) => key, maxLength: 3 },
  ),
  manifests: fc.array(
    fc.record({
      name: text,
      platform: fc.dictionary(name, text, { maxKeys: 3 }),
      lifecycle: fc.dictionary(fc.constantFrom('Install', 'Run'), text),
      selections: fc.array(name, { maxLength: 2 }),
      artifacts: fc.array(
        fc.record({
          uri: fc.constantFrom('s3://bucket/a.zip', 'docker:nginx:1'),
          unarchive: fc.constantFrom('NONE', 'ZIP'),
          permission: fc.record({
            read: fc.constantFrom('NONE', 'OWNER', 'ALL'),
            execute: fc.constantFrom('NONE', 'OWNER', 'ALL'),
          }),
        }),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  lifecycle: fc.dictionary(fc.constantFrom('Install', 'Run'), text),
})

test.each(['JSON', 'YAML'] as const)('%s reads back as the recipe it was written from', async format => {
  await fc.assert(
    fc.asyncProperty(recipe, async original => {
      const written = await formatRecipe(original, format)
      const { recipe: read, problems } = await parseRecipe(written, format)
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(read).toEqual(original)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyConfigurationUpdate, valueAt } from '../configuration-merge.ts'
import { readRecipe } from './read-recipe.ts'
import type { Recipe } from './recipe.ts'
import { diffRecipes } from './recipe-diff.ts'

const base = `
RecipeFormatVersion: '2020-01-25'
ComponentName: com.example.Web
ComponentVersion: 1.0.0
ComponentConfiguration: { DefaultConfiguration: { port: 80, tls: { on: false }, old: 1 } }
ComponentDependencies:
  com.example.A: { VersionRequirement: ^1.0.0 }
  com.example.B: { VersionRequirement: ^1.0.0 }
Manifests:
  - Platform: { os: linux }
    Lifecycle: { Install: a, Run: { Script: b } }
    Artifacts: [{ Uri: s3://one/x.zip }, { Uri: docker:nginx:1.26 }]
  - Platform: { os: windows }
    Lifecycle: { Run: c }
`
async function diff(change: (text: string) => string) {
  const read = async (text: string) => (await readRecipe(text, 'YAML')).recipe!
  return diffRecipes(await read(base), await read(change(base)))
}

test('the same recipe is the same, whatever the order and spelling of its keys', async () => {
  const reordered = await diff(text =>
    text
      .replace('port: 80, tls: { on: false }, old: 1', 'old: 1, port: 80, tls: { on: false }')
      .replace('Run: { Script: b }', 'run: b'),
  )
  expect(reordered).toMatchObject({
    same: true,
    name: null,
    dependencies: [],
    manifests: [],
    configuration: [],
  })
})

test('dependencies', async () => {
  const { dependencies } = await diff(text =>
    text
      .replace(
        'com.example.A: { VersionRequirement: ^1.0.0 }',
        'com.example.C: { VersionRequirement: ^3.0.0 }',
      )
      .replace(
        'com.example.B: { VersionRequirement: ^1.0.0 }',
        'com.example.B: { VersionRequirement: ^1.0.0, DependencyType: SOFT }',
      ),
  )
  expect(dependencies.map(({ name, change }) => [name, change])).toEqual([
    ['com.example.C', 'added'],
    ['com.example.B', 'changed'],
    ['com.example.A', 'removed'],
  ])
})

test('steps, artifacts and platforms', async () => {
  const { manifests } = await diff(text =>
    text
      .replace('Install: a, ', 'Shutdown: z, ')
      .replace('Script: b', 'Script: b2')
      .replace('nginx:1.26', 'nginx:1.27')
      .replace('os: windows', 'os: darwin'),
  )
  expect(manifests.map(({ label, change }) => [label, change])).toEqual([
    ['os linux', 'changed'],
    ['os darwin', 'added'],
    ['os windows', 'removed'],
  ])
  expect(manifests[0]!.steps).toEqual([
    { step: 'Shutdown', change: 'added', before: '', after: 'z' },
    { step: 'Run', change: 'changed', before: 'b', after: 'b2' },
    { step: 'Install', change: 'removed', before: 'a', after: '' },
  ])
  expect(manifests[0]!.artifacts.map(({ name, change }) => [name, change])).toEqual([['nginx', 'changed']])
})

test('manifests that changed places are told', async () => {
  const { manifests } = await diff(text => {
    const [head = '', first = '', second = ''] = text.split(/(?= {2}- Platform)/)
    return head + second + first
  })
  expect(manifests.map(({ label, moved }) => [label, moved])).toEqual([
    ['os windows', true],
    ['os linux', true],
  ])
})

test('only defaults that are new reach devices that have the component', async () => {
  const { configuration } = await diff(text =>
    text.replace('{ port: 80, tls: { on: false }, old: 1 }', '{ port: 81, tls: { on: false, ca: x } }'),
  )
  expect(configuration).toEqual([
    { pointer: '/port', change: 'changed', before: 80, after: 81, reachesDevices: false },
    { pointer: '/tls/ca', change: 'added', before: undefined, after: 'x', reachesDevices: true },
    { pointer: '/old', change: 'removed', before: 1, after: undefined, reachesDevices: false },
  ])
})

test('what is said of configuration is what an update does', () => {
  const configuration = fc.letrec<{ value: unknown; object: Record<string, unknown> }>(tie => ({
    value: fc.oneof({ maxDepth: 2 }, fc.integer({ max: 3 }), fc.constantFrom('a', null), tie('object')),
    object: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { noNullPrototype: true }),
  })).object
  fc.assert(
    fc.property(configuration, configuration, (before, after) => {
      const recipe = (defaultConfiguration: unknown) =>
        ({
          name: 'x',
          version: '1.0.0',
          dependencies: [],
          manifests: [],
          defaultConfiguration,
        }) as unknown as Recipe
      const device = applyConfigurationUpdate({ current: before, defaults: after })
      for (const { pointer, reachesDevices, after: wanted } of diffRecipes(recipe(before), recipe(after))
        .configuration) {
        const has = JSON.stringify(valueAt(device, pointer))
        expect(has === JSON.stringify(wanted)).toBe(reachesDevices)
      }
    }),
  )
})

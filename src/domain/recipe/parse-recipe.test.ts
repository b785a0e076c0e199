import { describe, expect, test } from 'vitest'
import { serviceRejects } from './check-recipe.ts'
import { parseRecipe } from './parse-recipe.ts'

const minimal = {
  RecipeFormatVersion: '2020-01-25',
  ComponentName: 'com.example.Hello',
  ComponentVersion: '1.0.0',
  Manifests: [{ Platform: { os: 'linux' }, Lifecycle: { Run: 'echo hello' } }],
}

/** The minimal recipe with top-level keys changed; `undefined` takes one out. */
const recipe = (over: Record<string, unknown>) => JSON.stringify({ ...minimal, ...over })
const artifact = (over: Record<string, unknown>) =>
  recipe({ Manifests: [{ Lifecycle: { Run: 'x' }, Artifacts: [{ Uri: 's3://bucket/key', ...over }] }] })
const dependency = (value: unknown) => recipe({ ComponentDependencies: { 'com.example.Other': value } })
const requirement = (text: unknown) => dependency({ VersionRequirement: text })

// What the model accepts that the device reads recipes with, row by row.
const accepted: [string, string][] = [
  ['minimal', recipe({})],
  ['keys in any case', JSON.stringify({ ...minimal, ComponentName: undefined, componentname: 'a.b' })],
  ['Uri and URI', artifact({ Uri: undefined, URI: 's3://bucket/key' })],
  ['an unknown key in a manifest', recipe({ Manifests: [{ Lifecycle: {}, Parameters: {} }] })],
  ['an unknown key in an artifact', artifact({ Md5: 'x' })],
  ['an unknown key in a permission', artifact({ Permission: { Write: 'ALL' } })],
  ['duplicate keys', recipe({}).replace('{', '{"ComponentName":"first",')],
  ['no manifests', recipe({ Manifests: undefined })],
  ['manifests null', recipe({ Manifests: null })],
  ['manifests empty', recipe({ Manifests: [] })],
  ['a name with a leading dot', recipe({ ComponentName: '.hidden_-9' })],
  ['a name of 128 characters', recipe({ ComponentName: 'x'.repeat(128) })],
  ['a prerelease', recipe({ ComponentVersion: '1.0.0-alpha.1' })],
  ['the type in any case', recipe({ ComponentType: 'AWS.greengrass.GENERIC' })],
  ['the type null', recipe({ ComponentType: null })],
  ['any source', recipe({ ComponentSource: 'whatever' })],
  ['a description that is a number', recipe({ ComponentDescription: 5 })],
  ['a dependency that is null', dependency(null)],
  ['a dependency of type soft', dependency({ VersionRequirement: '^1.0.0', DependencyType: 'soft' })],
  ['a dependency of type null', dependency({ VersionRequirement: '^1.0.0', DependencyType: null })],
  [
    'any name of a dependency',
    recipe({ ComponentDependencies: { 'not a name': { VersionRequirement: '*' } } }),
  ],
  ...[
    '',
    '*',
    'latest',
    '1.x',
    '1.0.*',
    '^1',
    '~1.2',
    '~>1.0',
    '==1.0.0',
    'v1.0.0',
    '1.0.0 - 2.0.0',
    '^1 || ^2',
    '>= 1.0',
  ].map((text): [string, string] => [`the requirement ${JSON.stringify(text)}`, requirement(text)]),
  ['platform values that are scalars', recipe({ Manifests: [{ Platform: { os: true, x: 1 } }] })],
  ['a platform with a broken expression', recipe({ Manifests: [{ Platform: { os: '/[/' } }] })],
  ['a lifecycle null', recipe({ Manifests: [{ Lifecycle: null }] })],
  ['steps of any kind', recipe({ Manifests: [{ Lifecycle: { Run: null, Install: 5, Startup: [] } }] })],
  [
    'a Timeout that is text',
    recipe({ Manifests: [{ Lifecycle: { Run: { Script: 'x', Timeout: 'abc' } } }] }),
  ],
  [
    'RequiresPrivilege maybe',
    recipe({ Manifests: [{ Lifecycle: { Run: { Script: 'x', RequiresPrivilege: 'maybe' } } }] }),
  ],
  [
    'a Skipif that makes no sense',
    recipe({ Manifests: [{ Lifecycle: { Run: { Script: 'x', Skipif: 'run onpath x' } } }] }),
  ],
  ['selections', recipe({ Lifecycle: { key: { Run: 'x' } }, Manifests: [{ Selections: ['key'] }] })],
  ['artifacts null', recipe({ Manifests: [{ Artifacts: null }] })],
  ...[
    'requirements.txt',
    '',
    's3//typo',
    'docker:nginx:1.25',
    'S3://bucket/key',
    'greengrass:lambda.zip',
  ].map((uri): [string, string] => [`the URI ${JSON.stringify(uri)}`, artifact({ Uri: uri })]),
  ['unarchive in any case', artifact({ Unarchive: 'zip' })],
  ['unarchive null', artifact({ Unarchive: null })],
  ['permissions in any case', artifact({ Permission: { Read: 'all', Execute: 'Owner' } })],
  ['a digest', artifact({ Digest: 'x', Algorithm: 'y' })],
  [
    'a default configuration that is a list',
    recipe({ ComponentConfiguration: { DefaultConfiguration: [1] } }),
  ],
  [
    'a default configuration that is null',
    recipe({ ComponentConfiguration: { DefaultConfiguration: null } }),
  ],
  ['text after the document', `${recipe({})} and more`],
  [
    'an unquoted date',
    'RecipeFormatVersion: 2020-01-25\nComponentName: a\nComponentVersion: 1.0.0\nManifests: []',
  ],
  [
    'a byte order mark in YAML',
    '\uFEFFRecipeFormatVersion: 2020-01-25\nComponentName: a\nComponentVersion: 1.0.0',
  ],
]

const refused: [string, string, string][] = [
  ['an unknown key at the top', recipe({ Artifacts: [] }), 'unknown-key'],
  ['a key in snake case', JSON.stringify({ ...minimal, component_name: 'x' }), 'unknown-key'],
  ['no format version', recipe({ RecipeFormatVersion: undefined }), 'required-key'],
  ['no name', recipe({ ComponentName: undefined }), 'required-key'],
  ['no version', recipe({ ComponentVersion: undefined }), 'required-key'],
  ['another format version', recipe({ RecipeFormatVersion: '2020-05-25' }), 'format-version'],
  ['a name with a blank', recipe({ ComponentName: 'foo bar' }), 'component-name'],
  ['an empty name', recipe({ ComponentName: '' }), 'component-name'],
  ['a name of 129 characters', recipe({ ComponentName: 'x'.repeat(129) }), 'component-name'],
  ...['1', '1.0', 'v1.0.0', '1.0.x', '1.0.0+', '1000000.0.0', `1.0.0-${'x'.repeat(60)}`].map(
    (version): [string, string, string] => [
      `the version ${version}`,
      recipe({ ComponentVersion: version }),
      'component-version',
    ],
  ),
  ...['01.0.0', '1.0.0.0', '1.0.0-', '1.0.0-a_b', '1.0.0-alpha..1', ' 1.0.0 '].map(
    (version): [string, string, string] => [
      `the sloppy version ${JSON.stringify(version)}`,
      recipe({ ComponentVersion: version }),
      'loose-version',
    ],
  ),
  [
    'a version that is a number',
    'RecipeFormatVersion: 2020-01-25\nComponentName: a\nComponentVersion: 1.0',
    'component-version',
  ],
  ['the type generic', recipe({ ComponentType: 'generic' }), 'unknown-choice'],
  ['a dependency that is text', dependency('^1.0.0'), 'wrong-type'],
  ['a dependency without a requirement', dependency({}), 'required-requirement'],
  [
    'an empty type of dependency',
    dependency({ VersionRequirement: '*', DependencyType: '' }),
    'unknown-choice',
  ],
  ...['abc', '>=', '>=1.0.0,<2.0.0', '[1,2)', '!1.0.0'].map((text): [string, string, string] => [
    `the requirement ${text}`,
    requirement(text),
    'version-requirement',
  ]),
  ['a platform value that is a list', recipe({ Manifests: [{ Platform: { os: ['linux'] } }] }), 'wrong-type'],
  ['a lifecycle that is text', recipe({ Manifests: [{ Lifecycle: 'echo' }] }), 'wrong-type'],
  ['a lifecycle that is a list', recipe({ Manifests: [{ Lifecycle: [] }] }), 'wrong-type'],
  ['a global lifecycle that is a list', recipe({ Lifecycle: [] }), 'wrong-type'],
  ['a manifest that is null', recipe({ Manifests: [null] }), 'wrong-type'],
  ['an artifact that is null', recipe({ Manifests: [{ Artifacts: [null] }] }), 'wrong-type'],
  ['selections that are text', recipe({ Manifests: [{ Selections: 'all' }] }), 'wrong-type'],
  ['an artifact without a URI', artifact({ Uri: undefined }), 'required-uri'],
  ...['s3://bucket/a key', 's3://{bucket}/key', 's3://<bucket>/key', 's3://bucket/a[1]'].map(
    (uri): [string, string, string] => [`the URI ${uri}`, artifact({ Uri: uri }), 'artifact-uri'],
  ),
  ['unarchive TAR', artifact({ Unarchive: 'TAR' }), 'unknown-choice'],
  ['a permission that is null', artifact({ Permission: null }), 'wrong-type'],
  ['a permission that is unknown', artifact({ Permission: { Read: 'EVERYONE' } }), 'unknown-choice'],
  ['nothing', '', 'syntax'],
  ['a list', '[]', 'syntax'],
  ['comments in JSON', recipe({}).replace('{', '{ // why\n'), 'syntax'],
  ['a byte order mark in JSON', `\uFEFF${recipe({})}`, 'syntax'],
  ['tabs in YAML', 'RecipeFormatVersion: 2020-01-25\nManifests:\n\t- Name: x', 'syntax'],
  [
    'a placeholder without quotes',
    'RecipeFormatVersion: 2020-01-25\nComponentName: {NAME}\nComponentVersion: 1.0.0',
    'wrong-type',
  ],
]

describe('the service takes', () => {
  test.each(accepted)('%s', async (_, text) => {
    expect(await serviceRejects(text)).toEqual([])
    const { problems } = await parseRecipe(text)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('the service refuses', () => {
  test.each(refused)('%s', async (_, text, rule) => {
    expect((await serviceRejects(text)).map(problem => problem.rule)).toContain(rule)
    expect((await parseRecipe(text)).problems.map(problem => problem.rule)).toContain(rule)
  })
})

describe('the size', () => {
  const sized = (bytes: number) => {
    const empty = recipe({ ComponentDescription: '' })
    return recipe({ ComponentDescription: 'x'.repeat(bytes - empty.length) })
  }

  test('is 16 KB at most', async () => {
    expect(await serviceRejects(sized(16_384))).toEqual([])
    expect((await serviceRejects(sized(16_385))).map(({ rule }) => rule)).toEqual(['too-large'])
    const warned = (await parseRecipe(sized(16_001))).problems.map(({ rule }) => rule)
    expect(warned).toEqual(['nearly-too-large'])
    expect((await parseRecipe(sized(16_000))).problems).toEqual([])
  })

  test('counts bytes, not characters', async () => {
    const text = sized(16_000).replace(/x{500}/, 'ä'.repeat(500))
    expect(text.length).toBe(16_000)
    expect((await serviceRejects(text)).map(({ rule }) => rule)).toEqual(['too-large'])
  })
})

test('a recipe is read with its defaults', async () => {
  const text = `
recipeformatversion: '2020-01-25'
ComponentName: com.example.Reader
ComponentVersion: 1.2.0
ComponentConfiguration:
  DefaultConfiguration: { port: 8080 }
ComponentDependencies:
  com.example.Base: { VersionRequirement: ^1.0.0 }
Manifests:
  - Platform: { os: linux }
    Artifacts:
      - URI: s3://bucket/reader.zip
        Unarchive: zip
`
  const { format, recipe: read } = await parseRecipe(text)
  expect(format).toBe('YAML')
  expect(read).toEqual({
    name: 'com.example.Reader',
    version: '1.2.0',
    description: '',
    publisher: '',
    type: 'aws.greengrass.generic',
    source: '',
    defaultConfiguration: { port: 8080 },
    dependencies: [{ name: 'com.example.Base', requirement: '^1.0.0', type: 'HARD' }],
    manifests: [
      {
        name: '',
        platform: { os: 'linux' },
        lifecycle: {},
        selections: [],
        artifacts: [
          { uri: 's3://bucket/reader.zip', unarchive: 'ZIP', permission: { read: 'OWNER', execute: 'NONE' } },
        ],
      },
    ],
    lifecycle: {},
  })
})

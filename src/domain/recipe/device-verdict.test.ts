import { describe, expect, test } from 'vitest'
import { checkRecipe, deviceRules } from './check-recipe.ts'
import { parseRecipe } from './parse-recipe.ts'
import { readRecipe } from './read-recipe.ts'

const minimal = {
  RecipeFormatVersion: '2020-01-25',
  ComponentName: 'com.example.Hello',
  ComponentVersion: '1.0.0',
  Manifests: [{ Lifecycle: { Run: 'echo hello' } }],
}
const top = (over: Record<string, unknown>) => JSON.stringify({ ...minimal, ...over })
const manifest = (over: Record<string, unknown>) => top({ Manifests: [{ Lifecycle: { Run: 'x' }, ...over }] })
const step = (body: unknown) => manifest({ Lifecycle: { Run: body } })
const artifact = (over: Record<string, unknown>) => manifest({ Artifacts: [{ Uri: 's3://b/k', ...over }] })
const permission = (value: unknown) => artifact({ Permission: value })
const dependency = (value: unknown) => top({ ComponentDependencies: { B: value } })
const requirement = (text: unknown) => dependency({ VersionRequirement: text })
const version = (text: unknown) => top({ ComponentVersion: text })
const format = (text: unknown) => top({ RecipeFormatVersion: text })
const name = (text: unknown) => top({ ComponentName: text })
const platform = (value: unknown) => manifest({ Platform: value })
const uri = (text: unknown) => artifact({ Uri: text })
const yaml = (body: string) =>
  `RecipeFormatVersion: '2020-01-25'\nComponentName: a\nComponentVersion: 1.0.0\n${body}\n`
const renamed = (from: string, to: string) => top({}).replace(`"${from}"`, `"${to}"`)

// What the reader that devices use makes of each kind of recipe: accepted, refused.
const table: [topic: string, accepted: string[], refused: string[]][] = [
  [
    'keys of the format, in any case but not in snake case',
    [
      renamed('RecipeFormatVersion', 'recipeformatversion'),
      artifact({ Uri: undefined, URI: 's3://b/k' }),
      artifact({ Uri: undefined, uri: 's3://b/k' }),
      dependency({ versionrequirement: '^1', DEPENDENCYTYPE: 'HARD' }),
    ],
    [renamed('ComponentName', 'component_name')],
  ],
  [
    'keys of lifecycles, platforms and configurations are kept',
    [
      platform({ OS: 'linux' }),
      manifest({ Lifecycle: { rUN: 'x', whatever: 1 } }),
      top({ ComponentConfiguration: { DefaultConfiguration: { Any: { key: 1 } } } }),
    ],
    [],
  ],
  [
    'duplicate keys',
    [
      top({}).replace('{', '{"ComponentName":"a",'),
      top({}).replace('{', '{"componentname":"a",'),
      yaml('ComponentName: b'),
      artifact({ uri: 's3://b/other' }),
    ],
    [],
  ],
  ['unknown keys at the top are skipped', [top({ Artifacts: [] }), top({ X: 1 })], []],
  [
    'unknown keys further in are skipped',
    [
      manifest({ Parameters: {} }),
      artifact({ Md5: 'x' }),
      permission({ Write: 'ALL' }),
      dependency({ VersionRequirement: '*', X: 1 }),
      top({ ComponentConfiguration: { X: 1 } }),
    ],
    [],
  ],
  [
    'required',
    [top({ Manifests: undefined }), top({ Manifests: null }), top({ Manifests: [] })],
    [
      format(undefined),
      name(undefined),
      version(undefined),
      format(null),
      name(null),
      version(null),
      uri(undefined),
      dependency({}),
    ],
  ],
  [
    'RecipeFormatVersion',
    ['RecipeFormatVersion: 2020-01-25\nComponentName: a\nComponentVersion: 1.0.0', format(0)],
    [format('2020-05-25'), format('20-01-25'), format('')],
  ],
  [
    'ComponentName',
    [name('.a'), name('a_b-C.9'), name('aws.greengrass.X'), name('x'.repeat(128))],
    [name(''), name('a b'), name('a/b'), name('ä'), name('x'.repeat(129))],
  ],
  [
    'ComponentVersion',
    [
      '1.0.0-alpha',
      '1.0.0+b',
      '999999.0.0',
      '01.0.0',
      '1.0.0.0',
      '1.0.0-',
      '1.0.0-a_b',
      '1.0.0-alpha..1',
      ' 1.0.0 ',
    ].map(version),
    [
      ...['1', '1.0', 'v1.0.0', '1.0.x', '1.0.0+', '1000000.0.0', `1.0.0-${'a'.repeat(59)}`].map(version),
      version(1),
    ],
  ],
  [
    'ComponentType',
    [
      top({ ComponentType: 'AWS.Greengrass.Generic' }),
      top({ ComponentType: 'aws.greengrass.plugin' }),
      top({ ComponentType: null }),
    ],
    [top({ ComponentType: 'generic' }), top({ ComponentType: '' })],
  ],
  ['ComponentSource', [top({ ComponentSource: 'any' }), top({ ComponentSource: '' })], []],
  [
    'Description and Publisher',
    [
      top({ ComponentDescription: 5 }),
      top({ ComponentPublisher: true }),
      top({ ComponentDescription: 'x'.repeat(3000) }),
    ],
    [top({ ComponentDescription: [] }), top({ ComponentPublisher: {} })],
  ],
  [
    'Dependencies',
    [
      dependency(null),
      dependency({ VersionRequirement: '^1', DependencyType: 'soft' }),
      dependency({ VersionRequirement: '^1', DependencyType: null }),
      top({ ComponentDependencies: { 'no name': { VersionRequirement: '*' } } }),
      top({ ComponentDependencies: null }),
    ],
    [
      dependency('^1.0.0'),
      dependency({ VersionRequirement: '^1', DependencyType: '' }),
      dependency({ VersionRequirement: '^1', DependencyType: 'WEAK' }),
      top({ ComponentDependencies: [] }),
    ],
  ],
  [
    'VersionRequirement',
    [
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
      '^1.0.0 || ^2.0.0',
      '>= 1.0',
    ].map(requirement),
    ['abc', '>=', '>=1.0.0, <2.0.0', '[1,2)', '!1.0.0'].map(requirement),
  ],
  [
    'Platform',
    [
      platform({ os: true }),
      platform({ os: 5 }),
      platform({ os: '/[/' }),
      platform({ any: 'x' }),
      platform({}),
      platform(null),
    ],
    [platform({ os: ['linux'] }), platform({ os: {} }), platform('linux'), platform(['linux'])],
  ],
  [
    'Lifecycle of a manifest',
    [manifest({ Lifecycle: {} }), manifest({ Lifecycle: null })],
    [manifest({ Lifecycle: 'x' }), manifest({ Lifecycle: ['x'] })],
  ],
  ['the value of a step', [step('x'), step({ Script: 'x' }), step(null), step(5), step(['x']), step({})], []],
  ['Timeout', [5, '5', -1, 'abc', 5.5].map(Timeout => step({ Script: 'x', Timeout })), []],
  [
    'RequiresPrivilege',
    [true, 'true', 'maybe'].map(RequiresPrivilege => step({ Script: 'x', RequiresPrivilege })),
    [],
  ],
  ['Skipif', ['onpath x', '!exists /x', 'run onpath x', ''].map(Skipif => step({ Script: 'x', Skipif })), []],
  [
    'Setenv',
    [manifest({ Lifecycle: { Setenv: { A: 1, B: { c: 1 } } } }), manifest({ Lifecycle: { Setenv: 'x' } })],
    [],
  ],
  [
    'new and other steps',
    [
      manifest({
        Lifecycle: { Uninstall: 'x', Other: 'y', Bootstrap: { Script: 'x', BootstrapOnRollback: true } },
      }),
    ],
    [],
  ],
  [
    'Selections',
    [manifest({ Selections: ['all'] }), manifest({ Selections: [] }), manifest({ Selections: null })],
    [manifest({ Selections: 'all' })],
  ],
  [
    'global Lifecycle',
    [top({ Lifecycle: { all: { Run: 'x' } } }), top({ Lifecycle: null })],
    [top({ Lifecycle: [] }), top({ Lifecycle: 'x' })],
  ],
  [
    'Artifacts',
    [manifest({ Artifacts: null }), manifest({ Artifacts: [] })],
    [manifest({ Artifacts: [null] }), manifest({ Artifacts: {} }), manifest({ Artifacts: ['s3://b/k'] })],
  ],
  [
    'Uri',
    [
      'requirements.txt',
      '',
      's3//typo',
      'S3://b/k',
      'docker:nginx:1.27',
      'greengrass:x.zip',
      'https://example.com/x',
      'classpath:/x',
    ].map(uri),
    ['s3://b/a b', 's3://{b}/k', 's3://<b>/k', 's3://b/k[1]'].map(uri),
  ],
  [
    'Unarchive',
    ['zip', 'ZIP', 'none', null].map(Unarchive => artifact({ Unarchive })),
    [artifact({ Unarchive: 'TAR' }), artifact({ Unarchive: '' })],
  ],
  [
    'Permission',
    [permission({}), permission({ Read: 'all' }), permission({ Read: 'OWNER', Execute: 'None' })],
    [permission(null), permission('ALL'), permission({ Read: 'EVERYONE' })],
  ],
  ['Digest and Algorithm', [artifact({ Digest: 'any', Algorithm: 'any' })], [artifact({ Digest: [] })]],
  [
    'DefaultConfiguration',
    [[1], 'x', null, 5, { a: 1 }].map(value =>
      top({ ComponentConfiguration: { DefaultConfiguration: value } }),
    ),
    [top({ ComponentConfiguration: 'x' })],
  ],
  ['size', [top({ ComponentDescription: 'x'.repeat(20_000) })], []],
  ['null elements', [], [top({ Manifests: [null] }), top({ Manifests: ['x'] })]],
  ['only the first YAML document counts', [yaml('---\nnot: read')], []],
  ['text after a JSON document', [`${top({})} more`], []],
  ['byte order mark', [`\uFEFF${yaml('')}`], [`\uFEFF${top({})}`]],
  ['comments', [yaml('# why')], [top({}).replace('{', '{ // why\n'), top({}).replace('{', '{ /* why */')]],
  [
    'tabs, and keys that are no text',
    [],
    [yaml('Manifests:\n\t- Name: x'), yaml('Lifecycle: { {a: 1}: x }')],
  ],
  ['tags', [yaml('ComponentDescription: !Sub x')], []],
  [
    'numbers that no recipe holds',
    [yaml('ComponentDescription: 0x1F')],
    [yaml('Lifecycle: { Setenv: { A: .inf } }'), yaml('Lifecycle: { Setenv: { A: .nan } }')],
  ],
  ['an alias where a manifest is meant', [], [yaml('Manifests:\n  - &m { Lifecycle: { Run: x } }\n  - *m')]],
]

describe('the verdict of the device and ours agree', () => {
  test.each(table)('%s', async (_, accepted, refused) => {
    const verdict = async (text: string) =>
      checkRecipe(await readRecipe(text), deviceRules).filter(({ severity }) => severity === 'error')
    for (const text of accepted) expect(await verdict(text), text).toEqual([])
    for (const text of refused) expect(await verdict(text), text).not.toEqual([])
  })

  test.each(table)('%s: whatever the device refuses is an error to the author', async (_, __, refused) => {
    for (const text of refused) {
      const { problems } = await parseRecipe(text)
      expect(
        problems.some(({ severity }) => severity === 'error'),
        text,
      ).toBe(true)
    }
  })
})

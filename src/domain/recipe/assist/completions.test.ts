import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRecipe } from '../parse-recipe.ts'
import { readRecipe } from '../read-recipe.ts'
import type { Recipe } from '../recipe.ts'
import { snippetRecipe } from './complete-snippets.ts'
import type { Completion, CompletionContext } from './completion.ts'
import { completionsAt } from './completions.ts'
import { hoverAt } from './hover.ts'
import { recipeSnippets } from './recipe-snippets.ts'

const recipe = {
  name: 'com.example.Own',
  defaultConfiguration: { port: 80, mqtt: { topic: 'a' } },
  dependencies: [{ name: 'com.example.Base', requirement: '^1.0.0', type: 'HARD' }],
  manifests: [],
  lifecycle: {},
} as unknown as Recipe
const context: CompletionContext = {
  recipe,
  components: [
    { name: 'com.example.Own', versions: ['1.2.3'] },
    { name: 'com.example.Base', versions: ['2.1.0', '1.0.0'] },
  ],
}

/** Completions at the bar of a text. */
function at(marked: string): Completion[] {
  const offset = marked.indexOf('¦')
  const text = marked.replace('¦', '')
  return completionsAt(text, /^\s*[{[]/.test(text) ? 'JSON' : 'YAML', offset, context)
}
const labels = (marked: string) => at(marked).map(({ label }) => label)

/** The text once a completion is taken and nothing is filled in. */
function take(marked: string, label: string): string {
  const completion = at(marked).find(one => one.label === label)
  expect(completion, `${label} among ${labels(marked).join(', ')}`).toBeDefined()
  const { insertText, span, snippet } = completion!
  const text = marked.replace('¦', '')
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1)
  const indent = /^[ ]*/.exec(line)![0]
  const plain = snippet
    ? insertText
        .replace(/\$\{\d+\|([^,]*)[^}]*\|\}/g, '$1')
        .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
        .replace(/\$\{?\d+\}?/g, '')
        .replace(/\\([\\$}])/g, '$1')
        .replaceAll('\n', `\n${indent}`)
    : insertText
  return text.slice(0, span.start) + plain + text.slice(span.end)
}

const json = (body: string) => `{\n  "ComponentName": "com.example.Own",\n  ${body}\n}`

// Text with the cursor, and what must be among the completions there.
const offered: [string, string, string[], string[]][] = [
  [
    'top level',
    'ComponentName: a\n¦',
    ['ComponentVersion', 'Manifests', 'Lifecycle'],
    ['ComponentName', 'Uri'],
  ],
  ['half a key', 'ComponentName: a\nComp¦', ['ComponentVersion'], ['ComponentName']],
  ['keys before others', 'Comp¦\nComponentName: a', ['ComponentVersion'], ['ComponentName']],
  [
    'a manifest',
    'Manifests:\n  - ¦',
    ['Platform', 'Lifecycle', 'Artifacts', 'Docker container'],
    ['ComponentName'],
  ],
  [
    'a manifest further on',
    'Manifests:\n  - Platform:\n      os: linux\n    ¦',
    ['Lifecycle'],
    ['Platform', 'os'],
  ],
  ['a next manifest', 'Manifests:\n  - Platform:\n      os: linux\n  ¦', ['Shell script'], []],
  ['an unindented list', 'Manifests:\n- Platform:\n    os: linux\n  ¦', ['Lifecycle'], ['Platform']],
  ['attributes', 'Manifests:\n  - Platform:\n      os: linux\n      ¦', ['architecture', 'runtime'], ['os']],
  ['values', 'Manifests:\n  - Platform:\n      os: ¦', ['linux', 'windows'], []],
  ['half a value', 'Manifests:\n  - Platform:\n      architecture: aa¦', ['aarch64'], []],
  ['flow style', 'Manifests:\n  - Platform: { os: linux, ¦ }', ['runtime'], ['os']],
  ['flow values', 'Manifests:\n  - Platform: { os: ¦ }', ['linux'], []],
  ['steps', 'Manifests:\n  - Lifecycle:\n      ¦', ['run', 'install', 'Setenv', 'all'], []],
  ['steps beside steps', 'Manifests:\n  - Lifecycle:\n      Run: x\n      ¦', ['install'], ['run', 'all']],
  [
    'fields of a step',
    'Lifecycle:\n  all:\n    run:\n      Timeout: 5\n      ¦',
    ['Script', 'Skipif'],
    ['Timeout'],
  ],
  ['a flag', 'Lifecycle:\n  run:\n    RequiresPrivilege: ¦', ['true', 'false'], []],
  ['dependencies', 'ComponentDependencies:\n  ¦', ['com.example.Base'], ['com.example.Own']],
  [
    'versions',
    'ComponentDependencies:\n  com.example.Base:\n    VersionRequirement: ¦',
    ['^2.1.0', '~2.1.0'],
    [],
  ],
  ['own version', 'ComponentVersion: ¦', ['1.2.4', '1.3.0', '2.0.0'], []],
  [
    'variables in a block',
    'Lifecycle:\n  run:\n    Script: |\n      echo {¦',
    ['{artifacts:path}', '{configuration:/mqtt/topic}', '{com.example.Base:artifacts:path}'],
    [],
  ],
  ['variables in a line', 'Lifecycle:\n  run: echo {conf¦}', ['{configuration:/port}'], []],
  ['selections', 'Manifests:\n  - Selections:\n      - ¦', ['all', 'linux'], []],
  [
    'access control',
    'ComponentConfiguration:\n  DefaultConfiguration:\n    accessControl:\n      ¦',
    ['aws.greengrass.ipc.pubsub'],
    [],
  ],
  [
    'operations',
    'ComponentConfiguration:\n  DefaultConfiguration:\n    accessControl:\n      aws.greengrass.ipc.mqttproxy:\n        p:\n          operations:\n            - ¦',
    ['aws.greengrass#PublishToIoTCore'],
    [],
  ],
  ['JSON keys', json('¦'), ['ComponentVersion'], ['ComponentName']],
  ['JSON keys in quotes', json('"Comp¦"'), ['ComponentVersion'], ['ComponentName']],
  ['JSON keys, never closed', json('"Comp¦'), ['ComponentVersion'], ['ComponentName']],
  ['JSON manifests', json('"Manifests": [ ¦ ]'), ['Docker container'], []],
  ['JSON manifest', json('"Manifests": [ { ¦ } ]'), ['Platform'], []],
  ['JSON values', json('"Manifests": [ { "Platform": { "os": "¦" } } ]'), ['linux'], []],
  ['JSON values without quotes', json('"Manifests": [ { "Platform": { "os": ¦ } } ]'), ['linux'], []],
  ['JSON variables', json('"Lifecycle": { "run": "echo {¦" }'), ['{work:path}'], []],
  [
    'JSON enums',
    json('"Manifests": [{ "Artifacts": [{ "Uri": "s3://a/b", "Unarchive": "¦" }] }]'),
    ['ZIP', 'NONE'],
    [],
  ],
]

describe('completions', () => {
  test.each(offered)('%s', (_, marked, wanted, unwanted) => {
    const found = labels(marked)
    expect(found).toEqual(expect.arrayContaining(wanted))
    for (const label of unwanted) expect(found).not.toContain(label)
  })

  test.each([
    ['the inside of a comment', '# Comp¦'],
    ['a configuration of one’s own', 'ComponentConfiguration:\n  DefaultConfiguration:\n    port: ¦'],
    ['a shell variable', `Lifecycle:\n  run: echo \${¦`],
    ['a description', 'ComponentDescription: The ¦'],
  ])('nothing for %s', (_, marked) => {
    expect(labels(marked)).toEqual([])
  })

  test('are written in the style of their surroundings', () => {
    expect(take('ComponentName: a\n¦', 'RecipeFormatVersion')).toBe(
      "ComponentName: a\nRecipeFormatVersion: '2020-01-25'",
    )
    expect(take('Manifests:\n  - Platform:\n      os: ¦', '*')).toContain("os: '*'")
    expect(take('Manifests:\n  - Platform: { os: ¦ }', 'linux')).toContain('{ os: linux }')
    expect(take('Lifecycle:\n  run: echo {conf¦}', '{configuration:/port}')).toBe(
      'Lifecycle:\n  run: echo {configuration:/port}',
    )
    expect(JSON.parse(take('{ "Manifests": [ { "Platform": { "os": ¦ } } ] }', 'linux'))).toEqual({
      Manifests: [{ Platform: { os: 'linux' } }],
    })
    expect(JSON.parse(take('{ "a": 1 ¦ }', 'ComponentVersion'))).toEqual({ a: 1, ComponentVersion: '1.0.0' })
    expect(JSON.parse(take('{ "Comp¦" }', 'ComponentVersion'))).toEqual({ ComponentVersion: '1.0.0' })
    expect(JSON.parse(take('{ "Comp¦\n}', 'ComponentVersion'))).toEqual({ ComponentVersion: '1.0.0' })
    expect(JSON.parse(take('{ ¦ "a": 1 }', 'ComponentVersion'))).toEqual({ a: 1, ComponentVersion: '1.0.0' })
    expect(take('Comp¦: x', 'ComponentName')).toBe('ComponentName: x')
    expect(JSON.parse(take('{ "ComponentDependencies": { ¦ } }', 'com.example.Base'))).toEqual({
      ComponentDependencies: { 'com.example.Base': { VersionRequirement: '^2.1.0', DependencyType: 'HARD' } },
    })
  })

  test.each(['JSON', 'YAML'] as const)('a whole recipe can be begun with, in %s', async format => {
    const titles = completionsAt('', format, 0).map(({ label }) => label)
    expect(titles).toEqual(recipeSnippets.map(({ title }) => title))
    for (const snippet of recipeSnippets) {
      const text = snippetRecipe(snippet, format)
      const { problems } = await parseRecipe(text, format)
      expect(problems.map(({ rule, message }) => `${snippet.id} ${rule}: ${message}`)).toEqual([])
    }
  })

  test('a snippet taken is the same recipe in both formats', async () => {
    for (const snippet of recipeSnippets) {
      const yaml = await readRecipe(take('¦', snippet.title), 'YAML')
      const other = completionsAt('', 'JSON', 0).find(({ label }) => label === snippet.title)!
      const body = other.insertText.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1')
      const filled = body.replace(/\$\{(\d+)\}/g, '')
      expect(yaml.recipe?.manifests.length).toBe(1)
      expect(Object.keys(JSON.parse(filled))).toEqual(
        Object.keys((JSON.parse(snippetRecipe(snippet, 'JSON')) as object) ?? {}),
      )
    }
  })
})

test('whatever is typed, asking breaks nothing and stays within the text', async () => {
  const texts = await Promise.all(
    recipeSnippets.flatMap(one => [snippetRecipe(one, 'YAML'), snippetRecipe(one, 'JSON')]),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat(),
      fc.constantFrom('', '{', '"', "'", '- ', ':', ': ', '|', '\n', ',', '[', '}', '#', '\t', '💥'),
      (text, cut, length, noise) => {
        const from = cut % (text.length + 1)
        const broken = text.slice(0, from) + noise + text.slice(from + (length % 60))
        const cursor = Math.min(broken.length, from + noise.length)
        for (const format of ['JSON', 'YAML'] as const) {
          for (const { span } of completionsAt(broken, format, cursor, context)) {
            expect(span.start).toBeGreaterThanOrEqual(0)
            expect(span.end).toBeGreaterThanOrEqual(span.start)
            expect(span.end).toBeLessThanOrEqual(broken.length)
          }
          const hover = hoverAt(broken, format, cursor, context)
          if (hover) expect(hover.span.end).toBeLessThanOrEqual(broken.length)
        }
      },
    ),
    { numRuns: 400 },
  )
})

const hovers: [string, string, RegExp][] = [
  ['a key', 'Manifests:\n  - Plat¦form: {}', /^\*\*Platform\*\*.*device must have/s],
  ['a key in any case', 'componentn¦ame: x', /unique in account/],
  ['a step', 'Lifecycle:\n  Ru¦n: x', /main process/],
  ['a field', 'Lifecycle:\n  all:\n    Run:\n      Script¦: x', /sh on Linux/],
  ['a value', 'Manifests:\n  - Platform:\n      architecture: aar¦ch64', /arm64/],
  ['a variable', 'Lifecycle:\n  run: echo {configuration:/po¦rt}', /Default: `80`/],
  ['a variable in a block', 'Lifecycle:\n  run: |\n    echo {work:pa¦th}', /Working folder/],
  ['a component', 'ComponentDependencies:\n  com.exam¦ple.Base: {}', /Versions: 2\.1\.0/],
  ['JSON', '{ "Manif¦ests": [] }', /platform/],
]

test.each(hovers)('hover explains %s', (_, marked, wanted) => {
  const text = marked.replace('¦', '')
  const hover = hoverAt(text, text.startsWith('{') ? 'JSON' : 'YAML', marked.indexOf('¦'), context)
  expect(hover?.text).toMatch(wanted)
})

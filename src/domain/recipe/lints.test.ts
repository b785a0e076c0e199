import { describe, expect, test } from 'vitest'
import { parseRecipe } from './parse-recipe.ts'
import type { Problem, TextEdit } from './problem.ts'
import { listedRules } from './rules/all-rules.ts'

const head = `RecipeFormatVersion: '2020-01-25'
ComponentName: com.example.Hello
ComponentVersion: 1.0.0
`
const manifest = (body: string) => `${head}Manifests:\n  - ${body.trim().replaceAll('\n', '\n    ')}\n`
const lifecycle = (body: string) => manifest(`Lifecycle:\n  ${body.trim().replaceAll('\n', '\n  ')}`)

const config = (value: string) =>
  `${head}ComponentConfiguration:\n  DefaultConfiguration: ${value}\nManifests: []\n`
const lite = (body: string, runtime = "'*'") => manifest(`Platform: { runtime: ${runtime} }\n${body}`)

/** The text that a range covers, which must lie in one line. */
function marked(text: string, { range }: Problem): string {
  expect(range.endLine).toBe(range.startLine)
  return text.split('\n')[range.startLine - 1]!.slice(range.startColumn - 1, range.endColumn - 1)
}

function apply(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n')
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0) + column - 1
  const placed = edits
    .map(({ range, text: put }) => ({
      start: offset(range.startLine, range.startColumn),
      end: offset(range.endLine, range.endColumn),
      put,
    }))
    .sort((a, b) => b.start - a.start)
  return placed.reduce((done, { start, end, put }) => done.slice(0, start) + put + done.slice(end), text)
}

// Rule, recipe, what is marked, and what a fix turns it into.
const cases: [rule: string, text: string, mark: string, fixed?: string][] = [
  ['unquoted-version', head.replaceAll("'", ''), '2020-01-25', "RecipeFormatVersion: '2020-01-25'"],
  ['component-version', head.replace('1.0.0', '1.0'), '1.0', "ComponentVersion: '1.0.0'"],
  [
    'format-version',
    head.replace('2020-01-25', '2020-05-25'),
    "'2020-05-25'",
    "RecipeFormatVersion: '2020-01-25'",
  ],
  ['unknown-key', `${head}ComponentPublsher: me`, 'ComponentPublsher', 'ComponentPublisher: me'],
  ['unknown-key', `${head}Artifacts: []`, 'Artifacts'],
  [
    'unknown-nested-key',
    manifest('runtime: aws_nucleus_lite\nLifecycle: { Run: x }'),
    'runtime',
    "Platform: { runtime: 'aws_nucleus_lite' }",
  ],
  [
    'unknown-nested-key',
    manifest('Platform: { os: linux }\nruntime: aws_nucleus_lite\nLifecycle: { Run: x }'),
    'runtime',
    'Platform: { runtime: aws_nucleus_lite, os: linux }',
  ],
  ['required-key', head.replace(/ComponentV.*\n/, ''), 'R', "ComponentVersion: '1.0.0'"],
  [
    'required-key',
    head.replace('com.example.Hello', ''),
    'ComponentName',
    "ComponentName:  'com.example.Component'",
  ],
  [
    'required-requirement',
    `${head}ComponentDependencies:\n  com.example.B: { DependencyType: HARD }`,
    'com.example.B',
    "{ VersionRequirement: '>=0.0.0', DependencyType: HARD }",
  ],
  ['component-source', `${head}ComponentSource: me`, 'me'],
  ['key-case', `${head}componentPublisher: me`, 'componentPublisher', 'ComponentPublisher: me'],
  ['key-twice', `${head}componentname: other`, 'componentname'],
  ['duplicate-key', `${head}ComponentName: other`, 'ComponentName'],
  ['loose-version', head.replace('1.0.0', '1.0.0.0'), '1.0.0.0', "ComponentVersion: '1.0.0'"],
  ['loose-version', head.replace('1.0.0', '01.0.0-a_b'), '01.0.0-a_b', "ComponentVersion: '1.0.0-a-b'"],
  ['reserved-name', head.replace('com.example', 'aws.greengrass'), 'aws.greengrass.Hello'],
  [
    'wrong-type',
    `${head}ComponentDependencies:\n  com.example.B: ^1.0.0`,
    '^1.0.0',
    'VersionRequirement: "^1.0.0"',
  ],
  [
    'self-dependency',
    `${head}ComponentDependencies:\n  com.example.Hello: { VersionRequirement: ^1.0.0 }`,
    'com.example.Hello',
    'ComponentDependencies:\n  {}',
  ],
  [
    'version-requirement',
    `${head}ComponentDependencies:\n  com.example.B: { VersionRequirement: '>=1,<2' }`,
    "'>=1,<2'",
  ],
  ['any-version', `${head}ComponentDependencies:\n  com.example.B: { VersionRequirement: latest }`, 'latest'],
  ['dependency-name', `${head}ComponentDependencies:\n  no name: { VersionRequirement: ^1 }`, 'no name'],
  ['platform-value', manifest('Platform: { architecture: arm64 }'), 'arm64', 'architecture: aarch64'],
  ['platform-value', manifest('Platform: { architecture: x86_64 }'), 'x86_64', 'architecture: amd64'],
  ['platform-value', manifest('Platform: { os: Linux }'), 'Linux', 'os: linux'],
  ['platform-value', manifest('Platform: { os: "!windows" }'), '"!windows"'],
  ['platform-value', manifest('Platform: { os: vxworks }'), 'vxworks'],
  ['platform-attribute', manifest('Platform: { OS: linux }'), 'OS', '{ os: linux }'],
  ['platform-expression', manifest('Platform: { os: /lin(ux/ }'), '/lin(ux/'],
  ['no-manifest', `${head}Manifests: []`, 'Manifests'],
  [
    'unreachable-manifest',
    `${manifest('Lifecycle: { Run: x }')}  - Platform: { os: linux }\n    Lifecycle: { Run: y }`,
    'P',
  ],
  ['no-lifecycle', manifest('Platform: { os: linux }'), 'P'],
  ['unknown-step', lifecycle('Start: x'), 'Start', 'Startup: x'],
  ['unknown-step', lifecycle('Isntall: x'), 'Isntall', 'Install: x'],
  ['unknown-step', lifecycle('RequiresPrivilege: true\nRun: x'), 'RequiresPrivilege'],
  ['startup-and-run', lifecycle('Startup: x\nRun: y'), 'Run'],
  ['mixed-selection', lifecycle('all: { Run: x }\nInstall: y'), 'Install'],
  ['missing-script', lifecycle('Run: { Timeout: 5 }'), 'Run'],
  ['skipif', lifecycle('Install: { Script: x, Skipif: onpath }'), 'onpath'],
  ['skipif', lifecycle('Install: { Script: x, Skipif: run onpath git }'), 'run onpath git'],
  ['skipif-bootstrap', lifecycle('Bootstrap: { Script: x, Skipif: onpath git }'), 'Skipif'],
  ['timeout', lifecycle('Install: { Script: x, Timeout: -1 }'), '-1'],
  ['timeout', lifecycle('Install: { Script: x, Timeout: 2 min }'), '2 min', 'Timeout: 120'],
  ['setenv-value', lifecycle('Setenv: { A: [1] }\nRun: x'), 'A'],
  ['timeout', lifecycle('Install: { Script: x, Timeout: 5.5 }'), '5.5', 'Timeout: 5'],
  [
    'requires-privilege',
    lifecycle('Install: { Script: x, RequiresPrivilege: maybe }'),
    'maybe',
    'RequiresPrivilege: false',
  ],
  ['artifact-scheme', manifest('Artifacts: [{ Uri: s3//bucket/key }]'), 's3//bucket/key', 's3://bucket/key'],
  ['artifact-scheme', manifest('Artifacts: [{ Uri: main.py }]'), 'main.py'],
  ['artifact-scheme', manifest('Artifacts: [{ Uri: "https://example.com/x" }]'), '"https://example.com/x"'],
  ['artifact-scheme', manifest('Artifacts: [{ Uri: s3://bucket }]'), 's3://bucket'],
  ['artifact-name', manifest('Artifacts: [{ Uri: s3://b/1/x.py }, { Uri: s3://b/2/x.py }]'), 's3://b/2/x.py'],
  [
    'docker-manager',
    manifest('Artifacts: [{ Uri: "docker:nginx" }]'),
    '"docker:nginx"',
    "ComponentDependencies:\n  aws.greengrass.DockerApplicationManager: { VersionRequirement: '^2.0.0' }\nManifests:",
  ],
  ['written-by-service', manifest('Artifacts: [{ Uri: s3://b/x, Digest: abc }]'), 'Digest'],
  [
    'placeholder',
    manifest('Artifacts: [{ Uri: s3://BUCKET_NAME/COMPONENT_NAME/x.py }]'),
    's3://BUCKET_NAME/COMPONENT_NAME/x.py',
  ],
  ['recipe-variable', lifecycle("Run: echo '{configuration:/Nope}'"), '{configuration:/Nope}'],
  [
    'recipe-variable',
    `${lifecycle("Run: echo '{configuration:Nope}'")}ComponentConfiguration: { DefaultConfiguration: { Nope: 1 } }`,
    '{configuration:Nope}',
    '{configuration:/Nope}',
  ],
  ['recipe-variable', lifecycle('Run: run {artifact:path}/x'), '{artifact:path}', 'run {artifacts:path}/x'],
  [
    'recipe-variable',
    lifecycle('Run: run {artifacts:paths}/x'),
    '{artifacts:paths}',
    'run {artifacts:path}/x',
  ],
  [
    'recipe-variable',
    lifecycle('Run: run {com.example.Other:artifacts:path}/x'),
    '{com.example.Other:artifacts:path}',
    'ComponentDependencies:\n  com.example.Other:',
  ],
  [
    'recipe-variable',
    manifest('Lifecycle:\n  Run: run {artifacts:decompressedPath}/x\nArtifacts: [{ Uri: s3://b/x.zip }]'),
    '{artifacts:decompressedPath}',
  ],
  [
    'unpacked-folder',
    manifest(
      'Lifecycle:\n  Run: run {artifacts:decompressedPath}/app/x\nArtifacts: [{ Uri: s3://b/apps.zip, Unarchive: ZIP }]',
    ),
    'app',
    '{artifacts:decompressedPath}/apps/x',
  ],
  [
    'unreachable-manifest',
    `${manifest('Platform: { os: linux }\nLifecycle: { Run: x }')}  - Platform: { os: linux, architecture: arm }\n    Lifecycle: { Run: y }`,
    'P',
  ],
  [
    'no-matching-selection',
    `${head}Lifecycle: { mine: { Run: x } }\nManifests: [{ Selections: [mine] }, { Selections: [yours] }]`,
    'Selections',
  ],
  [
    'no-matching-selection',
    `${head}Lifecycle: { linux: { Run: x } }\nManifests: [{ Platform: { os: linux } }]`,
    '{',
  ],
  ['unused-selection', manifest('Selections: [mine]\nLifecycle: { Run: x }'), 'mine'],
  ['unused-lifecycle', `${manifest('Lifecycle: { Run: x }')}Lifecycle: { Run: y }`, 'Lifecycle'],
  [
    'policy-twice',
    config(
      '{ accessControl: { a: { p: { operations: [x], resources: [y] } }, b: { p: { operations: [x], resources: [y] } } } }',
    ),
    'p',
    'p:2: {',
  ],
  [
    'policy-parts',
    config('{ accessControl: { a: { p: { operation: [x], resources: [y] } } } }'),
    'operation',
    'operations: [x]',
  ],
  [
    'policy-parts',
    config('{ accessControl: { a: { p: { operations: [x], resources: [] } } } }'),
    'resources',
  ],
  ['access-control-case', config('{ AccessControl: {} }'), 'AccessControl', '{ accessControl: {} }'],
  ['lite-key-case', lite('Lifecycle: { Run: x }'), 'Run', 'run: x'],
  ['lite-key-case', lite('Lifecycle: { run: { script: x } }'), 'script', 'Script: x'],
  ['lite-key-case', lite('Lifecycle: { run: x }\nArtifacts: [{ URI: s3://b/x }]'), 'URI', 'Uri: s3'],
  ['lite-step', lite('Lifecycle: { run: x, Shutdown: y }'), 'Shutdown'],
  ['lite-skipif', lite('Lifecycle: { install: { Script: x, Skipif: onpath git } }'), 'Skipif'],
  [
    'lite-platform',
    manifest('Platform: { os: /linux|darwin/, runtime: "*" }\nLifecycle: { run: x }'),
    '/linux|darwin/',
  ],
  [
    'lite-platform',
    manifest('Platform: { os: windows, runtime: aws_nucleus_lite }\nLifecycle: { run: x }'),
    'windows',
  ],
  ['lite-size', lite(`Lifecycle: { run: ${'x'.repeat(8200)} }`), 'R'],
  ['lite-all', `${lite('Name: x')}Lifecycle: { run: x }`, 'Lifecycle'],
  [
    'lite-variable',
    lite("Lifecycle: { run: 'x {com.example.Other:artifacts:path}' }"),
    '{com.example.Other:artifacts:path}',
  ],
  [
    'lite-type',
    `${lite('Lifecycle: { run: x }', 'aws_nucleus_lite')}ComponentType: aws.greengrass.plugin`,
    'aws.greengrass.plugin',
  ],
  ['yaml-alias', lifecycle('Install: &l echo\nRun: *l'), '*l'],
  [
    'yaml-braces',
    lifecycle('Run: {artifacts:path}/run.sh # x'),
    '{artifacts:path}',
    "Run: '{artifacts:path}/run.sh' # x",
  ],
  [
    'yaml-braces',
    head.replace('com.example.Hello', '{COMPONENT_NAME}'),
    '{COMPONENT_NAME}',
    "'{COMPONENT_NAME}'",
  ],
  ['syntax', manifest('Platform:\n  os: *'), '*', "os: '*'"],
  ['yaml-anchor', lifecycle('Install: &l echo'), 'echo'],
  ['yaml-tag', lifecycle('Install: !Sub echo'), 'echo'],
  ['yaml-boolean', `${head}ComponentDescription: on`, 'on', "ComponentDescription: 'on'"],
  ['yaml-number', lifecycle('Setenv: { MODE: 017 }'), '017', "MODE: '017'"],
  ['second-document', `${head}---\nmore: 1`, '---'],
]

describe('each lint is found at its place', () => {
  test.each(cases)('%s %#', async (rule, text, mark, fixed) => {
    const { problems } = await parseRecipe(text, 'YAML')
    const problem = problems.find(candidate => candidate.rule === rule)
    expect(problem, JSON.stringify(problems)).toBeDefined()
    expect(marked(text, problem!)).toBe(mark)
    expect(problem!.fix === undefined).toBe(fixed === undefined)
    if (!fixed) return
    const mended = apply(text, problem!.fix!.edits)
    expect(mended).toContain(fixed)
    const before = problems.filter(candidate => candidate.rule === rule).length
    const after = (await parseRecipe(mended, 'YAML')).problems.filter(
      candidate => candidate.rule === rule,
    ).length
    expect(after).toBe(before - 1)
  })
})

// Things that look wrong and are not.
const innocent: [string, string][] = [
  [
    'variables that lead somewhere',
    `${head}ComponentConfiguration: { DefaultConfiguration: { a: { b: [1] } } }
ComponentDependencies: { com.example.Base: { VersionRequirement: ^1.0.0 } }
Manifests:
  - Lifecycle:
      Run: |
        run {configuration:/a/b/0} {artifacts:path} {work:path} {kernel:rootPath} {iot:thingName}
        run {com.example.Base:artifacts:path} {com.example.Base:configuration:/x} \${HOME:-/root} {print:1} {{x}}
`,
  ],
  [
    'conditions',
    lifecycle('Install: { Script: x, Skipif: onpath git }\nRun: { Script: y, Skipif: "!exists /tmp/x" }'),
  ],
  [
    'a timeout from the configuration',
    lifecycle('Install: { Script: x, Timeout: "{configuration:/t}" }').replace(
      'Manifests',
      'ComponentConfiguration: { DefaultConfiguration: { t: 5 } }\nManifests',
    ),
  ],
  [
    'selections',
    `${head}Lifecycle: { mine: { Run: x }, all: { Run: y } }\nManifests: [{ Selections: [mine] }, { Platform: { os: linux } }]`
      .replace('}, {', '}]')
      .replace(/]\s*Platform.*$/, ']'),
  ],
  [
    'the last manifest taking all',
    `${manifest('Platform: { os: linux }\nLifecycle: { Run: x }')}  - Lifecycle: { Run: y }`,
  ],
  ['legacy platforms', manifest('Platform: { os: all, architecture: /arm|aarch64/ }\nLifecycle: { Run: x }')],
]

test.each(innocent)('%s: nothing to say', async (_, text) => {
  expect((await parseRecipe(text, 'YAML')).problems).toEqual([])
})

test('rules have ids of their own, a line of explanation and a link', () => {
  const ids = listedRules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const rule of listedRules) {
    expect(rule.explanation).toMatch(/^[A-Z].*\.$/s)
    expect(rule.link).toMatch(/^https:\/\//)
    expect(rule.severity === 'error').toBe(rule.refusedBy !== null)
  }
})

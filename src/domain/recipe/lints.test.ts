import { describe, expect, test } from 'vitest'
import { convertRecipe } from './convert-recipe.ts'
import { parseRecipe } from './parse-recipe.ts'
import { head, lifecycle, manifest, planted } from './planted-recipes.ts'
import type { Problem, TextEdit } from './problem.ts'
import { listedRules } from './rules/all-rules.ts'

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

describe('each lint is found at its place', () => {
  test.each(planted)('%s %#', async (rule, text, mark, fixed) => {
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

// What only a YAML text can have wrong.
const yamlOnly =
  /^(yaml-|syntax|second-document|unquoted-version|duplicate-key|key-twice|lite-size|required-key|component-version|unknown-key)/

describe('and in JSON, with a fix that mends it there', () => {
  test.each(planted.filter(([rule]) => !yamlOnly.test(rule)))('%s %#', async (rule, text, _, fixed) => {
    const turned = await convertRecipe(text, 'YAML', 'JSON')
    if (!turned.ok) throw new Error(turned.message)
    const { problems } = await parseRecipe(turned.text, 'JSON')
    const found = problems.filter(candidate => candidate.rule === rule)
    expect(found).not.toEqual([])
    expect(found[0]!.fix === undefined).toBe(fixed === undefined)
    if (!found[0]!.fix) return
    const mended = apply(turned.text, found[0]!.fix.edits)
    expect(() => JSON.parse(mended)).not.toThrow()
    const after = (await parseRecipe(mended, 'JSON')).problems
    expect(after.filter(candidate => candidate.rule === rule)).toHaveLength(found.length - 1)
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

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRecipe } from './parse-recipe.ts'

const yaml = `---
RecipeFormatVersion: '2020-01-25'
ComponentName: com.example.Hello
ComponentVersion: '1.0.0'
ComponentConfiguration:
  DefaultConfiguration: { port: 80, list: [a, b] }
ComponentDependencies:
  com.example.Base: { VersionRequirement: ^1.0.0, DependencyType: HARD }
Manifests:
  - Platform: { os: linux }
    Lifecycle:
      Install: { Script: 'pip {artifacts:path}', Timeout: 300, Skipif: onpath pip }
      Run: |
        python3 {artifacts:decompressedPath}/main.py {configuration:/port}
    Artifacts:
      - URI: s3://bucket/main.zip
        Unarchive: ZIP
`
const json = JSON.stringify(
  { RecipeFormatVersion: '2020-01-25', Manifests: [{ Lifecycle: { Run: 'x' } }] },
  null,
  2,
)

test('whatever is typed, nothing breaks, and problems lie within the text', async () => {
  const noise = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ': ',
      ',',
      '"',
      "'",
      '\n',
      '\t',
      '- ',
      '&a ',
      '*a',
      '!x ',
      '|',
      '>',
      '#',
      '?',
      '<<: ',
      '\0',
      '\uFEFF',
      '💥',
    ),
    fc.string({ maxLength: 3 }),
  )
  const change = fc.tuple(fc.nat(), fc.nat({ max: 12 }), noise)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(yaml, json),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (start, changes) => {
        let text = start
        for (const [place, drop, insert] of changes) {
          const at = place % (text.length + 1)
          text = text.slice(0, at) + insert + text.slice(at + drop)
        }
        for (const format of ['JSON', 'YAML'] as const) {
          const lines = text.split(/\r\n|\r|\n/)
          for (const { range, message } of (await parseRecipe(text, format)).problems) {
            expect(message).not.toBe('')
            expect(range.startLine).toBeGreaterThanOrEqual(1)
            expect(range.endLine).toBeLessThanOrEqual(lines.length)
            expect(range.endColumn).toBeLessThanOrEqual(lines[range.endLine - 1]!.length + 1)
            expect(range.endLine * 1e6 + range.endColumn).toBeGreaterThanOrEqual(
              range.startLine * 1e6 + range.startColumn,
            )
          }
        }
      },
    ),
    { numRuns: 300 },
  )
})

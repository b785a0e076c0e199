import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFiles, countProblems, jsonReport, sarifReport, textReport } from './check-files.ts'

const good = `RecipeFormatVersion: '2020-01-25'
ComponentName: com.example.Good
ComponentVersion: '1.0.0'
Manifests:
  - Lifecycle:
      run: echo hello
`
const bad = good.replace("'1.0.0'", '1.0')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'recipes-'))
  mkdirSync(path.join(folder, 'more', 'deep'), { recursive: true })
  writeFileSync(path.join(folder, 'good.yaml'), good)
  writeFileSync(path.join(folder, 'notes.txt'), 'not a recipe')
  writeFileSync(path.join(folder, 'more', 'deep', 'bad.yml'), bad)
  writeFileSync(path.join(folder, 'more', 'broken.json'), '{ "ComponentName": }')
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const script = path.resolve(import.meta.dirname, '../../../scripts/recipes-check.mjs')
  const { INIT_CWD: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('npm run recipes:check', () => {
  test('names file, line, column, rule and message, and counts', () => {
    const { status, stdout } = run('.')
    expect(status).toBe(1)
    const bad = path.join('more', 'deep', 'bad.yml')
    expect(stdout).toContain(`${bad}:3:19: error component-version: "1.0" is not a version`)
    expect(stdout).toContain(`${path.join('more', 'broken.json')}:1:20: error syntax:`)
    expect(stdout).toMatch(/^3 recipes checked: 2 errors, 0 warnings, \d hints?$/m)
    expect(stdout).not.toContain('notes.txt')
  }, 60_000)

  test('ends with 0 where there are no errors', () => {
    expect(run('good.yaml')).toEqual({
      status: 0,
      stdout: '1 recipe checked: 0 errors, 0 warnings, 0 hints\n',
      stderr: '',
    })
  }, 60_000)

  test('prints JSON and SARIF', () => {
    const json = run('--json', 'more')
    expect(json.status).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ counts: { error: 2 } })
    const sarif = run('more', '--sarif')
    expect(sarif.status).toBe(1)
    expect(JSON.parse(sarif.stdout)).toMatchObject({ version: '2.1.0' })
  }, 60_000)

  test.each([[[]], [['nowhere.yaml']], [['--html', '.']], [['--json', '--sarif', '.']]])(
    '%j is wrong usage',
    args => {
      const { status, stdout, stderr } = run(...args)
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toContain('Usage:')
    },
    60_000,
  )
})

describe('reports', () => {
  test('SARIF places each result and describes its rule', async () => {
    const log = JSON.parse(sarifReport(await checkFiles([{ file: 'a folder/bad.yaml', text: bad }])))
    const [run] = log.runs
    const result = run.results.find((one: { level: string }) => one.level === 'error')
    expect(result).toMatchObject({
      ruleId: 'component-version',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20folder/bad.yaml' },
            region: { startLine: 3, startColumn: 19, endLine: 3, endColumn: 22 },
          },
        },
      ],
    })
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('component-version')
  })

  test('a message of several lines stays on one', async () => {
    const checked = await checkFiles([{ file: 'x.json', text: '{' }])
    expect(countProblems(checked)).toEqual({ error: 1, warning: 0, hint: 0 })
    expect(textReport(checked).trim().split('\n')).toHaveLength(2)
    expect(JSON.parse(jsonReport(checked)).files[0].problems[0]).toMatchObject({ rule: 'syntax', line: 1 })
  })
})

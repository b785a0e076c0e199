import type { Problem, Severity } from './problem.ts'
import { parseRecipe } from './parse-recipe.ts'
import type { RecipeFormat } from './read-recipe.ts'
import { allRules } from './rules/all-rules.ts'

export interface CheckedFile {
  file: string
  problems: Problem[]
}

/** The format that a file's name promises; `undefined` lets its text decide. */
function formatOfFile(file: string): RecipeFormat | undefined {
  if (/\.json$/i.test(file)) return 'JSON'
  return /\.ya?ml$/i.test(file) ? 'YAML' : undefined
}

/** Checks recipes by all rules, in order. */
export async function checkFiles(files: readonly { file: string; text: string }[]): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = []
  for (const { file, text } of files) {
    checked.push({ file, problems: (await parseRecipe(text, formatOfFile(file))).problems })
  }
  return checked
}

export type SeverityCounts = Record<Severity, number>

/** How many problems of each severity there are. */
export function countProblems(checked: readonly CheckedFile[]): SeverityCounts {
  const counts: SeverityCounts = { error: 0, warning: 0, hint: 0 }
  for (const { problems } of checked) for (const { severity } of problems) counts[severity]++
  return counts
}

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** One line for each problem, and a closing one that counts them. */
export function textReport(checked: readonly CheckedFile[]): string {
  const lines = checked.flatMap(({ file, problems }) =>
    problems.map(({ range, severity, rule, message }) =>
      `${file}:${range.startLine}:${range.startColumn}: ${severity} ${rule}: ${message}`.replaceAll(
        '\n',
        ' ',
      ),
    ),
  )
  const { error, warning, hint } = countProblems(checked)
  const counts = [many(error, 'error'), many(warning, 'warning'), many(hint, 'hint')].join(', ')
  return `${[...lines, `${many(checked.length, 'recipe')} checked: ${counts}`].join('\n')}\n`
}

/** The same for programs. */
export function jsonReport(checked: readonly CheckedFile[]): string {
  const files = checked.map(({ file, problems }) => ({
    file,
    problems: problems.map(({ rule, severity, message, range, path }) => ({
      rule,
      severity,
      line: range.startLine,
      column: range.startColumn,
      endLine: range.endLine,
      endColumn: range.endColumn,
      path,
      message,
    })),
  }))
  return `${JSON.stringify({ files, counts: countProblems(checked) }, null, 2)}\n`
}

const sarifLevel = { error: 'error', warning: 'warning', hint: 'note' } as const

/** A relative path or an absolute one as a URI. */
function fileUri(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  if (path.startsWith('/')) return `file://${path}`
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path.replace(/^\.\//, '')
}

/** The same as SARIF 2.1.0, which code hosts show beside the lines. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifReport(checked: readonly CheckedFile[]): string {
  const index = new Map(allRules.map(({ id }, at) => [id, at]))
  const results = checked.flatMap(({ file, problems }) =>
    problems.map(({ rule, severity, message, range }) => ({
      ruleId: rule,
      ruleIndex: index.get(rule) ?? -1,
      level: sarifLevel[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: fileUri(file) },
            region: {
              startLine: range.startLine,
              startColumn: range.startColumn,
              endLine: range.endLine,
              endColumn: range.endColumn,
            },
          },
        },
      ],
    })),
  )
  const rules = allRules.map(({ id, explanation, link, severity }) => ({
    id,
    shortDescription: { text: explanation },
    helpUri: link,
    defaultConfiguration: { level: sarifLevel[severity] },
  }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Meadow recipe check', rules } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

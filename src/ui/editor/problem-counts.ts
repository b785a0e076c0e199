import type { Problem, QuickFix, TextRange } from '#src/domain/recipe/problem.ts'

export type ProblemCounts = Record<Problem['severity'], number>

export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const counts: ProblemCounts = { error: 0, warning: 0, hint: 0 }
  for (const problem of problems) counts[problem.severity] += 1
  return counts
}

/** All ways out of a problem, the likeliest first. */
export function fixesOf(problem: Problem): QuickFix[] {
  return [...(problem.fix ? [problem.fix] : []), ...(problem.otherFixes ?? [])]
}

const some = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** "2 errors, 1 hint", or "No problems". */
export function describeCounts(counts: ProblemCounts): string {
  const parts = [
    counts.error ? some(counts.error, 'error') : '',
    counts.warning ? some(counts.warning, 'warning') : '',
    counts.hint ? some(counts.hint, 'hint') : '',
  ].filter(Boolean)
  return parts.length ? parts.join(', ') : 'No problems'
}

const before = (a: TextRange, b: TextRange) =>
  a.endLine < b.startLine || (a.endLine === b.startLine && a.endColumn <= b.startColumn)

/** The problems whose fixes touch different places, so that one press can apply them all. */
export function fixableTogether(problems: readonly Problem[]): Problem[] {
  const taken: TextRange[] = []
  return problems.filter(problem => {
    const ranges = problem.fix?.edits.map(edit => edit.range) ?? []
    if (ranges.length === 0) return false
    const free = ranges.every(range => taken.every(other => before(range, other) || before(other, range)))
    if (free) taken.push(...ranges)
    return free
  })
}

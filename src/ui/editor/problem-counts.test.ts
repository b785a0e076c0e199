import { describe, expect, it } from 'vitest'
import type { Problem } from '#src/domain/recipe/problem.ts'
import { countProblems, describeCounts, fixableTogether } from './problem-counts.ts'

function problem(severity: Problem['severity'], line: number, fixed = false): Problem {
  const range = { startLine: line, startColumn: 1, endLine: line, endColumn: 5 }
  return {
    rule: 'r',
    severity,
    message: 'm',
    path: '',
    range,
    ...(fixed ? { fix: { title: 'mend', edits: [{ range, text: 'x' }] } } : {}),
  }
}

describe('problem counts', () => {
  it('says how many of each, leaving out what there is none of', () => {
    const counts = countProblems([problem('error', 1), problem('error', 2), problem('hint', 3)])
    expect(describeCounts(counts)).toBe('2 errors, 1 hint')
    expect(describeCounts(countProblems([]))).toBe('No problems')
  })

  it('takes only fixes that do not touch each other', () => {
    const chosen = fixableTogether([
      problem('error', 1, true),
      problem('hint', 1, true),
      problem('hint', 2, true),
      problem('error', 3),
    ])
    expect(chosen.map(p => p.range.startLine)).toEqual([1, 2])
  })
})

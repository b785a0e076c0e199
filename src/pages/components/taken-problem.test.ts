import { describe, expect, it } from 'vitest'
import { applyEdits } from '#src/ui/editor/text-edits.ts'
import { takenProblem, versionEdit } from './taken-problem.ts'

const text = "ComponentName: a\nComponentVersion: '1.0.0' # first\n"

describe('takenProblem', () => {
  it('marks the version and mends it to the next that is free', () => {
    const problem = takenProblem(text, 'YAML', { name: 'a', version: '1.0.0' }, ['1.0.0', '1.0.1'])
    expect(problem?.range).toEqual({ startLine: 2, startColumn: 19, endLine: 2, endColumn: 26 })
    expect(applyEdits(text, problem?.fix?.edits ?? [])).toBe(text.replace('1.0.0', '1.0.2'))
  })

  it('has nothing to say of a free version, or of no recipe', () => {
    expect(takenProblem(text, 'YAML', { name: 'a', version: '1.0.0' }, ['2.0.0'])).toBeNull()
    expect(takenProblem(text, 'YAML', null, ['1.0.0'])).toBeNull()
  })
})

describe('versionEdit', () => {
  it('changes the same as the whole text would', () => {
    const json = '{"ComponentVersion":"1.0.0","x":1}'
    expect(applyEdits(json, [versionEdit(json, 'JSON', '10.20.30')!])).toBe(
      '{"ComponentVersion":"10.20.30","x":1}',
    )
    expect(versionEdit('{}', 'JSON', '1.0.0')).toBeNull()
  })
})

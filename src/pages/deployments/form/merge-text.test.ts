import { describe, expect, it } from 'vitest'
import { defaultsOf, formatted, mergeProblem, mergeValue, positionAt } from './merge-text.ts'

describe('merge text', () => {
  it('says where it goes wrong', () => {
    expect(mergeProblem('{\n  "port": 8080,\n  host: 1\n}')).toMatch(/^Line 3, column 3: /)
  })

  it('must be an object', () => {
    expect(mergeProblem('[1]')).toMatch(/object/)
    expect(mergeProblem('"text"')).toMatch(/object/)
    expect(mergeProblem('{"a":1} more')).toMatch(/^Line 1, column 9: /)
  })

  it('is no problem when empty or right', () => {
    expect(mergeProblem('  \n')).toBeUndefined()
    expect(mergeProblem('{}')).toBeUndefined()
  })

  it('is laid out only when it parses', () => {
    expect(formatted('{"a":{"b":1}}')).toBe('{\n  "a": {\n    "b": 1\n  }\n}')
    expect(formatted('{"a":')).toBe('{"a":')
    expect(mergeValue('{"a":1}')).toEqual({ a: 1 })
    expect(mergeValue('')).toBeUndefined()
  })

  it('counts lines and columns from 1', () => {
    expect(positionAt('', 0)).toEqual({ line: 1, column: 1 })
    expect(positionAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 })
  })

  it('reads the defaults of a recipe and survives what is none', () => {
    expect(defaultsOf('{"ComponentConfiguration":{"DefaultConfiguration":{"a":1}}}')).toEqual({ a: 1 })
    expect(defaultsOf('{}')).toEqual({})
    expect(defaultsOf('---')).toBeUndefined()
    expect(defaultsOf('null')).toEqual({})
  })
})

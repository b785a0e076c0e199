import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeGroupName, groupNameProblem } from './group-name.ts'

describe('group names', () => {
  test('are free and valid', () => {
    expect(freeGroupName('Line1', 'retry', ['line1-RETRY-1', 'Line1-retry-3'])).toBe('Line1-retry-2')
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.array(fc.string()), (base, taken) => {
        const name = freeGroupName(base, 'retry', taken)
        expect(groupNameProblem(name)).toBeNull()
        expect(taken).not.toContain(name)
      }),
    )
  })

  test.each(['', 'a b', 'a:b', 'x'.repeat(129), 'ä'])('not %s', name => {
    expect(groupNameProblem(name)).not.toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineDiff } from './line-diff.ts'

const shown = (before: string, after: string) =>
  lineDiff(before, after).map(
    ({ change, text }) => `${{ same: ' ', added: '+', removed: '-' }[change]}${text}`,
  )

describe('line diff', () => {
  test('a changed line is removed, then added', () => {
    expect(shown('a\nb\nc', 'a\nB\nc')).toEqual([' a', '-b', '+B', ' c'])
  })

  test('equal texts have no changes', () => {
    expect(shown('a\nb', 'a\nb')).toEqual([' a', ' b'])
  })

  test('lines that moved on keep their numbers on both sides', () => {
    expect(lineDiff('a\nz', 'a\nb\nz').at(-1)).toEqual({ change: 'same', text: 'z', before: 2, after: 3 })
  })

  test('both texts can be told from it', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
      .map(lines => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before, after)
        const side = (without: string) =>
          lines
            .filter(({ change }) => change !== without)
            .map(line => line.text)
            .join('\n')
        expect(side('added')).toBe(before)
        expect(side('removed')).toBe(after)
      }),
    )
  })
})

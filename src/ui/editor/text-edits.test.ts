import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, offsetAt, rangeBetween, rangeOffsets } from './text-edits.ts'

const text = 'one\ntwo\n\nfour'

describe('places in a text', () => {
  it('finds the offset of a line and column', () => {
    expect(offsetAt(text, 1, 1)).toBe(0)
    expect(offsetAt(text, 2, 2)).toBe(5)
    expect(offsetAt(text, 3, 1)).toBe(8)
    expect(offsetAt(text, 4, 5)).toBe(text.length)
  })

  it('draws places outside the text back into it', () => {
    expect(offsetAt(text, 1, 99)).toBe(3)
    expect(offsetAt(text, 99, 99)).toBe(text.length)
    expect(offsetAt('', 5, 5)).toBe(0)
  })

  it('turns offsets into a range and back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', '\n', ' ')), fc.nat(40), fc.nat(40), (chars, a, b) => {
        const sample = chars.join('')
        const start = Math.min(a, b, sample.length)
        const end = Math.min(Math.max(a, b), sample.length)
        expect(rangeOffsets(sample, rangeBetween(sample, start, end))).toEqual({ start, end })
      }),
    )
  })
})

describe('applyEdits', () => {
  it('applies several edits in whatever order they come', () => {
    const edits = [
      { range: { startLine: 4, startColumn: 1, endLine: 4, endColumn: 5 }, text: '4' },
      { range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 }, text: 'ONE!' },
    ]
    expect(applyEdits(text, edits)).toBe('ONE!\ntwo\n\n4')
  })

  it('inserts and deletes', () => {
    expect(
      applyEdits(text, [{ range: { startLine: 2, startColumn: 1, endLine: 3, endColumn: 1 }, text: '' }]),
    ).toBe('one\n\nfour')
    expect(
      applyEdits(text, [{ range: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 1 }, text: 'x' }]),
    ).toBe('one\ntwo\nx\nfour')
  })

  it('leaves out an edit that overlaps an earlier one', () => {
    const range = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 }
    expect(
      applyEdits(text, [
        { range, text: 'A' },
        { range: { ...range, startColumn: 2 }, text: 'B' },
      ]),
    ).toBe('A\ntwo\n\nfour')
  })
})

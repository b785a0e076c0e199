import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight, type Token } from './highlight.ts'

const shape = (tokens: Token[]) => tokens.filter(t => t.text.trim()).map(t => `${t.kind}:${t.text.trim()}`)

describe('highlight', () => {
  it('tells keys from strings in JSON', () => {
    expect(shape(highlight('{ "Name": "a: b", "n": -1.5, "x": true }', 'JSON')[0]!)).toEqual([
      'plain:{',
      'key:"Name"',
      'plain::',
      'string:"a: b"',
      'plain:,',
      'key:"n"',
      'plain::',
      'number:-1.5',
      'plain:,',
      'key:"x"',
      'plain::',
      'keyword:true',
      'plain:}',
    ])
  })

  it('knows keys, comments, lists and block scalars in YAML', () => {
    const lines = highlight(
      'Run: |\n  echo key: value # not a comment\n- Uri: s3://x/y.zip # archive\nn: 12',
      'YAML',
    )
    expect(shape(lines[0]!)).toEqual(['key:Run', 'plain::', 'plain:|'])
    expect(shape(lines[1]!)).toEqual(['string:echo key: value # not a comment'])
    expect(shape(lines[2]!)).toEqual([
      'plain:-',
      'key:Uri',
      'plain::',
      'string:s3://x/y.zip',
      'comment:# archive',
    ])
    expect(shape(lines[3]!)).toEqual(['key:n', 'plain::', 'number:12'])
  })

  it('never loses or invents a character', () => {
    const piece = fc.constantFrom('a', ':', ' ', '"', "'", '#', '-', '{', '|', '\\', '1', '\n')
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('JSON' as const, 'YAML' as const), (chars, format) => {
        const text = chars.join('')
        const back = highlight(text, format)
          .map(line => line.map(t => t.text).join(''))
          .join('\n')
        expect(back).toBe(text.replace(/\n$/, ''))
      }),
    )
  })
})

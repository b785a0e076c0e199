import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeValue } from './document.ts'
import { readJson } from './read-json.ts'

function jsonParse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

test('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
      const { root, syntax } = readJson(JSON.stringify(value, null, indent))
      expect(syntax).toEqual([])
      expect(nodeValue(root!)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('complains exactly where JSON.parse does', () => {
  const noise = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\n',
    '0',
    '-',
    '.',
    'e',
    't',
    'true',
    ' ',
    '\u0001',
    'x',
  )
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 2 }),
      fc.nat(),
      fc.nat({ max: 3 }),
      noise,
      (json, place, drop, insert) => {
        const at = place % (json.length + 1)
        const text = json.slice(0, at) + insert + json.slice(at + drop)
        const { root, syntax, traps } = readJson(text)
        const parsed = jsonParse(text)
        const complete = syntax.length === 0 && !traps.some(({ rule }) => rule === 'trailing-text')
        expect(complete).toBe(parsed !== null)
        if (parsed) expect(nodeValue(root!)).toEqual(parsed.value)
      },
    ),
    { numRuns: 2000 },
  )
})

test('places are those of the text', () => {
  const text = '{ "a": [1, "two"] }'
  const { root } = readJson(text)
  expect(root).toMatchObject({ kind: 'object', span: { start: 0, end: text.length } })
  const entry = root?.kind === 'object' ? root.entries[0]! : null
  expect(text.slice(entry!.keySpan.start, entry!.keySpan.end)).toBe('"a"')
  const list = entry!.value
  const second = list.kind === 'array' ? list.items[1]! : null
  expect(text.slice(second!.span.start, second!.span.end)).toBe('"two"')
})

test.each([
  ['{"a": 1,}', 'one too many'],
  ['{"a": 1 "b": 2}', 'comma is missing'],
  ['{"a": 1 // why\n}', 'no comments'],
  ['\uFEFF{}', 'byte order mark'],
])('%j can be mended in one go', (text, message) => {
  const { root, syntax } = readJson(text)
  expect(root).not.toBeNull()
  expect(syntax[0]!.message).toContain(message)
  const [edit] = syntax[0]!.fix!.edits
  const mended = text.slice(0, edit!.span.start) + edit!.text + text.slice(edit!.span.end)
  expect(jsonParse(mended)).not.toBeNull()
})

test.each([
  ['', 'nothing'],
  ["{'a': 1}", 'double quotes'],
  ['{"a": \'x\'}', 'double quotes'],
  ['{"a": yes}', 'not a JSON value'],
  ['{"a": "x\n"}', 'closing quote'],
  ['{"a": "\\d"}', 'backslash'],
  ['{"a"  1}', '":"'],
  ['{"a": 1', 'closing "}"'],
  ['['.repeat(100_000), 'levels deep'],
])('%.20j is refused with a reason', (text, message) => {
  const { root, syntax } = readJson(text)
  expect(root).toBeNull()
  expect(syntax.at(-1)!.message).toContain(message)
})

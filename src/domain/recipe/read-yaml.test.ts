import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeValue } from './document.ts'
import { readYaml } from './read-yaml.ts'

async function yamlValue(text: string): Promise<unknown> {
  const { root } = await readYaml(text)
  return root && nodeValue(root)
}

// Scalars as the device's YAML 1.1 reader takes them.
test.each([
  ['yes', true],
  ['on', true],
  ['No', false],
  ['y', 'y'],
  ['017', 15],
  ['0x1F', 31],
  ['1_000', 1000],
  ['12:30', '12:30'],
  ['2020-01-25', '2020-01-25'],
  ['0o17', '0o17'],
  ['1.0.0', '1.0.0'],
  ['1.0', 1],
  ['~', null],
  ["'yes'", 'yes'],
  ['"017"', '017'],
  ['!Sub x', 'x'],
])('%s is read as %j', async (text, value) => {
  expect(await yamlValue(`a: ${text}`)).toEqual({ a: value })
})

test('keys stay text, merge keys and aliases mean nothing', async () => {
  expect(await yamlValue('on: 1\ny: 2\n017: 3')).toEqual({ '017': 3, on: 1, y: 2 })
  expect(await yamlValue('a: &l { x: 1 }\nb: *l\nc:\n  <<: *l')).toEqual({
    a: { x: 1 },
    b: 'l',
    c: { '<<': 'l' },
  })
})

test('only the first document counts', async () => {
  const { root, syntax, traps } = await readYaml('a: 1\n---\nb: 2\n')
  expect(nodeValue(root!)).toEqual({ a: 1 })
  expect(syntax).toEqual([])
  expect(traps.map(({ rule }) => rule)).toEqual(['second-document'])
})

test.each([
  ['a: 1\n\tb: 2', /tab/i],
  ['a: {COMPONENT}: x', /./],
  ['{a: 1}: x', /cannot be a key/],
  ['a: .inf', /quotes/],
  ['a: [1', /./],
  ['', /nothing/],
  ['# only a comment', /nothing/],
])('%j is refused', async (text, message) => {
  const { syntax } = await readYaml(text)
  expect(syntax[0]!.message).toMatch(message)
})

test('duplicate keys are found, the last one counts', async () => {
  const { root, traps } = await readYaml('a: 1\na: 2\n')
  expect(nodeValue(root!)).toEqual({ a: 2 })
  expect(traps).toMatchObject([{ rule: 'duplicate-key', finding: { span: { start: 5, end: 6 } } }])
})

test('JSON is YAML with the same meaning', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,6}$/), fc.jsonValue({ maxDepth: 2 })),
      async value => {
        const text = JSON.stringify(value)
        fc.pre(text !== '{}')
        expect(await yamlValue(text)).toEqual(JSON.parse(text))
      },
    ),
  )
})

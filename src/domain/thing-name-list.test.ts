import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunk100, parseThingNames } from './thing-name-list.ts'

test('takes names however they are separated', () => {
  const text = 'one two\n three,four;five\r\n"six"\t\'seven\'\n\n one'
  expect(parseThingNames(text)).toEqual({
    names: ['one', 'two', 'three', 'four', 'five', 'six', 'seven'],
    invalid: [],
    duplicates: 1,
  })
})

test('tells the line of what cannot be a name', () => {
  const { names, invalid } = parseThingNames(`good\nbad/name\n${'x'.repeat(129)}\nä`)
  expect(names).toEqual(['good'])
  expect(invalid.map(({ line }) => line)).toEqual([2, 3, 4])
})

test('a list of names comes back as it was', () => {
  const name = fc.stringMatching(/^[a-zA-Z0-9:_-]{1,20}$/)
  fc.assert(
    fc.property(fc.uniqueArray(name), fc.constantFrom('\n', ', ', ';', '\r\n', '\t'), (names, separator) => {
      expect(parseThingNames(names.join(separator)).names).toEqual(names)
    }),
  )
})

test('chunks have at most 100 and lose nothing', () => {
  expect(chunk100(Array.from({ length: 250 }, (_, i) => i)).map(chunk => chunk.length)).toEqual([
    100, 100, 50,
  ])
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 450 }), items => {
      expect(chunk100(items).flat()).toEqual(items)
    }),
  )
})

import { expect, it } from 'vitest'
import { attributesOf, attributesText } from './platform-attributes.ts'

it('reads attributes from a line, half-typed ones too, and writes them back', () => {
  const attributes = [
    { name: 'os', value: 'linux' },
    { name: 'architecture', value: '/a=b/' },
  ]
  expect(attributesOf(' os = linux ,architecture=/a=b/')).toEqual(attributes)
  expect(attributesOf(attributesText(attributes))).toEqual(attributes)
  expect(attributesOf('os')).toEqual([{ name: 'os', value: '' }])
  expect(attributesOf('  ')).toEqual([])
})

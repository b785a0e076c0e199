import { expect, test } from 'vitest'
import { suggestions } from './suggestions.ts'

const fleet = Array.from({ length: 250 }, (_, index) => ({ name: `Gate-${index}` }))

test('a part of the name finds it, whatever its case', () => {
  expect(suggestions(fleet, ' gate-24').options.map(option => option.value)).toContain('Gate-249')
  expect(suggestions(fleet, 'pump')).toEqual({ options: [], more: 0 })
})

test('of many names some are shown and the rest are counted', () => {
  const { options, more } = suggestions(fleet, '')
  expect(options).toHaveLength(100)
  expect(more).toBe(150)
})

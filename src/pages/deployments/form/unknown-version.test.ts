import { expect, it } from 'vitest'
import { unknownVersion } from './unknown-version.ts'

const known = ['1.3.0', '1.2.0', '1.1.0', '1.0.0'].map(version => ({ version }))

it('refuses a version that is not there and names the newest that are', () => {
  expect(unknownVersion('App', '9.9.9', known)).toBe(
    'App has no version 9.9.9. It has 1.3.0, 1.2.0, 1.1.0 and 1 more.',
  )
  expect(unknownVersion('App', '9.9.9', [{ version: '1.0.0' }])).toBe(
    'App has no version 9.9.9. It has 1.0.0.',
  )
  expect(unknownVersion('App', '9.9.9', [])).toBe('App has no versions.')
})

it('says nothing of a version that is there, nor before the versions are known', () => {
  expect(unknownVersion('App', '1.2.0', known)).toBeUndefined()
  expect(unknownVersion('App', '9.9.9', undefined)).toBeUndefined()
  expect(unknownVersion('App', '', known)).toBeUndefined()
})

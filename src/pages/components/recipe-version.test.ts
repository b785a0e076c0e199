import { describe, expect, it } from 'vitest'
import { nextFreeVersions, versionSpan, withVersion } from './recipe-version.ts'
import { starterRecipes } from './starter-recipes.ts'

describe('withVersion', () => {
  it.each([
    ["ComponentVersion: '1.0.0'\nx: 1", "ComponentVersion: '1.0.1'\nx: 1"],
    ['a: 1\nComponentVersion: 1.0.0 # now\n', 'a: 1\nComponentVersion: 1.0.1 # now\n'],
    ['"componentVersion" : "1.0.0"', '"componentVersion" : "1.0.1"'],
    ['ComponentVersion:\nx: 1', 'ComponentVersion: 1.0.1\nx: 1'],
    ['ComponentVersion: "1.0.0"\r\nx: 1', 'ComponentVersion: "1.0.1"\r\nx: 1'],
    ['{ComponentVersion: "1.0.0"}', '{ComponentVersion: "1.0.1"}'],
  ])('replaces the value alone in YAML: %j', (before, after) => {
    expect(withVersion(before, 'YAML', '1.0.1')).toBe(after)
  })

  it('is not led astray by the same key further down in JSON', () => {
    const text =
      '{"a": {"ComponentVersion": "9.9.9"}, "b": "ComponentVersion", "ComponentVersion" : "1.0.0", "c": []}'
    expect(withVersion(text, 'JSON', '2.0.0')).toBe(text.replace('1.0.0', '2.0.0'))
  })

  it('leaves nested keys in YAML alone', () => {
    const text = "Config:\n  ComponentVersion: '9.9.9'\nComponentVersion: '1.0.0'"
    expect(withVersion(text, 'YAML', '2.0.0')).toBe(text.replace('1.0.0', '2.0.0'))
  })

  it('gives up where there is no version', () => {
    expect(withVersion('{}', 'JSON', '1.0.0')).toBeNull()
    expect(withVersion('', 'YAML', '1.0.0')).toBeNull()
  })

  it('finds the version of both starter recipes', () => {
    for (const format of ['JSON', 'YAML'] as const) {
      const text = starterRecipes[format]
      const span = versionSpan(text, format)!
      expect(text.slice(span.start, span.end)).toMatch(/^['"]1\.0\.0['"]$/)
    }
  })
})

describe('nextFreeVersions', () => {
  it('skips what is taken', () => {
    expect(nextFreeVersions('1.0.0', ['1.0.0', '1.0.1', '1.0.2', '1.1.0'])).toEqual({
      patch: '1.0.3',
      minor: '1.2.0',
      major: '2.0.0',
    })
  })
})

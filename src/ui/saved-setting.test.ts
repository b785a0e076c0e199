import { afterEach, describe, expect, it, vi } from 'vitest'
import { readSetting, writeSetting } from './saved-setting.ts'

const isNumber = (value: unknown): value is number => typeof value === 'number'

function storage(content: Record<string, string>, broken = false) {
  vi.stubGlobal('localStorage', {
    getItem(key: string) {
      if (broken) throw new Error('denied')
      return content[key] ?? null
    },
    setItem(key: string, value: string) {
      if (broken) throw new Error('denied')
      content[key] = value
    },
  })
  return content
}

afterEach(() => vi.unstubAllGlobals())

describe('saved settings', () => {
  it('come back as they were kept', () => {
    const content = storage({})
    writeSetting('size', 50)
    expect(content['meadow.size']).toBe('50')
    expect(readSetting('size', 25, isNumber)).toBe(50)
  })

  it('fall back on garbage, on another type and without storage', () => {
    storage({ 'meadow.a': '{', 'meadow.b': '"text"' })
    expect(readSetting('a', 1, isNumber)).toBe(1)
    expect(readSetting('b', 2, isNumber)).toBe(2)
    storage({}, true)
    writeSetting('c', 4)
    expect(readSetting('c', 3, isNumber)).toBe(3)
  })
})

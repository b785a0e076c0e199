import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ascending, descending, page } from './paging.ts'
import { invalidRequest, ServiceError } from './service-error.ts'

const key = (item: string) => item

function sweep(
  items: () => string[],
  limit: number,
  options: Partial<Parameters<typeof page<string>>[1]> = {},
) {
  const pages: string[][] = []
  let token: string | undefined
  do {
    const next = page(items(), { limit, token, key, ...options })
    pages.push(next.items)
    token = next.nextToken
  } while (token !== undefined)
  return pages
}

describe('page', () => {
  it('gives every item once, whatever the page size', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 6 })),
        fc.integer({ min: 1, max: 7 }),
        (names, limit) => {
          const sorted = names.toSorted(ascending)
          const pages = sweep(() => sorted, limit)
          expect(pages.flat()).toEqual(sorted)
          expect(pages.every(items => items.length <= limit)).toBe(true)
          // Only an empty list has an empty page: a token is never handed out for nothing.
          expect(pages.slice(1).every(items => items.length > 0)).toBe(true)
        },
      ),
    )
  })

  it('neither repeats nor skips when the list changes between pages', () => {
    const items = ['b', 'd', 'f', 'h']
    const first = page(items, { limit: 2, key })
    expect(first.items).toEqual(['b', 'd'])
    const later = ['a', 'b', 'f', 'g', 'h']
    expect(page(later, { limit: 9, token: first.nextToken, key }).items).toEqual(['f', 'g', 'h'])
  })

  it('pages in any order of keys', () => {
    const items = ['9', '7', '5', '3']
    expect(sweep(() => items, 3, { compare: descending })).toEqual([['9', '7', '5'], ['3']])
  })

  it('counts only the items that are asked for', () => {
    const items = Array.from({ length: 50 }, (_, index) => String(index + 100))
    const where = (item: string) => Number(item) % 7 === 0
    expect(sweep(() => items, 2, { where }).flat()).toEqual(items.filter(where))
  })

  it('keeps names that are not ASCII', () => {
    const items = ['Zürich', '温度', '🚀']
    expect(sweep(() => items, 1).flat()).toEqual(items)
  })

  it('refuses tokens that it did not make for this list', () => {
    const token = page(['a', 'b'], { limit: 1, key, scope: 'things' }).nextToken
    for (const bad of ['garbage', 'AAAA', `${token}x`, '%%%', btoa('zzzzzzzzb')]) {
      expect(() => page(['a', 'b'], { token: bad, key, scope: 'things' })).toThrow(ServiceError)
    }
    expect(() => page(['a', 'b'], { token, key, scope: 'groups' })).toThrow(/nextToken is not valid/)
    expect(page(['a', 'b'], { token, key, scope: 'things' }).items).toEqual(['b'])
  })

  it('speaks the language of the service', () => {
    const codeOf = (badToken?: typeof invalidRequest) => {
      try {
        page(['a'], { token: 'x', key, badToken })
      } catch (error) {
        return (error as ServiceError).code
      }
    }
    expect(codeOf()).toBe('ValidationException')
    expect(codeOf(invalidRequest)).toBe('InvalidRequestException')
  })
})

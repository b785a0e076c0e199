import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readListView, writeListView } from './list-view.ts'

const options = { facets: ['status', 'target'], sort: { columnId: 'created', descending: true } }

describe('readListView', () => {
  it('reads text, sort, page and named facets', () => {
    const view = readListView(
      new URLSearchParams('q=camera&sort=-name&page=3&status=FAILED&other=1'),
      options,
    )
    expect(view).toEqual({
      text: 'camera',
      sort: { columnId: 'name', descending: true },
      page: 3,
      facets: { status: 'FAILED' },
    })
  })

  it.each(['page=0', 'page=-1', 'page=1e9', 'page=abc', 'sort=%3Cscript%3E', 'sort=', 'sort=--x'])(
    'reads %s as the default',
    search => {
      const view = readListView(new URLSearchParams(search), options)
      expect(view.page).toBe(1)
      expect(view.sort).toEqual(options.sort)
    },
  )

  it('keeps two lists of a page apart', () => {
    const params = new URLSearchParams('q=a&clients.q=b')
    expect(readListView(params, { prefix: 'clients' }).text).toBe('b')
  })
})

describe('writeListView', () => {
  it('leaves out defaults and leaves others alone', () => {
    const next = writeListView(
      new URLSearchParams('tab=versions&page=4&status=OK'),
      { text: '', sort: options.sort, page: 1, facets: {} },
      options,
    )
    expect(next.toString()).toBe('tab=versions')
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.record({
          text: fc.string({ maxLength: 60 }),
          sort: fc.record({
            columnId: fc.constantFrom('name', 'last-seen', 'created'),
            descending: fc.boolean(),
          }),
          page: fc.integer({ min: 1, max: 900_000 }),
          facets: fc.record({ status: fc.string({ minLength: 1, maxLength: 20 }) }),
        }),
        view => {
          const text = writeListView(new URLSearchParams('keep=1'), view, options).toString()
          expect(readListView(new URLSearchParams(text), options)).toEqual(view)
          expect(new URLSearchParams(text).get('keep')).toBe('1')
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyConfigurationUpdate,
  formatPointer,
  parseMerge,
  parsePointer,
  resetProblems,
  valueAt,
} from './configuration-merge.ts'

// The two steps of the documentation's example:
// https://docs.aws.amazon.com/greengrass/v2/developerguide/update-component-configurations.html
const defaults = {
  name: null,
  mode: 'REQUEST',
  network: { useHttps: true, port: { http: 80, https: 443 } },
  tags: [],
}
const first = {
  name: 'Factory 2A',
  network: { useHttps: false, port: { http: 8080 } },
  tags: ['/boiler/1', '/boiler/2'],
}
const afterFirst = {
  name: 'Factory 2A',
  mode: 'REQUEST',
  network: { useHttps: false, port: { http: 8080, https: 443 } },
  tags: ['/boiler/1', '/boiler/2'],
}

describe('the documented example', () => {
  test('a merge on a new component is laid over the defaults', () => {
    expect(applyConfigurationUpdate({ defaults, merge: first })).toEqual(afterFirst)
  })

  test('a reset goes before the merge, and takes the defaults back', () => {
    const update = { reset: ['/network/useHttps', '/tags'], merge: { tags: ['/boiler/3'] } }
    expect(applyConfigurationUpdate({ current: afterFirst, defaults, ...update })).toEqual({
      name: 'Factory 2A',
      mode: 'REQUEST',
      network: { useHttps: true, port: { http: 8080, https: 443 } },
      tags: ['/boiler/3'],
    })
  })
})

test('new defaults do not overwrite what is there', () => {
  expect(applyConfigurationUpdate({ current: { mode: 'A' }, defaults: { mode: 'B', more: 1 } })).toEqual({
    mode: 'A',
    more: 1,
  })
})

test('a value without a default disappears when it is reset', () => {
  expect(
    applyConfigurationUpdate({ current: { a: 1, b: 2 }, defaults: { b: 3 }, reset: ['/a', '/b'] }),
  ).toEqual({ b: 3 })
})

test('paths through lists are skipped, other lists are replaced whole', () => {
  const current = { list: [1, 2], object: { '0': 'zero' } }
  expect(applyConfigurationUpdate({ current, reset: ['/list/0', '/object/0'] })).toEqual(current)
  expect(applyConfigurationUpdate({ current, merge: { list: [3] } })).toMatchObject({ list: [3] })
})

test('null and empty values are merged, types may change', () => {
  const merge = { a: null, b: {}, c: [], d: 'text' }
  expect(applyConfigurationUpdate({ current: { a: 1, b: { x: 1 }, c: [1], d: { y: 1 } }, merge })).toEqual({
    a: null,
    b: { x: 1 },
    c: [],
    d: 'text',
  })
})

const json = fc.jsonValue({ maxDepth: 3 })
const object = fc.dictionary(fc.string({ maxLength: 5 }), json, { maxKeys: 5 })

test('"" resets everything', () => {
  fc.assert(
    fc.property(object, object, object, (current, fallback, merge) => {
      expect(applyConfigurationUpdate({ current, defaults: fallback, reset: [''], merge })).toEqual(
        applyConfigurationUpdate({ defaults: fallback, merge }),
      )
    }),
  )
})

test('a merge applied twice is the same as once', () => {
  fc.assert(
    fc.property(object, object, (current, merge) => {
      const once = applyConfigurationUpdate({ current, merge })
      expect(applyConfigurationUpdate({ current: once, merge })).toEqual(once)
    }),
  )
})

test('with defaults a second time can add what a scalar stood in the way of', () => {
  const update = { defaults: { a: { b: 1 } }, merge: { a: { c: 2 } } }
  const once = applyConfigurationUpdate({ current: { a: 0 }, ...update })
  expect(once).toEqual({ a: { c: 2 } })
  expect(applyConfigurationUpdate({ current: once, ...update })).toEqual({ a: { b: 1, c: 2 } })
})

test('nothing given changes nothing, and nothing given is changed', () => {
  fc.assert(
    fc.property(object, object, (current, merge) => {
      const before = structuredClone([current, merge])
      expect(applyConfigurationUpdate({ current })).toEqual(current)
      applyConfigurationUpdate({
        current,
        merge,
        reset: Object.keys(current).map(key => formatPointer([key])),
      })
      expect([current, merge]).toEqual(before)
    }),
  )
})

describe('JSON pointers', () => {
  // RFC 6901, section 5.
  const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8, ' ': 7 }
  test.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/m~0n', 8],
    ['/ ', 7],
    ['/nope', undefined],
    ['/toString', undefined],
  ])('%j', (pointer, value) => expect(valueAt(document, pointer)).toEqual(value))

  test('are read back as written', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), segments => {
        expect(parsePointer(formatPointer(segments))).toEqual(segments)
      }),
    )
    expect(parsePointer('a/b')).toBeNull()
    expect(parsePointer('/a~2')).toBeNull()
  })

  test('what is doubtful in a reset is said', () => {
    const kinds = resetProblems(['', '/mode', '/nope', 'mode', '/tags/0'], [defaults]).map(({ kind }) => kind)
    expect(kinds).toEqual(['no-match', 'malformed', 'through-list'])
  })
})

describe('merge texts', () => {
  test('must be JSON objects', () => {
    expect(parseMerge('{"a": {"b": [1, null]}}')).toEqual({ ok: true, value: { a: { b: [1, null] } } })
    for (const text of ['', '[]', '"text"', 'null', '{a: 1}', '{"a": 1,}', '{"a": 1} x', "{'a': 1}"]) {
      expect(parseMerge(text), text).toMatchObject({ ok: false })
    }
  })

  test('the place of the mistake is told', () => {
    expect(parseMerge('{"a": 1, "b": tru}')).toMatchObject({ ok: false, offset: 14 })
  })
})

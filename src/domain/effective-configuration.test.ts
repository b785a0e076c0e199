import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leavesOf, sameJson } from './configuration-diff.ts'
import { valueAt } from './configuration-merge.ts'
import { effectiveConfiguration } from './effective-configuration.ts'

const sources = (question: Parameters<typeof effectiveConfiguration>[0]) =>
  Object.fromEntries(effectiveConfiguration(question).keys.map(({ pointer, source }) => [pointer, source]))

describe("AWS's example of a merge update", () => {
  // https://docs.aws.amazon.com/greengrass/v2/developerguide/update-component-configurations.html
  const defaults = {
    mqtt: { host: 'old', port: 8883, list: ['item1', 'item2'], object: { key1: 'value1', key2: 'value2' } },
  }
  const merge = { mqtt: { host: 'new', list: ['item3'], object: { key1: null } } }
  const effective = effectiveConfiguration({ current: defaults, defaults, merge })

  test('objects are merged, lists and values replaced', () => {
    expect(effective.result).toEqual({
      mqtt: { host: 'new', port: 8883, list: ['item3'], object: { key1: null, key2: 'value2' } },
    })
  })

  test('each key has its source, and a replaced list is marked', () => {
    const of = (pointer: string) => effective.keys.find(key => key.pointer === pointer)
    expect(of('/mqtt/host')).toMatchObject({
      source: 'merge',
      change: 'changed',
      before: 'old',
      after: 'new',
    })
    expect(of('/mqtt/port')).toMatchObject({ source: 'existing', change: 'same' })
    expect(of('/mqtt/list')).toMatchObject({ source: 'merge', replacesList: true })
    expect(of('/mqtt/object/key1')).toMatchObject({ source: 'merge', after: null })
    expect(of('/mqtt/object/key2')).toMatchObject({ source: 'existing' })
  })
})

test('a component that is new takes defaults and merge', () => {
  expect(sources({ defaults: { a: 1, b: { c: 2 } }, merge: { b: { d: 3 } } })).toEqual({
    '/a': 'default',
    '/b/c': 'default',
    '/b/d': 'merge',
  })
  expect(effectiveConfiguration({}).keys).toEqual([])
})

test('a reset key returns to its default, or goes', () => {
  const effective = effectiveConfiguration({
    current: { port: 9000, extra: true, kept: 1 },
    defaults: { port: 8080 },
    reset: ['/port', '/extra', '/nothing', '/list/0'],
  })
  expect(effective.result).toEqual({ port: 8080, kept: 1 })
  expect(effective.keys.map(({ pointer, source, change }) => [pointer, source, change])).toEqual([
    ['/kept', 'existing', 'same'],
    ['/port', 'reset-to-default', 'changed'],
    ['/extra', 'removed', 'removed'],
  ])
  expect(effective.problems.map(({ kind }) => kind)).toEqual(['no-match', 'through-list'])
})

describe('new defaults do not overwrite existing keys', () => {
  const question = {
    current: { interval: 10, own: 5 },
    previousDefaults: { interval: 10, own: 1 },
    defaults: { interval: 60, own: 2, fresh: true },
  }

  test('which is said where it applies', () => {
    const { passedOver, result } = effectiveConfiguration(question)
    expect(result).toEqual({ interval: 10, own: 5, fresh: true })
    expect(passedOver.map(({ pointer, keeps, newDefault }) => [pointer, keeps, newDefault])).toEqual([
      ['/interval', 10, 60],
      ['/own', 5, 2],
    ])
    expect(passedOver[0]?.message).toContain('Reset /interval to take it')
  })

  test('and not where a reset or the merge decides, or nothing is known of the last version', () => {
    expect(effectiveConfiguration({ ...question, reset: [''] }).passedOver).toEqual([])
    const merged = effectiveConfiguration({ ...question, merge: { interval: 60 }, reset: ['/own'] })
    expect(merged.passedOver).toEqual([])
    const { previousDefaults: _, ...unknown } = question
    expect(effectiveConfiguration(unknown).passedOver).toEqual([])
  })
})

/** A model of its own: a device keeps its configuration as a table of paths, each with where its value comes from. */
function model(question: { current?: unknown; defaults: unknown; reset: string[]; merge: unknown }) {
  const table = new Map<string, { value: unknown; source: string }>()
  const under = (path: string, top: string) => path === top || path.startsWith(`${top}/`)
  for (const [path, value] of leavesOf(question.current)) table.set(path, { value, source: 'existing' })
  for (const pointer of question.reset) {
    for (const path of [...table.keys()]) if (under(path, pointer)) table.delete(path)
  }
  const had = leavesOf(question.current)
  for (const [path, value] of leavesOf(question.defaults)) {
    if (!table.has(path)) table.set(path, { value, source: had.has(path) ? 'reset-to-default' : 'default' })
  }
  for (const [path, value] of leavesOf(question.merge)) table.set(path, { value, source: 'merge' })
  return table
}

test('sources agree with a table of paths', () => {
  // Documents of one shape: what happens where an object meets a value is in the examples above and below.
  const leaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(null, [1], [2]))
  const shaped = fc
    .record(
      { a: leaf, b: leaf, c: fc.record({ d: leaf, e: leaf }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    )
    .filter(value => leavesOf(value.c).get('') === undefined)
  const reset = fc.subarray(['/a', '/b', '/c/d', '/c/e', '/z'])
  fc.assert(
    fc.property(
      fc.option(shaped, { nil: undefined }),
      shaped,
      reset,
      shaped,
      (current, defaults, paths, merge) => {
        const effective = effectiveConfiguration({ current, defaults, reset: paths, merge })
        const expected = model({ current, defaults, reset: paths, merge })
        const ends = (table: Iterable<[string, unknown, string]>) =>
          [...table].filter(([path, value]) => path !== '' && !sameJson(value, {})).sort()
        expect(
          ends(
            effective.keys
              .filter(({ change }) => change !== 'removed')
              .map(({ pointer, after, source }) => [pointer, after, source]),
          ),
        ).toEqual(ends([...expected].map(([path, { value, source }]) => [path, value, source])))
        for (const { pointer, before } of effective.keys) expect(valueAt(current, pointer)).toEqual(before)
      },
    ),
  )
})

test('a value in the place of an object, and an object in the place of a value', () => {
  expect(sources({ current: { a: { b: 1 } }, merge: { a: 2 } })).toEqual({ '/a': 'merge', '/a/b': 'merge' })
  expect(sources({ current: { a: 2 }, merge: { a: {} } })).toEqual({ '/a': 'merge' })
  expect(sources({ current: { a: { b: 1 } }, merge: { a: {} } })).toEqual({ '/a/b': 'existing' })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffJson, leavesOf, replayUpdates, restoringUpdate, sameJson } from './configuration-diff.ts'
import { applyConfigurationUpdate } from './configuration-merge.ts'

/** Few keys, so that documents meet; none that is a number, since devices do not reset those. */
const key = fc.constantFrom('a', 'b', 'c/d', 'e~')
const { value: json } = fc.letrec(tie => ({
  leaf: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constant(null), fc.constantFrom([], [1])),
  value: fc.oneof({ depthSize: 'small' }, tie('leaf'), fc.dictionary(key, tie('value'), { maxKeys: 3 })),
}))
const document = fc.dictionary(key, json, { maxKeys: 3 })

test('ends of a document', () => {
  expect([...leavesOf({ a: { 'b/c': [1, { d: 2 }], e: {} }, f: null })]).toEqual([
    ['/a/b~1c', [1, { d: 2 }]],
    ['/a/e', {}],
    ['/f', null],
  ])
  expect([...leavesOf({})]).toEqual([['', {}]])
  expect([...leavesOf(undefined)]).toEqual([])
})

test('differences, whatever the order of keys', () => {
  expect(diffJson({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 4, c: 2 }, e: [1] })).toEqual([
    { pointer: '/a', change: 'removed', before: 1, after: undefined },
    { pointer: '/b/d', change: 'changed', before: 3, after: 4 },
    { pointer: '/e', change: 'added', before: undefined, after: [1] },
  ])
})

test('nothing differs just where the documents are the same', () => {
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    )
  fc.assert(
    fc.property(document, document, (a, b) => {
      expect(diffJson(a, b).length === 0).toBe(sorted(a) === sorted(b))
      expect(sameJson(a, b)).toBe(sorted(a) === sorted(b))
      const back = diffJson(b, a).map(({ pointer }) => pointer)
      expect(back.sort()).toEqual(
        diffJson(a, b)
          .map(({ pointer }) => pointer)
          .sort(),
      )
    }),
  )
})

test('the restoring update leads from any configuration to any other', () => {
  fc.assert(
    fc.property(document, document, (now, goal) => {
      const { reset, merge, impossible } = restoringUpdate(now, goal)
      expect(impossible).toEqual([])
      expect(applyConfigurationUpdate({ current: now, reset, merge })).toEqual(goal)
    }),
  )
})

test('what devices do not reset is named', () => {
  expect(restoringUpdate({ a: { 0: 1, b: 2 } }, { a: {} })).toMatchObject({
    reset: ['/a/b'],
    impossible: ['/a/0'],
  })
})

test('updates one after the other', () => {
  const value = replayUpdates([
    { defaults: { port: 80 }, merge: { host: 'a' } },
    { defaults: { port: 81 }, merge: { host: 'b' } },
    { defaults: { port: 81 }, reset: ['/port'] },
  ])
  expect(value).toEqual({ port: 81, host: 'b' })
})

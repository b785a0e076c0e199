import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ComponentDeployment } from './deployment.ts'
import { diffComponents } from './deployment-diff.ts'

test('names every change, what is uninstalled first', () => {
  const merge = (text: string) => ({ componentVersion: '1.0.0', configurationUpdate: { merge: text } })
  const before = {
    gone: { componentVersion: '1.0.0' },
    up: { componentVersion: '1.9.0' },
    down: { componentVersion: '2.0.0' },
    same: merge('{"a":1,"b":2}'),
    set: merge('{"a":1}'),
  }
  const after = {
    up: { componentVersion: '1.10.0' },
    down: { componentVersion: '2.0.0-beta' },
    same: merge('{ "b": 2, "a": 1 }'),
    set: merge('{"a":2}'),
    fresh: { componentVersion: '1.0.0' },
  }
  expect(diffComponents(before, after).map(({ name, change, from, to }) => [name, change, from, to])).toEqual(
    [
      ['gone', 'uninstalled', '1.0.0', undefined],
      ['down', 'downgraded', '2.0.0', '2.0.0-beta'],
      ['up', 'updated', '1.9.0', '1.10.0'],
      ['fresh', 'added', undefined, '1.0.0'],
      ['set', 'reconfigured', '1.0.0', '1.0.0'],
      ['same', 'unchanged', '1.0.0', '1.0.0'],
    ],
  )
})

test('settings that change with the version are said too', () => {
  const [only] = diffComponents(
    { a: { componentVersion: '1.0.0' } },
    { a: { componentVersion: '1.1.0', runWith: { posixUser: 'ggc_user' } } },
  )
  expect(only).toMatchObject({ change: 'updated', settingsChanged: true })
})

const components = fc.dictionary(
  fc.stringMatching(/^[a-e]$/),
  fc.record({
    componentVersion: fc.constantFrom('1.0.0', '1.1.0', '2.0.0'),
  }) as fc.Arbitrary<ComponentDeployment>,
)

test('every component of either side appears once, and the way back mirrors the way there', () => {
  const opposite = {
    added: 'uninstalled',
    uninstalled: 'added',
    updated: 'downgraded',
    downgraded: 'updated',
  } as const
  fc.assert(
    fc.property(components, components, (before, after) => {
      const there = diffComponents(before, after)
      expect(there.map(({ name }) => name).sort()).toEqual(
        [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(),
      )
      const back = new Map(diffComponents(after, before).map(({ name, change }) => [name, change]))
      for (const { name, change } of there) expect(back.get(name)).toBe(opposite[change as 'added'] ?? change)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffJson, leavesOf, replayUpdates } from './configuration-diff.ts'
import type { ComponentDeployment, Deployment } from './deployment.ts'
import { compareRevisions, revisionsInOrder, rollback } from './deployment-history.ts'

const revision = (
  n: number,
  components: Record<string, ComponentDeployment>,
  over: Partial<Deployment> = {},
): Deployment => ({
  id: `d${n}`,
  name: 'Line 1',
  targetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1',
  revisionId: String(n),
  created: n * 1000,
  status: 'ACTIVE',
  isLatestForTarget: false,
  parentTargetArn: null,
  iotJobId: `j${n}`,
  components,
  jobConfiguration: {},
  policies: {},
  tags: {},
  ...over,
})
const app = (componentVersion: string, merge?: unknown, reset?: string[]): ComponentDeployment => ({
  componentVersion,
  ...((merge !== undefined || reset) && {
    configurationUpdate: {
      ...(merge !== undefined && { merge: JSON.stringify(merge) }),
      ...(reset && { reset }),
    },
  }),
})

test('newest first, by number', () => {
  const order = (...ids: string[]) =>
    revisionsInOrder(ids.map((revisionId, i) => ({ revisionId, created: i, id: String(i) }))).map(
      one => one.revisionId,
    )
  expect(order('9', '10', '1')).toEqual(['10', '9', '1'])
  expect(order('', 'x')).toEqual(['x', ''])
})

describe('two revisions compared', () => {
  const before = revision(1, { App: app('1.0.0', { port: 80, host: 'a' }), Old: app('1.0.0') })
  const after = revision(
    2,
    { App: { ...app('1.1.0', { host: 'a', port: 81 }, ['/x']), runWith: { posixUser: 'ggc' } } },
    { policies: { failureHandlingPolicy: 'DO_NOTHING' }, tags: { team: 'a' }, name: 'Line one' },
  )
  const comparison = compareRevisions(before, after)

  test('components and their configuration by meaning', () => {
    expect(comparison.components.map(({ name, change }) => [name, change])).toEqual([
      ['Old', 'uninstalled'],
      ['App', 'updated'],
    ])
    expect(comparison.components[1]).toMatchObject({
      merge: [{ pointer: '/port', change: 'changed', before: 80, after: 81 }],
      resetAdded: ['/x'],
      resetRemoved: [],
      runWith: [{ pointer: '/posixUser', change: 'added', after: 'ggc' }],
    })
  })

  test('policies, tags and name', () => {
    expect(comparison.policies).toMatchObject([{ pointer: '/failureHandlingPolicy', after: 'DO_NOTHING' }])
    expect(comparison.tags).toMatchObject([{ pointer: '/team' }])
    expect(comparison.name).toEqual({ before: 'Line 1', after: 'Line one' })
    expect(comparison.same).toBe(false)
  })

  test('a revision is the same as itself, written in another order', () => {
    const again = {
      ...before,
      id: 'x',
      components: { Old: app('1.0.0'), App: app('1.0.0', { host: 'a', port: 80 }) },
    }
    expect(compareRevisions(before, again).same).toBe(true)
  })
})

describe('roll back', () => {
  const history = [
    revision(1, { App: app('1.0.0', { port: 80 }) }),
    revision(2, { App: app('2.0.0', { port: 81, debug: true }), Extra: app('1.0.0') }),
  ]

  test('is a new deployment with the content of the old one, and names what goes', () => {
    const back = rollback(history[0]!, history)
    expect(back.request).toEqual({
      targetArn: history[0]?.targetArn,
      deploymentName: 'Line 1',
      components: history[0]?.components,
    })
    expect(back.uninstalled).toEqual(['Extra'])
    expect(back.comparison.components.map(({ change }) => change)).toEqual(['uninstalled', 'downgraded'])
  })

  test('says what configuration would stay, and takes it back if asked', () => {
    expect(rollback(history[0]!, history).leftovers).toEqual([
      { component: 'App', reset: ['/debug'], merge: {}, impossible: [] },
    ])
    const { request } = rollback(history[0]!, history, { restoreConfiguration: true })
    expect(request.components?.App).toEqual(app('1.0.0', { port: 80 }, ['/debug']))
  })

  test('brings the configuration of a device that got every revision back to what it was', () => {
    const key = fc.constantFrom('a', 'b', 'c')
    const leaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(null, [1]))
    const merge = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf, { maxKeys: 2 })), { maxKeys: 3 })
    const update = fc.record({ merge, reset: fc.subarray(['/a', '/b', '/a/b', '/c/a']) })
    fc.assert(
      fc.property(
        fc.array(update, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        merge,
        (updates, at, defaults) => {
          const revisions = updates.map((one, i) =>
            revision(i + 1, { App: app('1.0.0', one.merge, one.reset) }),
          )
          const chosen = at % revisions.length
          const device = (steps: readonly { merge: unknown; reset: string[] }[]) =>
            replayUpdates(steps.map(step => ({ ...step, defaults })))
          const back = rollback(revisions[chosen]!, revisions, {
            restoreConfiguration: true,
            defaults: () => defaults,
          })
          const sent = back.request.components?.App?.configurationUpdate
          const after = device([
            ...updates,
            { merge: JSON.parse(sent?.merge ?? '{}'), reset: sent?.reset ?? [] },
          ])
          const goal = device(updates.slice(0, chosen + 1))
          const impossible = back.leftovers.flatMap(leftover => leftover.impossible)
          expect(
            diffJson(after, goal)
              .map(({ pointer }) => pointer)
              .sort(),
          ).toEqual(impossible.sort())
          // Only a default that something else had kept out can be in the way.
          expect(
            impossible.every(pointer => leavesOf(defaults).has(pointer) || leavesOf(goal).has(pointer)),
          ).toBe(true)
          if (leavesOf(defaults).has('')) expect(impossible).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a component that was uninstalled in between starts anew', () => {
    const gone = [history[0]!, revision(2, {}), revision(3, { App: app('1.0.0') })]
    expect(rollback(gone[2]!, gone).leftovers).toEqual([])
  })
})

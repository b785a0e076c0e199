import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeploymentSummary } from './deployment.ts'
import { type CleanupOutcome, cleanupReport, cleanupSelection } from './deployment-cleanup.ts'

const summary = (target: string, n: number, over: Partial<DeploymentSummary> = {}): DeploymentSummary => ({
  id: `${target}-${n}`,
  name: '',
  targetArn: target,
  revisionId: String(n),
  created: n * 1000,
  status: 'INACTIVE',
  isLatestForTarget: false,
  parentTargetArn: null,
  ...over,
})
const ids = (deployments: readonly DeploymentSummary[]) => deployments.map(({ id }) => id)
const all = { keep: 0, before: null, targetArn: null }

test('superseded ones, oldest first, never the newest of a target', () => {
  const deployments = [
    summary('a', 3, { isLatestForTarget: true, status: 'CANCELED' }),
    summary('a', 2),
    summary('a', 1),
    summary('b', 1, { status: 'ACTIVE' }),
    summary('b', 2, { isLatestForTarget: true, status: 'ACTIVE' }),
  ]
  const selection = cleanupSelection(deployments, all)
  expect(ids(selection.remove)).toEqual(['a-1', 'a-2'])
  expect(selection.refused).toMatchObject([
    { deployment: { id: 'b-1' }, reason: 'An active deployment must be cancelled before it can be deleted.' },
  ])
  expect(ids(cleanupSelection(deployments, { ...all, keep: 1 }).remove)).toEqual(['a-1'])
  expect(ids(cleanupSelection(deployments, { ...all, before: 2000 }).remove)).toEqual(['a-1'])
  expect(ids(cleanupSelection(deployments, { ...all, targetArn: 'b' }).remove)).toEqual([])
})

test('every superseded one is removed, kept or refused, and each target keeps what the rule says', () => {
  const any = fc.record({
    target: fc.constantFrom('a', 'b'),
    n: fc.nat(30),
    status: fc.constantFrom('ACTIVE', 'CANCELED', 'INACTIVE'),
    isLatestForTarget: fc.boolean(),
    created: fc.option(fc.nat(30_000)),
  })
  const rules = fc.record({
    keep: fc.nat(4),
    before: fc.option(fc.nat(30_000)),
    targetArn: fc.constant(null),
  })
  fc.assert(
    fc.property(fc.array(any), rules, (given, rule) => {
      const deployments = given.map(({ target, n, ...over }, i) => ({
        ...summary(target, n, over),
        id: `d${i}`,
      }))
      const { remove, kept, refused } = cleanupSelection(deployments, rule)
      const superseded = deployments.filter(one => !one.isLatestForTarget)
      expect([...ids(remove), ...ids(kept), ...ids(refused.map(one => one.deployment))].sort()).toEqual(
        ids(superseded).sort(),
      )
      for (const target of ['a', 'b']) {
        const of = superseded.filter(one => one.targetArn === target)
        const left = kept.filter(one => one.targetArn === target)
        expect(left.length).toBeGreaterThanOrEqual(Math.min(rule.keep, of.length))
      }
      expect(remove.every(one => one.status !== 'ACTIVE')).toBe(true)
    }),
  )
})

test('the report adds up', () => {
  const selected = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id }))
  const outcomes = new Map<string, CleanupOutcome>([
    ['a', { ok: true }],
    ['b', { ok: false, message: 'Gone', missing: true }],
    ['c', { ok: false, message: 'Conflict' }],
    ['d', { ok: false, message: 'Conflict' }],
    ['e', null],
  ])
  expect(cleanupReport(selected, outcomes)).toEqual({
    total: 5,
    deleted: ['a', 'b'],
    failed: [{ message: 'Conflict', ids: ['c', 'd'] }],
    notSent: ['e'],
    words: '2 of 5 deleted, 2 failed, 1 not tried.',
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeploymentSummary } from './deployment.ts'
import {
  type CleanupOutcome,
  type CleanupRule,
  cleanupCandidates,
  cleanupReport,
  cleanupReportText,
} from './deployment-cleanup.ts'

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
/** The candidates by verdict. */
function cleanupSelection(deployments: DeploymentSummary[], rule: CleanupRule) {
  const candidates = cleanupCandidates(deployments, rule)
  const of = (verdict: string) => candidates.filter(one => one.verdict === verdict)
  return {
    remove: of('delete').map(one => one.deployment),
    kept: of('keep').map(one => one.deployment),
    refused: of('refuse'),
  }
}
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

test('each says why', () => {
  const reasons = (rule: CleanupRule, ...given: DeploymentSummary[]) =>
    cleanupCandidates(given, rule).map(({ deployment, reason }) => `${deployment.id}: ${reason}`)
  const newest = summary('a', 4, { isLatestForTarget: true, status: 'ACTIVE' })
  expect(reasons({ ...all, keep: 1 }, summary('a', 2), newest, summary('a', 3))).toEqual([
    'a-2: Revision 4 is in its place, and no device is given this one any more.',
    'a-3: To roll back to: the one before the newest of its target.',
  ])
  expect(
    reasons({ ...all, before: 2000 }, newest, summary('a', 3), summary('a', 2, { created: null })),
  ).toEqual(['a-2: The service does not say how old it is.', 'a-3: Not old enough.'])
  expect(reasons(all, summary('b', 1))).toEqual([
    'b-1: A newer revision had taken its place, and no device is given this one any more.',
  ])
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

test('the report as text names every deployment once', () => {
  const target = 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1'
  const selected = [1, 2, 3].map(n => summary(target, n, { id: `d${n}`, name: n === 1 ? 'First' : '' }))
  const outcomes = new Map<string, CleanupOutcome>([
    ['d1', { ok: true }],
    ['d2', { ok: false, message: 'Conflict' }],
  ])
  expect(cleanupReportText(selected, cleanupReport(selected, outcomes), 'Clean-up')).toBe(
    [
      'Clean-up',
      '1 of 3 deleted, 1 failed, 1 not tried.',
      '',
      'Deleted (1)',
      '  d1  Line1 revision 1  First',
      '',
      'Failed: Conflict (1)',
      '  d2  Line1 revision 2',
      '',
      'Not tried (1)',
      '  d3  Line1 revision 3',
      '',
    ].join('\n'),
  )
})

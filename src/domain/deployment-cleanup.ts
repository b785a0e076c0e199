import { targetName } from './arn.ts'
import type { DeploymentSummary } from './deployment.ts'
import { revisionsInOrder } from './deployment-history.ts'
import { deploymentCan } from './deployment-state.ts'

export interface CleanupRule {
  /** Superseded revisions of each target to keep, the newest ones: what one can still roll back to. */
  keep: number
  /** Only those created before this time (epoch ms); `null` for any age. Without a known time one is kept. */
  before: number | null
  /** Only this target's; `null` for all. */
  targetArn: string | null
}

/** A superseded deployment, and whether the rule deletes it. */
export interface CleanupCandidate {
  deployment: DeploymentSummary
  /** `refuse`: the service would not delete it as it is. */
  verdict: 'delete' | 'keep' | 'refuse'
  /** Why, as a sentence. */
  reason: string
}

/**
 * The superseded deployments, oldest first, each with what the rule makes of it: never a target's newest revision,
 * whatever its status. The list must be whole (all history), or a target's newest revision may be missing from it.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/delete-deployments.html
 */
export function cleanupCandidates(
  deployments: Iterable<DeploymentSummary>,
  rule: CleanupRule,
): CleanupCandidate[] {
  const candidates: CleanupCandidate[] = []
  const byTarget = new Map<string, DeploymentSummary[]>()
  for (const deployment of deployments) {
    if (rule.targetArn !== null && deployment.targetArn !== rule.targetArn) continue
    const revisions = byTarget.get(deployment.targetArn)
    if (revisions) revisions.push(deployment)
    else byTarget.set(deployment.targetArn, [deployment])
  }
  for (const revisions of byTarget.values()) {
    const ordered = revisionsInOrder(revisions)
    const newest = ordered.find(({ isLatestForTarget }) => isLatestForTarget)
    for (const [index, deployment] of ordered.filter(one => !one.isLatestForTarget).entries())
      candidates.push({ deployment, ...verdictOn(deployment, index, newest, rule) })
  }
  return candidates.sort(
    (a, b) =>
      (a.deployment.created ?? 0) - (b.deployment.created ?? 0) ||
      (a.deployment.id < b.deployment.id ? -1 : 1),
  )
}

/** `age` counts the superseded revisions of the same target that are newer. */
function verdictOn(
  deployment: DeploymentSummary,
  age: number,
  newest: DeploymentSummary | undefined,
  rule: CleanupRule,
): Pick<CleanupCandidate, 'verdict' | 'reason'> {
  if (age < rule.keep)
    return {
      verdict: 'keep',
      reason:
        rule.keep === 1
          ? 'To roll back to: the one before the newest of its target.'
          : `To roll back to: one of the ${rule.keep} before the newest of its target.`,
    }
  if (rule.before !== null && deployment.created === null)
    return { verdict: 'keep', reason: 'The service does not say how old it is.' }
  if (rule.before !== null && deployment.created! >= rule.before)
    return { verdict: 'keep', reason: 'Not old enough.' }
  const can = deploymentCan.delete(deployment)
  if (!can.ok) return { verdict: 'refuse', reason: can.reason }
  return {
    verdict: 'delete',
    reason: newest
      ? `Revision ${newest.revisionId} is in its place, and no device is given this one any more.`
      : 'A newer revision had taken its place, and no device is given this one any more.',
  }
}

/** How one deletion ended; `missing`: somebody else has deleted it. `null`: not sent. */
export type CleanupOutcome = { ok: true } | { ok: false; message: string; missing?: boolean } | null

export interface CleanupReport {
  total: number
  deleted: string[]
  /** Ids by what the service said, the commonest first. */
  failed: { message: string; ids: string[] }[]
  notSent: string[]
  /** One sentence for the end of a run, or for the middle of it. */
  words: string
}

/** What a clean-up has done so far; `outcomes` by deployment id. */
export function cleanupReport(
  selected: readonly Pick<DeploymentSummary, 'id'>[],
  outcomes: ReadonlyMap<string, CleanupOutcome>,
): CleanupReport {
  const [deleted, notSent]: [string[], string[]] = [[], []]
  const failed = new Map<string, string[]>()
  for (const { id } of selected) {
    const outcome = outcomes.get(id) ?? null
    if (outcome === null) notSent.push(id)
    else if (outcome.ok || outcome.missing) deleted.push(id)
    else {
      const ids = failed.get(outcome.message)
      if (ids) ids.push(id)
      else failed.set(outcome.message, [id])
    }
  }
  const failures = [...failed]
    .map(([message, ids]) => ({ message, ids }))
    .sort((a, b) => b.ids.length - a.ids.length || (a.message < b.message ? -1 : 1))
  const lost = failures.reduce((sum, { ids }) => sum + ids.length, 0)
  const words = [
    `${deleted.length.toLocaleString('en-US')} of ${selected.length.toLocaleString('en-US')} deleted`,
    lost > 0 && `${lost.toLocaleString('en-US')} failed`,
    notSent.length > 0 && `${notSent.length.toLocaleString('en-US')} not tried`,
  ]
  return {
    total: selected.length,
    deleted,
    failed: failures,
    notSent,
    words: `${words.filter(Boolean).join(', ')}.`,
  }
}

/** The report as text to keep: what was deleted, what was not and why. `heading` says where and when. */
export function cleanupReportText(
  selected: readonly DeploymentSummary[],
  report: CleanupReport,
  heading: string,
): string {
  const byId = new Map(selected.map(deployment => [deployment.id, deployment]))
  const part = (title: string, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : [
          '',
          `${title} (${ids.length.toLocaleString('en-US')})`,
          ...ids.flatMap(id => {
            const one = byId.get(id)
            if (!one) return []
            const name = one.name ? `  ${one.name}` : ''
            return [`  ${id}  ${targetName(one.targetArn)} revision ${one.revisionId}${name}`]
          }),
        ]
  return [
    heading,
    report.words,
    ...part('Deleted', report.deleted),
    ...report.failed.flatMap(({ message, ids }) => part(`Failed: ${message}`, ids)),
    ...part('Not tried', report.notSent),
    '',
  ].join('\n')
}

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

export interface CleanupSelection {
  /** In the order to delete them: oldest first. */
  remove: DeploymentSummary[]
  /** Superseded ones that cannot be deleted as they are, with the reason. */
  refused: { deployment: DeploymentSummary; reason: string }[]
  /** Superseded ones that the rule keeps. */
  kept: DeploymentSummary[]
}

/**
 * The superseded deployments that a clean-up deletes: never a target's newest revision, whatever its status. The list
 * must be whole (all history), or a target's newest revision may be missing from it.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/delete-deployments.html
 */
export function cleanupSelection(
  deployments: Iterable<DeploymentSummary>,
  rule: CleanupRule,
): CleanupSelection {
  const selection: CleanupSelection = { remove: [], refused: [], kept: [] }
  const byTarget = new Map<string, DeploymentSummary[]>()
  for (const deployment of deployments) {
    if (rule.targetArn !== null && deployment.targetArn !== rule.targetArn) continue
    const revisions = byTarget.get(deployment.targetArn)
    if (revisions) revisions.push(deployment)
    else byTarget.set(deployment.targetArn, [deployment])
  }
  for (const revisions of byTarget.values()) {
    const superseded = revisionsInOrder(revisions).filter(({ isLatestForTarget }) => !isLatestForTarget)
    for (const [index, deployment] of superseded.entries()) {
      const { created } = deployment
      const old = rule.before === null || (created !== null && created < rule.before)
      const verdict = deploymentCan.delete(deployment)
      if (index < rule.keep || !old) selection.kept.push(deployment)
      else if (verdict.ok) selection.remove.push(deployment)
      else selection.refused.push({ deployment, reason: verdict.reason })
    }
  }
  selection.remove.sort((a, b) => (a.created ?? 0) - (b.created ?? 0) || (a.id < b.id ? -1 : 1))
  return selection
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
    else failed.set(outcome.message, [...(failed.get(outcome.message) ?? []), id])
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

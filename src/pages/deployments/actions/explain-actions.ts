import { parseTargetArn, targetName } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { deploymentCan } from '#src/domain/deployment-state.ts'
import type { JobCounts } from '#src/domain/job.ts'
import { totalCount } from '#src/domain/job-counts.ts'
import { countText } from '../count-text.ts'

export type WriteAction = 'cancel' | 'delete'

/**
 * What an action does and what it does not do, for one deployment. `groupSize` is how many devices its group has;
 * null if that is not known. The job counts only those that the rollout has come to.
 */
export function consequences(
  action: WriteAction,
  deployment: DeploymentSummary,
  counts: JobCounts | null,
  groupSize: number | null,
): string[] {
  const group = parseTargetArn(deployment.targetArn)?.kind === 'thinggroup'
  const where = targetName(deployment.targetArn)
  if (action === 'delete')
    return [
      'The deployment and its history go from every list; that cannot be undone.',
      'Devices go on running what they have. Nothing is uninstalled.',
      'A device whose next deployment fails can still roll back to what this one brought.',
      `${where} can be deployed to again at any time.`,
    ]
  const unreached = counts && groupSize !== null ? Math.max(0, groupSize - totalCount(counts)) : 0
  const waiting = counts ? counts.queued + unreached : null
  const begun = counts?.inProgress ?? 0
  return [
    waiting === null
      ? 'Devices that have not received it yet will not get it.'
      : waiting === 0
        ? group && groupSize === null
          ? 'No device is waiting for it; those that it has not come to yet will not get it.'
          : 'No device is waiting for it.'
        : `${countText(waiting, 'device has', 'devices have')} not received it and will not get it.`,
    begun > 0 ? `${countText(begun, 'device is', 'devices are')} in the middle of it and will finish.` : '',
    'Devices that have it keep it: nothing is undone or uninstalled.',
    group ? `Devices that join ${where} later no longer get it.` : '',
    'To take back what it brought, revise it.',
  ].filter(Boolean)
}

/** Those of a selection that an action can be done to, and why others or all are left out. */
export function permitted(
  action: WriteAction,
  deployments: readonly DeploymentSummary[],
): { able: DeploymentSummary[]; reason: string | undefined; leftOut: string | undefined } {
  const verdicts = deployments.map(deployment => ({ deployment, verdict: deploymentCan[action](deployment) }))
  const able = verdicts.filter(({ verdict }) => verdict.ok).map(({ deployment }) => deployment)
  const refused = verdicts.find(({ verdict }) => !verdict.ok)?.verdict
  const reason =
    deployments.length === 0
      ? 'Choose deployments in the list first.'
      : able.length === 0 && refused && !refused.ok
        ? refused.reason
        : undefined
  const others = deployments.length - able.length
  const leftOut =
    able.length > 0 && refused && !refused.ok
      ? `${countText(others, 'other that is chosen is', 'others that are chosen are')} left out: ${refused.reason.charAt(0).toLowerCase()}${refused.reason.slice(1)}`
      : undefined
  return { able, reason, leftOut }
}

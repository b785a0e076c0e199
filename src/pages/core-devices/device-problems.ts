import { targetName } from '#src/domain/arn.ts'
import type { CoreDevice, EffectiveDeployment, InstalledComponent } from '#src/domain/core-device.ts'
import { explainFailure } from '#src/domain/failure-groups.ts'
import { deviceFreshness } from '#src/domain/fleet-health.ts'
import { explainState } from './component-states.ts'

export interface DeviceProblem {
  severity: 'error' | 'warning'
  title: string
  detail: string
  /** The tab that tells more. */
  tab: 'components' | 'deployments' | 'connectivity'
}

interface DeviceFacts {
  device: Pick<CoreDevice, 'status' | 'lastStatusUpdate'> | undefined
  components: readonly InstalledComponent[]
  deployments: readonly EffectiveDeployment[]
  /** What could not be read at all: nothing is known to be well there. */
  unread?: readonly ('components' | 'deployments')[]
  /** Epoch ms of the service's clock. */
  now: number
}

export const unsuccessful: readonly string[] = ['FAILED', 'REJECTED', 'TIMED_OUT']

/** What a person should look at first on this device, the gravest first. */
export function deviceProblems({
  device,
  components,
  deployments,
  unread = [],
  now,
}: DeviceFacts): DeviceProblem[] {
  const problems: DeviceProblem[] = []
  for (const component of components) {
    if (component.state !== 'BROKEN' && component.state !== 'ERRORED') continue
    const { why, remedy } = explainState(component)
    problems.push({
      severity: component.state === 'BROKEN' ? 'error' : 'warning',
      title: `${component.name} ${component.version} is ${component.state === 'BROKEN' ? 'broken' : 'errored and recovering'}`,
      detail: `${why} ${remedy}`.trim(),
      tab: 'components',
    })
  }
  for (const deployment of newestByTarget(deployments)) {
    if (!unsuccessful.includes(deployment.executionStatus)) continue
    const { headline, remedy } = explainFailure(deployment)
    problems.push({
      severity: 'error',
      title: `${deployment.deploymentName || `The deployment to ${targetName(deployment.targetArn)}`} did not come through`,
      detail: `${headline}. ${remedy}`,
      tab: 'deployments',
    })
  }
  for (const tab of unread)
    problems.push({
      severity: 'warning',
      title: `Its ${tab} could not be read`,
      detail: 'Whether something is wrong with them is not known.',
      tab,
    })
  const freshness = device ? deviceFreshness(device.lastStatusUpdate, now) : 'fresh'
  if (freshness === 'silent' || freshness === 'stale')
    problems.push({
      severity: 'warning',
      title: freshness === 'silent' ? 'No report for more than two days' : 'A daily report was missed',
      detail:
        'What is shown is what it last said. Check its power and network, then the log of its nucleus on the device.',
      tab: 'connectivity',
    })
  return problems.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}

/** Of each target the newest deployment: an older one that failed has been replaced. */
function newestByTarget(deployments: readonly EffectiveDeployment[]): EffectiveDeployment[] {
  const newest = new Map<string, EffectiveDeployment>()
  for (const deployment of deployments) {
    const known = newest.get(deployment.targetArn)
    if (!known || (deployment.created ?? 0) > (known.created ?? 0))
      newest.set(deployment.targetArn, deployment)
  }
  return [...newest.values()]
}

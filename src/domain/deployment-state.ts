import { parseTargetArn } from './arn.ts'
import type { Deployment, DeploymentSummary } from './deployment.ts'
import type { Job, JobCounts } from './job.ts'
import { emptyCounts, movingCount, totalCount, unsuccessfulCount } from './job-counts.ts'
import { abortTriggered } from './rollout.ts'

export type DeploymentStateName =
  | 'waiting'
  | 'rolling-out'
  | 'healthy'
  | 'degraded'
  | 'stuck'
  | 'halted'
  | 'cancelled'
  | 'superseded'
  | 'failed'
  | 'completed'
  | 'unknown'

export interface DeploymentState {
  state: DeploymentStateName
  label: string
  /** One or two sentences for a person. */
  detail: string
  /** Devices that failed, rejected or timed out; 0 where the job is not known. */
  failed: number
}

/** What is known of a deployment: a list entry, or the whole of it. */
export type KnownDeployment = DeploymentSummary & Partial<Pick<Deployment, 'iotJobId' | 'jobConfiguration'>>

interface Facts {
  deployment: KnownDeployment
  job: Job | null
  counts: JobCounts
  now: number
  /** Epoch ms of the last sign of progress, as far as known. */
  lastProgress: number
  /** Devices on which a component broke after the deployment had succeeded there. */
  brokeLater: number
}

/** No device has moved for this long: ms. */
export const stuckAfter = 24 * 3_600_000

const devices = (n: number) => `${n.toLocaleString('en-US')} ${n === 1 ? 'device' : 'devices'}`

function toGo(counts: JobCounts): string {
  const moving = movingCount(counts)
  return moving > 0 ? `${devices(moving)} still to go.` : 'None is still under way.'
}

function likelyReasons({ counts }: Facts): string {
  const reasons: string[] = []
  if (counts.queued > 0)
    reasons.push(
      `${devices(counts.queued)} have not picked it up: most likely offline, or not running Greengrass`,
    )
  if (counts.inProgress > 0)
    reasons.push(
      `${devices(counts.inProgress)} have begun and not ended: a long download, a component that defers the update, a Startup step that does not end, or a missing permission greengrass:GetDeploymentConfiguration`,
    )
  return `${reasons.join('. ').replaceAll('1 device have', '1 device has')}.`
}

const alsoBroke = ({ brokeLater }: Facts) =>
  brokeLater > 0 ? ` On ${devices(brokeLater)} a component broke after it had succeeded.` : ''

const isStuck = (f: Facts) => movingCount(f.counts) > 0 && f.now - f.lastProgress >= stuckAfter

/** How long nothing has moved, and why that may be. */
function standstill(f: Facts): string {
  const hours = Math.floor((f.now - f.lastProgress) / 3_600_000)
  const time = hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
  return `No progress for ${time}. ${likelyReasons(f)}`
}

function wasAborted({ deployment, job, counts }: Facts): boolean {
  if (/abort/i.test(`${job?.reasonCode ?? ''} ${job?.comment ?? ''}`)) return true
  return abortTriggered(deployment.jobConfiguration?.abortConfig?.criteriaList ?? [], counts) !== null
}

const isThing = (f: Facts) => parseTargetArn(f.deployment.targetArn)?.kind === 'thing'
const stopped = (f: Facts) => f.deployment.status === 'CANCELED' || f.job?.status === 'CANCELED'
const failed = (f: Facts) => unsuccessfulCount(f.counts)

/** The first rule that applies names the state. ACTIVE alone says nothing good: only devices do. */
const rules: {
  state: DeploymentStateName
  applies: (f: Facts) => boolean
  label: (f: Facts) => string
  detail: (f: Facts) => string
}[] = [
  {
    state: 'superseded',
    applies: f => f.deployment.status === 'INACTIVE' || (!f.deployment.isLatestForTarget && stopped(f)),
    label: () => 'Superseded',
    detail: () => 'A newer revision for this target has taken its place.',
  },
  {
    state: 'halted',
    applies: f => stopped(f) && wasAborted(f),
    label: () => 'Halted',
    detail: f => `Too many failures met an abort criterion: ${devices(failed(f))} did not come through.`,
  },
  {
    state: 'cancelled',
    applies: stopped,
    label: () => 'Cancelled',
    detail: () => 'Devices that already have it keep it; no other device gets it.',
  },
  {
    state: 'failed',
    applies: f => f.deployment.status === 'FAILED',
    label: () => 'Failed',
    detail: f => (isThing(f) ? 'The device reported a failure.' : 'The deployment failed as a whole.'),
  },
  {
    state: 'completed',
    applies: f => f.deployment.status === 'COMPLETED' && failed(f) === 0 && f.brokeLater === 0,
    label: () => 'Completed',
    detail: f => (isThing(f) ? 'The device reported success.' : 'All its devices have come to an end.'),
  },
  {
    state: 'degraded',
    applies: f => failed(f) > 0,
    label: f => `${failed(f).toLocaleString('en-US')} failed`,
    detail: f =>
      `${devices(failed(f))} of ${totalCount(f.counts).toLocaleString('en-US')} did not come through. ${isStuck(f) ? standstill(f) : toGo(f.counts)}${alsoBroke(f)}`,
  },
  {
    state: 'degraded',
    applies: f => f.brokeLater > 0,
    label: f => `${f.brokeLater.toLocaleString('en-US')} broke later`,
    detail: f =>
      `It succeeded${f.counts.succeeded > 0 ? ` on ${devices(f.counts.succeeded)}` : ''}, and a component broke afterwards on ${devices(f.brokeLater)}. ${isStuck(f) ? standstill(f) : toGo(f.counts)}`,
  },
  {
    state: 'unknown',
    applies: f => f.deployment.status !== 'ACTIVE',
    label: f => f.deployment.status || 'Unknown',
    detail: () => 'The service names a status that Meadow does not know.',
  },
  {
    state: 'waiting',
    applies: f => f.job === null && isThing(f),
    label: () => 'Waiting for the device',
    detail: () => 'The device has not reported a result yet.',
  },
  {
    state: 'unknown',
    applies: f => f.job === null,
    label: () => 'In force',
    detail: () => 'In force for its target. How its devices fare is not known here.',
  },
  {
    state: 'waiting',
    applies: f => totalCount(f.counts) - f.counts.canceled - f.counts.removed === 0,
    label: () => 'Waiting',
    detail: () => 'No device has been reached yet. Devices that join the target get it.',
  },
  {
    state: 'stuck',
    applies: isStuck,
    label: f => `Stuck: ${devices(movingCount(f.counts))}`,
    detail: standstill,
  },
  {
    state: 'waiting',
    applies: f =>
      f.counts.queued > 0 && f.counts.queued === movingCount(f.counts) && f.counts.succeeded === 0,
    label: () => 'Waiting for devices',
    detail: f => `${devices(f.counts.queued)} notified; none has begun yet.`,
  },
  {
    state: 'rolling-out',
    applies: f => movingCount(f.counts) > 0,
    label: () => 'Rolling out',
    detail: f =>
      `${devices(f.counts.succeeded)} of ${totalCount(f.counts).toLocaleString('en-US')} reached so far succeeded. ${toGo(f.counts)}`,
  },
  {
    state: 'healthy',
    applies: () => true,
    label: () => 'Healthy',
    detail: f => `All ${devices(f.counts.succeeded)} reached so far succeeded.`,
  },
]

/**
 * What a deployment's state means, derived from its devices. `job` is the IoT job of a deployment to a group, `null`
 * for thing targets and where it has not been read. `now` and `lastProgress` (last known change of a device's
 * execution) are epoch ms of the service's clock. `brokeLater` is the number of devices with a late breakage
 * (`lateBreakages`), as far as known.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/check-deployment-status.html
 */
export function deploymentState(
  deployment: KnownDeployment,
  job: Job | null,
  now: number,
  lastProgress: number | null = null,
  brokeLater = 0,
): DeploymentState {
  const facts: Facts = {
    deployment,
    job,
    counts: job?.counts ?? emptyCounts,
    now,
    lastProgress: lastProgress ?? job?.created ?? deployment.created ?? now,
    brokeLater,
  }
  const rule = rules.find(({ applies }) => applies(facts))!
  return { state: rule.state, label: rule.label(facts), detail: rule.detail(facts), failed: failed(facts) }
}

/** Whether a deployment is still moving, so that a screen has reason to look again soon. */
export function isMoving(state: DeploymentStateName, counts: JobCounts): boolean {
  return state === 'waiting' || state === 'rolling-out' || (state === 'degraded' && movingCount(counts) > 0)
}

export type Verdict = { ok: true } | { ok: false; reason: string }

const yes: Verdict = { ok: true }
const no = (reason: string): Verdict => ({ ok: false, reason })

/**
 * What can be done with a deployment now.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/cancel-deployments.html
 * https://docs.aws.amazon.com/greengrass/v2/APIReference/API_DeleteDeployment.html
 */
export const deploymentCan = {
  /** Cancelling reaches only devices that have not received it. */
  cancel(d: Pick<DeploymentSummary, 'status'>): Verdict {
    if (d.status === 'ACTIVE') return yes
    if (d.status === 'CANCELED') return no('It is already cancelled.')
    return no(
      `Only an active deployment can be cancelled; this one is ${d.status.toLowerCase() || 'in an unknown state'}.`,
    )
  },
  delete(d: Pick<DeploymentSummary, 'status'>): Verdict {
    return d.status === 'ACTIVE'
      ? no('An active deployment must be cancelled before it can be deleted.')
      : yes
  },
  revise(d: Pick<DeploymentSummary, 'targetArn'>): Verdict {
    return parseTargetArn(d.targetArn) ? yes : no('Its target is neither a thing nor a thing group.')
  },
}

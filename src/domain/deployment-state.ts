import { parseTargetArn } from './arn.ts'
import type { Deployment, DeploymentSummary } from './deployment.ts'
import type { Job, JobCounts } from './job.ts'
import { emptyCounts, movingCount, totalCount, unsuccessfulCount } from './job-counts.ts'
import { abortTriggered, reachesMore } from './rollout.ts'

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
  /** Devices are under way or follow, so that a screen has reason to look again soon. */
  moving: boolean
}

/** What is known of a deployment: a list entry, or the whole of it. */
export type KnownDeployment = DeploymentSummary & Partial<Pick<Deployment, 'iotJobId' | 'jobConfiguration'>>

interface Facts {
  deployment: KnownDeployment
  job: Job | null
  counts: JobCounts
  now: number
  /** Epoch ms of the last sign of progress; `null` where the times of its devices have not been read. */
  lastProgress: number | null
  /** Epoch ms at which it began. */
  began: number
  /** Devices on which a component broke after the deployment had succeeded there. */
  brokeLater: number
  /** There may be more of them. */
  moreBroke: boolean
  /** The rollout has not come to all its devices yet. */
  goesOn: boolean
}

/** No device has moved for this long: ms. */
export const stuckAfter = 24 * 3_600_000

const devices = (n: number) => `${n.toLocaleString('en-US')} ${n === 1 ? 'device' : 'devices'}`

function toGo({ counts, goesOn }: Facts): string {
  const moving = movingCount(counts)
  if (goesOn)
    return moving > 0 ? `${devices(moving)} under way, and more devices follow.` : 'More devices follow.'
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

const brokeOn = (f: Facts) => `${f.moreBroke ? 'at least ' : ''}${devices(f.brokeLater)}`

const alsoBroke = (f: Facts) =>
  f.brokeLater > 0 ? ` On ${brokeOn(f)} a component broke after it had succeeded.` : ''

/** Devices are under way since a day, or nobody knows that one has moved since. */
const isStuck = (f: Facts) => movingCount(f.counts) > 0 && f.now - (f.lastProgress ?? f.began) >= stuckAfter

/** How long nothing has moved, and why that may be. Where the former is not known, that is not claimed. */
function standstill(f: Facts): string {
  const time = spanText(f.now - (f.lastProgress ?? f.began))
  const still =
    f.lastProgress === null
      ? `Begun ${time} ago; when a device last moved has not been read.`
      : `No progress for ${time}.`
  return `${still} ${likelyReasons(f)}`
}

function spanText(milliseconds: number): string {
  const hours = Math.floor(milliseconds / 3_600_000)
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
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
    detail: f =>
      f.deployment.parentTargetArn && f.deployment.isLatestForTarget
        ? 'A newer revision of its parent has taken its place.'
        : 'A newer revision for this target has taken its place.',
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
      `${devices(failed(f))} of ${totalCount(f.counts).toLocaleString('en-US')} did not come through. ${isStuck(f) ? standstill(f) : toGo(f)}${alsoBroke(f)}`,
  },
  {
    state: 'degraded',
    applies: f => f.brokeLater > 0,
    label: f => `${f.brokeLater.toLocaleString('en-US')}${f.moreBroke ? ' or more' : ''} broke later`,
    detail: f =>
      `It succeeded${f.counts.succeeded > 0 ? ` on ${devices(f.counts.succeeded)}` : ''}, and a component broke afterwards on ${brokeOn(f)}. ${isStuck(f) ? standstill(f) : toGo(f)}`,
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
    label: f => `${f.lastProgress === null ? 'Waiting for' : 'Stuck:'} ${devices(movingCount(f.counts))}`,
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
      `${devices(f.counts.succeeded)} of ${totalCount(f.counts).toLocaleString('en-US')} reached so far succeeded. ${toGo(f)}`,
  },
  {
    // Between two devices of a slow rollout nothing moves, and yet it has not come to its end.
    state: 'rolling-out',
    applies: f => f.goesOn,
    label: () => 'Rolling out',
    detail: f => `All ${devices(f.counts.succeeded)} reached so far succeeded. ${toGo(f)}`,
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
 * execution, `null` if not known) are epoch ms of the service's clock. `brokeLater` is the number of devices with a late breakage
 * (`lateBreakages`), as far as known; `moreBroke` if there may be more.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/check-deployment-status.html
 */
export function deploymentState(
  deployment: KnownDeployment,
  job: Job | null,
  now: number,
  lastProgress: number | null = null,
  brokeLater = 0,
  moreBroke = false,
): DeploymentState {
  const began = job?.created ?? deployment.created ?? now
  const facts: Facts = {
    deployment,
    job,
    counts: job?.counts ?? emptyCounts,
    now,
    lastProgress,
    began,
    brokeLater,
    moreBroke,
    goesOn: job !== null && reachesMore(job, began, now),
  }
  const rule = rules.find(({ applies }) => applies(facts))!
  return {
    state: rule.state,
    label: rule.label(facts),
    detail: rule.detail(facts),
    failed: failed(facts),
    moving:
      rule.state === 'waiting' ||
      rule.state === 'rolling-out' ||
      (rule.state === 'degraded' && (movingCount(facts.counts) > 0 || facts.goesOn)),
  }
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

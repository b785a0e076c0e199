import { targetName } from '#src/domain/arn.ts'
import type { Deployment, DeploymentRequest, JobConfiguration } from '#src/domain/deployment.ts'
import { rolloutForecast } from '#src/domain/rollout-forecast.ts'
import { durationText } from '#src/ui/time-text.ts'
import { countText } from '../count-text.ts'
import { abortWords, rolloutWords } from './rollout-words.ts'
import type { Uninstall } from './uninstalls.ts'

export interface TargetSize {
  kind: 'thing' | 'thinggroup' | null
  name: string
  size: number | null
  sizeComplete: boolean
}

const nuclei = ['aws.greengrass.Nucleus', 'aws.greengrass.NucleusLite']

/** The deployment told in sentences, in the order in which things happen. */
export function whatHappens(
  request: DeploymentRequest,
  target: TargetSize,
  before: Deployment | null,
  uninstalls: readonly Uninstall[],
): string[] {
  return [
    whoGetsIt(target),
    ...replaced(request, before, uninstalls.length),
    ...rollout(request, target),
    ...onDevice(request),
    ...nucleus(request, before),
  ]
}

function whoGetsIt({ kind, name, size, sizeComplete }: TargetSize): string {
  if (kind === 'thing') return `${name} gets it as soon as it is online.`
  if (size === null) return `The devices of ${name || 'the group'} get it, and any that join later.`
  if (size === 0 && sizeComplete) return `${name} is empty now: devices get it as they join the group.`
  const now = `${sizeComplete ? '' : 'At least '}${countText(size, 'device')}`
  return `${now} in ${name} ${size === 1 ? 'gets' : 'get'} it, and any that join the group later.`
}

function replaced(request: DeploymentRequest, before: Deployment | null, lost: number): string[] {
  const gone = `${countText(lost, 'component')} it leaves out will be uninstalled.`
  if (request.parentTargetArn)
    return [
      `For these devices it takes the place of what ${targetName(request.parentTargetArn)} brings, until that deployment is revised.`,
      ...(lost > 0 ? [gone] : []),
    ]
  if (!before) return []
  const line = `It replaces revision ${before.revisionId}${before.name ? ` (${before.name})` : ''}.`
  return lost === 0 ? [line] : [`${line} ${gone}`]
}

function rollout({ iotJobConfiguration: job }: DeploymentRequest, { kind, size }: TargetSize): string[] {
  if (kind === 'thing' || size === 0) return []
  const timeout = job?.timeoutConfig?.inProgressTimeoutInMinutes
  return [
    rolloutWords(job, size) ?? '',
    ...abortSentences(job, size),
    timeout === undefined
      ? ''
      : `A device that takes longer than ${durationText(timeout * 60_000)} counts as timed out.`,
  ].filter(Boolean)
}

function abortSentences(job: JobConfiguration | undefined, size: number | null): string[] {
  return size === null
    ? (job?.abortConfig?.criteriaList ?? []).map(criterion => abortWords(criterion, null))
    : [...new Set(rolloutForecast(job, size).aborts.map(({ words }) => words))]
}

function onDevice({ deploymentPolicies: policies }: DeploymentRequest): string[] {
  const wait = policies?.componentUpdatePolicy?.timeoutInSeconds ?? 60
  return [
    policies?.componentUpdatePolicy?.action === 'SKIP_NOTIFY_COMPONENTS'
      ? 'Components are updated without being asked.'
      : `Components are asked first and may put the update off for up to ${durationText(wait * 1000)}.`,
    policies?.failureHandlingPolicy === 'DO_NOTHING'
      ? 'A device on which it fails is left as it is then, possibly half updated.'
      : 'A device on which it fails rolls back to what it ran before.',
  ]
}

function nucleus(request: DeploymentRequest, before: Deployment | null): string[] {
  const touched = nuclei.filter(name => {
    const [old, fresh] = [before?.components[name], request.components?.[name]]
    return fresh && JSON.stringify(old) !== JSON.stringify(fresh)
  })
  return touched.length > 0
    ? ['It changes the nucleus, so Greengrass restarts on every device it reaches.']
    : []
}

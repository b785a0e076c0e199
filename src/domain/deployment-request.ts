import { parseTargetArn } from './arn.ts'
import { parseMerge, parsePointer } from './configuration-merge.ts'
import type { ComponentDeployment, Deployment, DeploymentRequest, JobConfiguration } from './deployment.ts'
import { parseVersion } from './version.ts'

export interface RequestProblem {
  /** Path of the member it is about, such as `components.com.example.Reader.componentVersion`; '' for the whole. */
  field: string
  message: string
  severity: 'error' | 'warning'
}

type Report = (field: string, message: string, severity?: RequestProblem['severity']) => void

const kilobyte = 1024

/**
 * Largest deployment document by target, in bytes; larger ones up to `large` need nucleus 2.3.0 and the device's
 * permission greengrass:GetDeploymentConfiguration.
 * https://docs.aws.amazon.com/general/latest/gr/greengrassv2.html
 */
export const documentLimits = {
  thing: 7 * kilobyte,
  thinggroup: 31 * kilobyte,
  large: 6 * kilobyte * kilobyte,
} as const

/** What to send for a new revision that is the same as this one: all but what the service itself adds. */
export function requestFromDeployment(deployment: Deployment): DeploymentRequest {
  const { targetArn, name, components, jobConfiguration, policies, parentTargetArn, tags } = deployment
  return structuredClone({
    targetArn,
    ...(name && { deploymentName: name }),
    components,
    ...(Object.keys(jobConfiguration).length > 0 && { iotJobConfiguration: jobConfiguration }),
    ...(Object.keys(policies).length > 0 && { deploymentPolicies: policies }),
    ...(parentTargetArn && { parentTargetArn }),
    ...(Object.keys(tags).length > 0 && { tags }),
  })
}

/** Size of the deployment document that devices get: bytes of UTF-8, near enough to compare with the limits. */
export function requestSize(request: DeploymentRequest): number {
  const { deploymentName, components, deploymentPolicies } = request
  return new TextEncoder().encode(JSON.stringify({ deploymentName, components, deploymentPolicies })).length
}

function checkTargets(r: DeploymentRequest, report: Report): void {
  const target = parseTargetArn(r.targetArn)
  if (!r.targetArn) report('targetArn', 'Choose a core device or a thing group.')
  else if (!target) report('targetArn', 'The target must be the ARN of a thing or of a thing group.')
  if (r.parentTargetArn === undefined) return
  if (parseTargetArn(r.parentTargetArn)?.kind !== 'thinggroup') {
    report('parentTargetArn', 'The parent target must be the ARN of a thing group.')
  }
  if (target?.kind === 'thing') report('targetArn', 'The target of a sub-deployment must be a thing group.')
  if (r.parentTargetArn === r.targetArn) report('parentTargetArn', 'A target cannot be its own parent.')
}

function checkComponent(name: string, c: ComponentDeployment, report: Report): void {
  const at = `components.${name}`
  if (name === '') report('components', 'A component has no name.')
  if (c.componentVersion === '') report(`${at}.componentVersion`, `Choose a version of ${name}.`)
  else if (c.componentVersion.length > 64)
    report(`${at}.componentVersion`, 'A version has at most 64 characters.')
  else if (!parseVersion(c.componentVersion)) {
    report(`${at}.componentVersion`, `"${c.componentVersion}" is not a version such as 1.0.0.`)
  }
  const { merge, reset } = c.configurationUpdate ?? {}
  if (merge !== undefined) {
    const read = parseMerge(merge)
    if (!read.ok)
      report(`${at}.configurationUpdate.merge`, `The merge for ${name} is not a JSON object: ${read.message}`)
    else if (merge.length > 10_485_760)
      report(`${at}.configurationUpdate.merge`, 'The merge is longer than 10,485,760 characters.')
  }
  for (const [i, pointer] of (reset ?? []).entries()) {
    const field = `${at}.configurationUpdate.reset.${i}`
    if (pointer.length > 256) report(field, 'A reset path has at most 256 characters.')
    else if (!parsePointer(pointer))
      report(field, `"${pointer}" is not a JSON pointer: it begins with "/".`, 'warning')
  }
  if (c.runWith?.posixUser === '') report(`${at}.runWith.posixUser`, 'Give a user, or leave it out.')
  if (c.runWith?.windowsUser === '') report(`${at}.runWith.windowsUser`, 'Give a user, or leave it out.')
  const { memory, cpus } = c.runWith?.systemResourceLimits ?? {}
  const limits = `${at}.runWith.systemResourceLimits`
  if (memory !== undefined && (!Number.isInteger(memory) || memory < 0 || memory > 2 ** 63 - 4096)) {
    report(`${limits}.memory`, 'Memory is a whole number of kilobytes, 0 or more.')
  }
  if (cpus !== undefined && !(cpus >= 0)) report(`${limits}.cpus`, 'CPUs are a number, 0 or more.')
}

function checkRange(
  report: Report,
  field: string,
  value: number | undefined,
  what: string,
  bounds: { min: number; max?: number; decimals?: number },
): void {
  if (value === undefined) return
  const { min, max = Number.MAX_SAFE_INTEGER, decimals = 0 } = bounds
  const number =
    decimals === 0
      ? 'a whole number'
      : `a number with at most ${decimals === 1 ? 'one decimal' : `${decimals} decimals`}`
  const rounded = Math.round(value * 10 ** decimals) / 10 ** decimals
  if (value >= min && value <= max && value === rounded) return
  report(
    field,
    `${what} is ${number} ${max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`}.`,
  )
}

function checkJob(job: JobConfiguration, report: Report): void {
  const at = 'iotJobConfiguration'
  const rollout = job.jobExecutionsRolloutConfig
  const rolloutAt = `${at}.jobExecutionsRolloutConfig`
  const rate = { min: 1, max: 1000 }
  checkRange(
    report,
    `${rolloutAt}.maximumPerMinute`,
    rollout?.maximumPerMinute,
    'The maximum per minute',
    rate,
  )
  const exponential = rollout?.exponentialRate
  if (exponential) {
    const rateAt = `${rolloutAt}.exponentialRate`
    const { baseRatePerMinute: base, incrementFactor, rateIncreaseCriteria: criteria } = exponential
    checkRange(report, `${rateAt}.baseRatePerMinute`, base, 'The base rate', rate)
    // The Greengrass model allows 1, but AWS IoT Jobs, which gets it, asks for 1.1 at least.
    checkRange(report, `${rateAt}.incrementFactor`, incrementFactor, 'The factor', {
      min: 1.1,
      max: 5,
      decimals: 1,
    })
    const { numberOfNotifiedThings: notified, numberOfSucceededThings: succeeded } = criteria
    const criteriaAt = `${rateAt}.rateIncreaseCriteria`
    if ((notified === undefined) === (succeeded === undefined)) {
      report(
        criteriaAt,
        'The rate grows after a number of devices notified or of devices succeeded: give one of them.',
      )
    }
    checkRange(report, `${criteriaAt}.numberOfNotifiedThings`, notified, 'The number of devices', { min: 1 })
    checkRange(report, `${criteriaAt}.numberOfSucceededThings`, succeeded, 'The number of devices', {
      min: 1,
    })
    if (rollout.maximumPerMinute !== undefined && rollout.maximumPerMinute < base) {
      report(`${rolloutAt}.maximumPerMinute`, 'The maximum per minute is below the base rate.', 'warning')
    }
  }
  if (job.abortConfig?.criteriaList.length === 0) {
    report(`${at}.abortConfig.criteriaList`, 'Add a criterion, or leave out aborting.')
  }
  for (const [i, criterion] of (job.abortConfig?.criteriaList ?? []).entries()) {
    const field = `${at}.abortConfig.criteriaList.${i}`
    const percentage = { min: 0.01, max: 100, decimals: 2 }
    checkRange(
      report,
      `${field}.thresholdPercentage`,
      criterion.thresholdPercentage,
      'The threshold',
      percentage,
    )
    const executed = criterion.minNumberOfExecutedThings
    checkRange(report, `${field}.minNumberOfExecutedThings`, executed, 'The least number of devices', {
      min: 1,
    })
  }
  const timeout = job.timeoutConfig?.inProgressTimeoutInMinutes
  const week = { min: 1, max: 10_080 }
  checkRange(
    report,
    `${at}.timeoutConfig.inProgressTimeoutInMinutes`,
    timeout,
    'The timeout in minutes',
    week,
  )
}

function checkTags(tags: Record<string, string>, report: Report): void {
  if (Object.keys(tags).length > 200) report('tags', 'At most 200 tags are allowed.')
  for (const [key, value] of Object.entries(tags)) {
    if (key === '' || key.length > 128) report(`tags.${key}`, 'The key of a tag has 1 to 128 characters.')
    if (/^aws:/i.test(key)) report(`tags.${key}`, 'Keys that begin with aws: are reserved.')
    if (value.length > 256) report(`tags.${key}`, 'The value of a tag has at most 256 characters.')
  }
}

function checkSize(r: DeploymentRequest, report: Report): void {
  const bytes = requestSize(r)
  const limit = documentLimits[parseTargetArn(r.targetArn)?.kind ?? 'thinggroup']
  const size = `The deployment has ${Math.ceil(bytes / kilobyte).toLocaleString('en-US')} KB`
  if (bytes > documentLimits.large) report('', `${size}; at most 6 MB are allowed.`)
  else if (bytes > limit) {
    const need = 'greengrass:GetDeploymentConfiguration'
    report(
      '',
      `${size}, over ${limit / kilobyte} KB: devices need nucleus 2.3.0 and the permission ${need}.`,
      'warning',
    )
  }
}

/**
 * What CreateDeployment would refuse of a request, and what is doubtful about it, by the member it is about.
 * https://docs.aws.amazon.com/greengrass/v2/APIReference/API_CreateDeployment.html
 */
export function checkRequest(request: DeploymentRequest): RequestProblem[] {
  const problems: RequestProblem[] = []
  const report: Report = (field, message, severity = 'error') => problems.push({ field, message, severity })
  checkTargets(request, report)
  if (request.deploymentName !== undefined) {
    const { length } = request.deploymentName
    if (length < 1 || length > 256) report('deploymentName', 'A name has 1 to 256 characters.')
  }
  for (const [name, component] of Object.entries(request.components ?? {}))
    checkComponent(name, component, report)
  if (request.iotJobConfiguration) checkJob(request.iotJobConfiguration, report)
  const { componentUpdatePolicy, configurationValidationPolicy } = request.deploymentPolicies ?? {}
  const seconds = { min: 1, max: 2_147_483_647 }
  const policies = 'deploymentPolicies'
  const update = componentUpdatePolicy?.timeoutInSeconds
  checkRange(
    report,
    `${policies}.componentUpdatePolicy.timeoutInSeconds`,
    update,
    'The timeout in seconds',
    seconds,
  )
  const validation = configurationValidationPolicy?.timeoutInSeconds
  checkRange(
    report,
    `${policies}.configurationValidationPolicy.timeoutInSeconds`,
    validation,
    'The timeout in seconds',
    seconds,
  )
  checkTags(request.tags ?? {}, report)
  checkSize(request, report)
  return problems
}

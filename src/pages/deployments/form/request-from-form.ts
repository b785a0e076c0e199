import type {
  AbortCriterion,
  ComponentDeployment,
  DeploymentPolicies,
  DeploymentRequest,
  JobConfiguration,
} from '#src/domain/deployment.ts'
import {
  type ComponentChoice,
  type DeploymentForm,
  type FieldProblem,
  type RolloutChoice,
  resetPointers,
} from './form-model.ts'

type NumberReader = (value: string, field: string, required?: string) => number | undefined

function numberReader(problems: FieldProblem[]): NumberReader {
  return (value, field, required) => {
    const trimmed = value.trim()
    if (trimmed === '') {
      if (required) problems.push({ field, message: required, severity: 'error' })
      return undefined
    }
    if (/^-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed)
    problems.push({ field, message: `“${trimmed}” is not a number.`, severity: 'error' })
    return undefined
  }
}

function componentFrom(choice: ComponentChoice, number: NumberReader): ComponentDeployment {
  const at = `components.${choice.name}`
  const component: ComponentDeployment = { componentVersion: choice.version.trim() }
  const reset = resetPointers(choice)
  const merge = choice.merge.trim() === '' ? undefined : choice.merge
  if (merge !== undefined || reset.length > 0)
    component.configurationUpdate = {
      ...(merge === undefined ? {} : { merge }),
      ...(reset.length > 0 ? { reset } : {}),
    }
  const memory = number(choice.memory, `${at}.runWith.systemResourceLimits.memory`)
  const cpus = number(choice.cpus, `${at}.runWith.systemResourceLimits.cpus`)
  const limits = {
    ...(memory === undefined ? {} : { memory }),
    ...(cpus === undefined ? {} : { cpus }),
  }
  const runWith = {
    ...(choice.posixUser.trim() ? { posixUser: choice.posixUser.trim() } : {}),
    ...(choice.windowsUser.trim() ? { windowsUser: choice.windowsUser.trim() } : {}),
    ...(Object.keys(limits).length > 0 ? { systemResourceLimits: limits } : {}),
  }
  if (Object.keys(runWith).length > 0) component.runWith = runWith
  return component
}

type RolloutConfig = NonNullable<JobConfiguration['jobExecutionsRolloutConfig']>

function rolloutConfig(rollout: RolloutChoice, number: NumberReader): RolloutConfig | undefined {
  const at = 'iotJobConfiguration.jobExecutionsRolloutConfig'
  if (rollout.kind === 'none') return undefined
  if (rollout.kind === 'constant') {
    const maximumPerMinute = number(
      rollout.maximumPerMinute,
      `${at}.maximumPerMinute`,
      'Enter how many devices may be told in a minute.',
    )
    return maximumPerMinute === undefined ? undefined : { maximumPerMinute }
  }
  const exponential = `${at}.exponentialRate`
  const maximumPerMinute = number(rollout.maximumPerMinute, `${at}.maximumPerMinute`)
  const base = number(
    rollout.baseRate,
    `${exponential}.baseRatePerMinute`,
    'Enter the rate the rollout starts with.',
  )
  const factor = number(
    rollout.factor,
    `${exponential}.incrementFactor`,
    'Enter the factor by which the rate grows.',
  )
  const count = number(
    rollout.criterionCount,
    `${exponential}.rateIncreaseCriteria`,
    'Enter the number of devices after which the rate grows.',
  )
  if (base === undefined || factor === undefined || count === undefined) return undefined
  return {
    ...(maximumPerMinute === undefined ? {} : { maximumPerMinute }),
    exponentialRate: {
      baseRatePerMinute: base,
      incrementFactor: factor,
      rateIncreaseCriteria:
        rollout.criterion === 'notified'
          ? { numberOfNotifiedThings: count }
          : { numberOfSucceededThings: count },
    },
  }
}

function jobConfiguration(form: DeploymentForm, number: NumberReader): JobConfiguration | undefined {
  const config: JobConfiguration = {}
  const rollout = rolloutConfig(form.rollout, number)
  if (rollout) config.jobExecutionsRolloutConfig = rollout
  const criteriaList: AbortCriterion[] = []
  form.abort.forEach((choice, index) => {
    const at = `iotJobConfiguration.abortConfig.criteriaList.${index}`
    const threshold = number(choice.threshold, `${at}.thresholdPercentage`, 'Enter a percentage.')
    const minimum = number(choice.minimum, `${at}.minNumberOfExecutedThings`, 'Enter a number of devices.')
    if (threshold === undefined || minimum === undefined) return
    criteriaList.push({
      failureType: choice.failureType,
      action: 'CANCEL',
      thresholdPercentage: threshold,
      minNumberOfExecutedThings: minimum,
    })
  })
  if (criteriaList.length > 0) config.abortConfig = { criteriaList }
  const timeout = number(form.timeoutMinutes, 'iotJobConfiguration.timeoutConfig.inProgressTimeoutInMinutes')
  if (timeout !== undefined) config.timeoutConfig = { inProgressTimeoutInMinutes: timeout }
  return Object.keys(config).length > 0 ? config : undefined
}

function policiesFrom(form: DeploymentForm, number: NumberReader): DeploymentPolicies | undefined {
  const policies: DeploymentPolicies = {}
  if (form.failureHandling) policies.failureHandlingPolicy = form.failureHandling
  const updateTimeout = number(
    form.updateTimeout,
    'deploymentPolicies.componentUpdatePolicy.timeoutInSeconds',
  )
  if (form.updateAction || updateTimeout !== undefined)
    policies.componentUpdatePolicy = {
      ...(updateTimeout === undefined ? {} : { timeoutInSeconds: updateTimeout }),
      ...(form.updateAction ? { action: form.updateAction } : {}),
    }
  const validation = number(
    form.validationTimeout,
    'deploymentPolicies.configurationValidationPolicy.timeoutInSeconds',
  )
  if (validation !== undefined) policies.configurationValidationPolicy = { timeoutInSeconds: validation }
  return Object.keys(policies).length > 0 ? policies : undefined
}

function tagsFrom(form: DeploymentForm, problems: FieldProblem[]): Record<string, string> | undefined {
  const tags: Record<string, string> = {}
  form.tags.forEach(({ key, value }, index) => {
    if (key === '' && value === '') return
    if (key === '')
      problems.push({ field: `tags.${index}`, message: 'A tag needs a key.', severity: 'error' })
    else if (Object.hasOwn(tags, key))
      problems.push({
        field: `tags.${index}`,
        message: `The key “${key}” is there twice.`,
        severity: 'error',
      })
    else tags[key] = value
  })
  return Object.keys(tags).length > 0 ? tags : undefined
}

/**
 * The body of CreateDeployment, with what the fields hold that cannot be put in one (text where a number belongs,
 * a half-filled rate). Limits of the service are `checkRequest`'s matter.
 */
export function requestFromForm(form: DeploymentForm): {
  request: DeploymentRequest
  problems: FieldProblem[]
} {
  const problems: FieldProblem[] = []
  const number = numberReader(problems)
  const components: Record<string, ComponentDeployment> = {}
  for (const choice of form.components) components[choice.name] = componentFrom(choice, number)
  const request: DeploymentRequest = { targetArn: form.targetArn, components }
  if (form.name.trim()) request.deploymentName = form.name.trim()
  if (form.parentTargetArn) request.parentTargetArn = form.parentTargetArn
  const job = jobConfiguration(form, number)
  if (job) request.iotJobConfiguration = job
  const policies = policiesFrom(form, number)
  if (policies) request.deploymentPolicies = policies
  const tags = tagsFrom(form, problems)
  if (tags) request.tags = tags
  return { request, problems }
}

import type { ComponentDeployment, DeploymentRequest, JobConfiguration } from '#src/domain/deployment.ts'
import { type ComponentChoice, type DeploymentForm, emptyRollout, type RolloutChoice } from './form-model.ts'

const text = (value: number | undefined): string => (value === undefined ? '' : String(value))

function choiceFrom(name: string, d: ComponentDeployment): ComponentChoice {
  const reset = d.configurationUpdate?.reset ?? []
  const limits = d.runWith?.systemResourceLimits
  return {
    name,
    version: d.componentVersion,
    merge: d.configurationUpdate?.merge ?? '',
    reset: reset.filter(pointer => pointer !== '').join('\n'),
    resetAll: reset.includes(''),
    posixUser: d.runWith?.posixUser ?? '',
    windowsUser: d.runWith?.windowsUser ?? '',
    memory: text(limits?.memory),
    cpus: text(limits?.cpus),
  }
}

function rolloutFrom(config: JobConfiguration | undefined): RolloutChoice {
  const rollout = config?.jobExecutionsRolloutConfig
  const maximumPerMinute = text(rollout?.maximumPerMinute)
  const rate = rollout?.exponentialRate
  if (!rate) return { ...emptyRollout, kind: maximumPerMinute ? 'constant' : 'none', maximumPerMinute }
  const succeeded = rate.rateIncreaseCriteria.numberOfSucceededThings
  return {
    kind: 'exponential',
    maximumPerMinute,
    baseRate: text(rate.baseRatePerMinute),
    factor: text(rate.incrementFactor),
    criterion: succeeded === undefined ? 'notified' : 'succeeded',
    criterionCount: text(succeeded ?? rate.rateIncreaseCriteria.numberOfNotifiedThings),
  }
}

/** A form that asks for exactly what `request` asks for. Empty containers of the request are not kept. */
export function formFromRequest(request: DeploymentRequest): DeploymentForm {
  const policies = request.deploymentPolicies ?? {}
  return {
    targetArn: request.targetArn,
    parentTargetArn: request.parentTargetArn ?? '',
    name: request.deploymentName ?? '',
    components: Object.entries(request.components ?? {}).map(([name, d]) => choiceFrom(name, d)),
    rollout: rolloutFrom(request.iotJobConfiguration),
    abort: (request.iotJobConfiguration?.abortConfig?.criteriaList ?? []).map(c => ({
      failureType: c.failureType,
      threshold: text(c.thresholdPercentage),
      minimum: text(c.minNumberOfExecutedThings),
    })),
    timeoutMinutes: text(request.iotJobConfiguration?.timeoutConfig?.inProgressTimeoutInMinutes),
    failureHandling: policies.failureHandlingPolicy ?? '',
    updateAction: policies.componentUpdatePolicy?.action ?? '',
    updateTimeout: text(policies.componentUpdatePolicy?.timeoutInSeconds),
    validationTimeout: text(policies.configurationValidationPolicy?.timeoutInSeconds),
    tags: Object.entries(request.tags ?? {}).map(([key, value]) => ({ key, value })),
  }
}

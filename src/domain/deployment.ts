/** An entry of the deployment list. Times are epoch milliseconds. */
export interface DeploymentSummary {
  id: string
  name: string
  targetArn: string
  revisionId: string
  created: number | null
  /** ACTIVE, COMPLETED, CANCELED, FAILED, INACTIVE; kept open. ACTIVE says "in force", not "good". */
  status: string
  isLatestForTarget: boolean
  parentTargetArn: string | null
}

export interface SystemResourceLimits {
  /** KB. Above 2^53 the number is not exact in a browser. */
  memory?: number
  cpus?: number
}

/** A component's part in a deployment, in the service's own shape, so that it can be sent back as it came. */
export interface ComponentDeployment {
  componentVersion: string
  configurationUpdate?: {
    /** JSON text, not an object: the service stores what was sent. */
    merge?: string
    /** JSON pointers. */
    reset?: string[]
  }
  runWith?: { posixUser?: string; windowsUser?: string; systemResourceLimits?: SystemResourceLimits }
}

export interface AbortCriterion {
  failureType: 'FAILED' | 'REJECTED' | 'TIMED_OUT' | 'ALL'
  action: 'CANCEL'
  thresholdPercentage: number
  minNumberOfExecutedThings: number
}

export interface JobConfiguration {
  jobExecutionsRolloutConfig?: {
    maximumPerMinute?: number
    exponentialRate?: {
      baseRatePerMinute: number
      incrementFactor: number
      rateIncreaseCriteria: { numberOfNotifiedThings?: number; numberOfSucceededThings?: number }
    }
  }
  abortConfig?: { criteriaList: AbortCriterion[] }
  timeoutConfig?: { inProgressTimeoutInMinutes?: number }
}

export interface DeploymentPolicies {
  failureHandlingPolicy?: 'ROLLBACK' | 'DO_NOTHING'
  componentUpdatePolicy?: {
    timeoutInSeconds?: number
    action?: 'NOTIFY_COMPONENTS' | 'SKIP_NOTIFY_COMPONENTS'
  }
  configurationValidationPolicy?: { timeoutInSeconds?: number }
}

export interface Deployment extends DeploymentSummary {
  /** Group targets travel as an IoT job; thing targets by the device's shadow, then this is null. */
  iotJobId: string | null
  components: Record<string, ComponentDeployment>
  jobConfiguration: JobConfiguration
  policies: DeploymentPolicies
  tags: Record<string, string>
}

/** The body of CreateDeployment, without the client token. */
export interface DeploymentRequest {
  targetArn: string
  deploymentName?: string
  components?: Record<string, ComponentDeployment>
  iotJobConfiguration?: JobConfiguration
  deploymentPolicies?: DeploymentPolicies
  parentTargetArn?: string
  tags?: Record<string, string>
}

/** A core device as the console shows it. Times are epoch milliseconds; `null` is "the service did not say". */
export interface CoreDevice {
  name: string
  /** HEALTHY or UNHEALTHY today; kept open, since the service may grow states. */
  status: string
  lastStatusUpdate: number | null
  platform: string
  architecture: string
  /** aws_nucleus_classic, aws_nucleus_lite, or '' where the device is too old to say. */
  runtime: string
}

export interface CoreDeviceDetail extends CoreDevice {
  coreVersion: string
  tags: Record<string, string>
}

/** A component as reported by a core device. */
export interface InstalledComponent {
  name: string
  version: string
  state: string
  stateDetails: string
  /** INSTALL_ERROR, RUN_TIMEOUT … ; empty from nuclei before 2.8.0 and from nucleus lite. */
  statusCodes: string[]
  isRoot: boolean
  lastStatusChange: number | null
  lastReported: number | null
  /** A deployment id, or LOCAL. */
  lastInstallationSource: string
}

/** What one deployment did on one core device. */
export interface EffectiveDeployment {
  deploymentId: string
  deploymentName: string
  iotJobId: string | null
  targetArn: string
  description: string
  /** QUEUED, IN_PROGRESS, SUCCEEDED (group target), COMPLETED (thing target), FAILED, REJECTED, TIMED_OUT, CANCELED. */
  executionStatus: string
  reason: string
  /** Most generic code first. Empty if the device reports none. */
  errorStack: string[]
  errorTypes: string[]
  created: number | null
  modified: number | null
}

import { compareVersions } from '#src/domain/version.ts'
import type { DeviceKind, Outcome } from './records.ts'

/** What went wrong, before it is put in the words of this device's nucleus. */
export interface Failure {
  /** Below DEPLOYMENT_FAILURE, most generic first. */
  errorStack: readonly string[]
  errorTypes: readonly string[]
  reason: string
}

/** What decides in which words a device reports. */
export interface Reporter {
  kind: DeviceKind
  nucleusVersion: string
}

export type DetailedStatus =
  | 'FAILED_NO_STATE_CHANGE'
  | 'FAILED_ROLLBACK_NOT_REQUESTED'
  | 'FAILED_ROLLBACK_COMPLETE'
  | 'FAILED_UNABLE_TO_ROLLBACK'

export const success: Outcome = {
  status: 'SUCCEEDED',
  detailedStatus: 'SUCCESSFUL',
  reason: 'SUCCESSFUL',
  errorStack: [],
  errorTypes: [],
}

/** Error codes came with nucleus 2.8.0; nucleus lite sends none. */
export function reportsCodes(reporter: Reporter): boolean {
  return (
    reporter.kind.runtime === 'aws_nucleus_classic' && compareVersions(reporter.nucleusVersion, '2.8.0') >= 0
  )
}

export function failed(reporter: Reporter, failure: Failure, detailed: DetailedStatus): Outcome {
  // Nucleus lite knows only two results.
  const lite = reporter.kind.runtime === 'aws_nucleus_lite'
  const detailedStatus = lite ? 'FAILED_ROLLBACK_NOT_REQUESTED' : detailed
  const codes = reportsCodes(reporter)
  return {
    status: 'FAILED',
    detailedStatus,
    reason: `${detailedStatus}: ${failure.reason}`,
    errorStack: codes ? ['DEPLOYMENT_FAILURE', ...failure.errorStack] : [],
    errorTypes: codes ? failure.errorTypes : [],
  }
}

export function rejected(reporter: Reporter, failure: Failure): Outcome {
  const codes = reportsCodes(reporter)
  return {
    status: 'REJECTED',
    detailedStatus: 'REJECTED',
    reason: `REJECTED: ${failure.reason}`,
    errorStack: codes ? ['DEPLOYMENT_REJECTED', ...failure.errorStack] : [],
    errorTypes: codes ? failure.errorTypes : [],
  }
}

/** Each value of a job execution's details is cut here. */
const longestDetail = 1024

/**
 * The details of a job execution as the device sends them: lists as JSON text, every value cut at 1024 characters.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting-deployment.html
 */
export function detailsOf(outcome: Outcome): Record<string, string> {
  const details: Record<string, string> = { 'detailed-deployment-status': outcome.detailedStatus }
  if (outcome.status !== 'SUCCEEDED') {
    details['deployment-failure-cause'] = outcome.reason.replace(/^[A-Z_]+: /, '')
    if (outcome.errorStack.length > 0) {
      details['deployment-error-stack'] = JSON.stringify(outcome.errorStack)
      details['deployment-error-types'] = JSON.stringify(outcome.errorTypes)
    }
  }
  for (const [name, value] of Object.entries(details)) details[name] = value.slice(0, longestDetail)
  return details
}

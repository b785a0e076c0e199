import type { DeviceFailure } from './failure-groups.ts'
import type { JobExecutionDetail } from './job.ts'

/**
 * The words of a JSON list that a device sent as text. The service cuts each value at 1,024 characters, so a list
 * may end in the middle: the words that are whole are kept.
 */
export function wordsOfList(text: string | undefined): string[] {
  if (!text) return []
  try {
    const read: unknown = JSON.parse(text)
    if (Array.isArray(read)) return read.filter(word => typeof word === 'string')
    return typeof read === 'string' ? [read] : []
  } catch {
    return [...text.matchAll(/"([^"\\]*)"/g)].map(match => match[1]!)
  }
}

/**
 * Why a deployment failed on a device, from the details of its job execution.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/check-deployment-status.html
 */
export function failureOfExecution(execution: JobExecutionDetail): DeviceFailure {
  const { details } = execution
  return {
    thingName: execution.thingName,
    executionStatus: execution.status,
    errorStack: wordsOfList(details['deployment-error-stack']),
    errorTypes: wordsOfList(details['deployment-error-types']),
    reason: details['deployment-failure-cause'] ?? '',
    detailedStatus: details['detailed-deployment-status'] ?? '',
  }
}

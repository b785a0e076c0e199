export type StatusType = 'success' | 'error' | 'warning' | 'info' | 'stopped' | 'pending' | 'in-progress'

export interface StatusWords {
  type: StatusType
  text: string
}

/** `TIMED_OUT` -> "Timed out": how a state that is not in a table is shown, rather than not at all. */
export function spell(state: string): string {
  const text = state.replaceAll('_', ' ').toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** SUCCEEDED is success through a group (job), COMPLETED through a thing (shadow); both are good. */
const executions: Record<string, StatusWords> = {
  QUEUED: { type: 'pending', text: 'Queued' },
  IN_PROGRESS: { type: 'in-progress', text: 'In progress' },
  SUCCEEDED: { type: 'success', text: 'Succeeded' },
  COMPLETED: { type: 'success', text: 'Completed' },
  FAILED: { type: 'error', text: 'Failed' },
  REJECTED: { type: 'error', text: 'Rejected' },
  TIMED_OUT: { type: 'error', text: 'Timed out' },
  CANCELED: { type: 'stopped', text: 'Cancelled' },
  REMOVED: { type: 'stopped', text: 'Removed' },
}

export const executionWords = (status: string): StatusWords =>
  executions[status] ?? { type: 'info', text: spell(status) }

/** Installed component states of the nucleus, and the cloud states of a component version. */
const components: Record<string, StatusWords> = {
  NEW: { type: 'pending', text: 'New' },
  INSTALLED: { type: 'success', text: 'Installed' },
  STARTING: { type: 'in-progress', text: 'Starting' },
  RUNNING: { type: 'success', text: 'Running' },
  STOPPING: { type: 'in-progress', text: 'Stopping' },
  ERRORED: { type: 'warning', text: 'Errored, recovering' },
  BROKEN: { type: 'error', text: 'Broken' },
  FINISHED: { type: 'success', text: 'Finished' },
  REQUESTED: { type: 'pending', text: 'Requested' },
  INITIATED: { type: 'in-progress', text: 'Initiated' },
  DEPLOYABLE: { type: 'success', text: 'Deployable' },
  FAILED: { type: 'error', text: 'Failed' },
  DEPRECATED: { type: 'stopped', text: 'Deleted' },
}

export const componentWords = (state: string): StatusWords =>
  components[state] ?? { type: 'info', text: spell(state) }

/** The service's own word for a deployment, without a judgement: ACTIVE is "in force", not "good". */
const serviceStates: Record<string, StatusWords> = {
  ACTIVE: { type: 'info', text: 'Active' },
  COMPLETED: { type: 'info', text: 'Completed' },
  CANCELED: { type: 'stopped', text: 'Cancelled' },
  FAILED: { type: 'error', text: 'Failed' },
  INACTIVE: { type: 'stopped', text: 'Superseded' },
}

export const serviceStateWords = (status: string): StatusWords =>
  serviceStates[status] ?? { type: 'info', text: spell(status) }

/** The derived state of a deployment (domain/deployment-state.ts). */
const derived: Record<string, StatusType> = {
  waiting: 'pending',
  'rolling-out': 'in-progress',
  healthy: 'success',
  degraded: 'error',
  stuck: 'warning',
  halted: 'error',
  cancelled: 'stopped',
  superseded: 'stopped',
  failed: 'error',
  completed: 'success',
  unknown: 'info',
}

export const derivedStateType = (state: string): StatusType => derived[state] ?? 'info'

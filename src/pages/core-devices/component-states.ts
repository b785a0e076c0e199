import type { InstalledComponent } from '#src/domain/core-device.ts'
import { componentStatusCode } from '#src/domain/error-codes.ts'

/**
 * States of an installed component in words. RUNNING goes without saying.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/device-status.html
 */
const meanings: Record<string, string> = {
  NEW: 'Known to the nucleus, not installed yet.',
  INSTALLED: 'Installed, not started yet.',
  STARTING: 'Its startup step is under way.',
  STOPPING: 'Its shutdown step is under way.',
  ERRORED: 'It failed and is being started again. After three failures without a success it becomes broken.',
  BROKEN: 'It failed three times and is not tried again. A deployment that changes it starts it anew.',
  FINISHED: 'It ran to its end, as components that run once do.',
}

/** What a state means; '' where the word says it all. */
export function stateMeaning(state: string): string {
  return state === 'RUNNING' ? '' : (meanings[state] ?? 'A state that Meadow does not know.')
}

export interface StateExplanation {
  /** STARTUP_TIMEOUT …; '' where the device names none. */
  code: string
  /** Why, in the words of the code's table, or else what the state means. */
  why: string
  remedy: string
  /** The device's own words. */
  details: string
}

/** Why a component is in its state and what to do, as far as the device says. */
export function explainState(component: InstalledComponent): StateExplanation {
  const code = component.statusCodes.at(-1) ?? ''
  const known = code ? componentStatusCode(code) : null
  return {
    code,
    why: known?.explanation ?? stateMeaning(component.state),
    remedy: known?.remedy ?? '',
    details: component.stateDetails,
  }
}

const order = ['BROKEN', 'ERRORED', 'STOPPING', 'STARTING', 'NEW', 'INSTALLED', 'RUNNING', 'FINISHED']

/** For sorting: trouble first, unknown states after it, then by name. */
export function stateRank({ state, name }: Pick<InstalledComponent, 'state' | 'name'>): string {
  const at = order.indexOf(state)
  return `${at < 0 ? 2 : at < 2 ? at : at + 1} ${name}`
}

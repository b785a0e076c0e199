import { targetName } from '#src/domain/arn.ts'
import type { RetryPlan, RetryStep, StepState } from '#src/domain/retry-plan.ts'
import { partsOf, planState } from '#src/domain/retry-steps.ts'
import { countText, numberText } from '../count-text.ts'

const forward: Record<StepState, string> = {
  todo: 'to be made',
  doing: 'being made',
  done: 'made',
  failed: 'not made',
  skipped: 'left out',
  undone: 'not made',
}

const back: Record<StepState, string> = {
  todo: 'not made',
  doing: 'being taken back',
  done: 'to be taken back',
  failed: 'not taken back',
  skipped: 'never made',
  undone: 'gone',
}

export const stepIcons = {
  todo: 'pending',
  doing: 'in-progress',
  done: 'success',
  failed: 'error',
  skipped: 'stopped',
  undone: 'stopped',
} as const

/** One step as a line: `Thing group Line1-retry-1: made`. */
export function stepWords(plan: RetryPlan, step: RetryStep): string {
  const state = (plan.direction === 'back' ? back : forward)[step.state]
  switch (step.kind) {
    case 'create-group': {
      const stays = plan.direction === 'back' && step.state === 'done' && !plan.groupIsOurs
      return `Thing group ${plan.groupName}: ${stays ? 'stays' : state}`
    }
    case 'add-device':
      return step.thing
    case 'deploy': {
      const cancelled = plan.direction === 'back' && step.state !== 'undone' && plan.deployment?.cancelled
      return `Sub-deployment: ${cancelled ? 'cancelled, to be deleted' : state}`
    }
    case 'promote': {
      // A revision of the parent stands, whatever is cleaned up after it.
      const unclear = step.uncertain && step.state !== 'done' ? ', as far as is known' : ''
      return `Revision of ${targetName(plan.parentTargetArn)}: ${forward[step.state]}${unclear}`
    }
  }
}

/** How the devices stand, in one line. */
export function deviceWords(plan: RetryPlan): string {
  const { adds } = partsOf(plan)
  const inside = adds.filter(({ state }) => state === 'done').length
  const out = adds.filter(({ state }) => state === 'skipped').length
  const left = out > 0 ? `, ${numberText(out)} left out` : ''
  return `${numberText(inside)} of ${countText(adds.length, 'device')} in the group${left}`
}

/** What taking it back does and does not do, for the one who has to say yes. */
export function wayBackWords(plan: RetryPlan): string[] {
  const { adds } = partsOf(plan)
  const parent = targetName(plan.parentTargetArn)
  const inside = adds.filter(step => step.state !== 'skipped' && step.state !== 'undone').length
  const { deployment } = plan
  return [
    deployment
      ? deployment.cancelled
        ? 'The sub-deployment, which is no longer in force, is deleted. That cannot be undone.'
        : 'The sub-deployment is cancelled and deleted. Devices that have not received it will not get it. That cannot be undone.'
      : '',
    inside > 0 ? `${countText(inside, 'device leaves', 'devices leave')} ${plan.groupName}.` : '',
    plan.groupIsOurs ? `The thing group ${plan.groupName} is deleted.` : `${plan.groupName} stays.`,
    plan.promoted
      ? `${parent} keeps its new revision.`
      : deployment
        ? `Devices keep what the sub-deployment brought until ${parent} is revised. Nothing is uninstalled.`
        : '',
  ].filter(Boolean)
}

/** For those who hear the page: where the run stands. */
export function spokenState(plan: RetryPlan): string {
  const { adds, promote } = partsOf(plan)
  switch (planState(plan)) {
    case 'done':
      if (promote) return plan.promoted ? `${targetName(plan.parentTargetArn)} is revised.` : ''
      return adds.length > 0 ? 'The sub-deployment is made.' : ''
    case 'undone':
      return 'All of it is taken back.'
    case 'waiting':
      return 'It has stopped: a step failed.'
    default:
      return ''
  }
}

import type { AbortCriterion, DeploymentPolicies } from '#src/domain/deployment.ts'

/** One component of the deployment as its fields hold it: text as typed, '' for "not given". */
export interface ComponentChoice {
  name: string
  version: string
  merge: string
  /** One JSON pointer a line. */
  reset: string
  /** The pointer "" is a decision of its own: it resets everything. */
  resetAll: boolean
  posixUser: string
  windowsUser: string
  memory: string
  cpus: string
}

export interface AbortChoice {
  failureType: AbortCriterion['failureType']
  threshold: string
  minimum: string
}

export interface RolloutChoice {
  kind: 'none' | 'constant' | 'exponential'
  maximumPerMinute: string
  baseRate: string
  factor: string
  criterion: 'notified' | 'succeeded'
  criterionCount: string
}

/** CreateDeployment as a form: every member has a field; numbers stay text until the request is made. */
export interface DeploymentForm {
  targetArn: string
  parentTargetArn: string
  name: string
  components: ComponentChoice[]
  rollout: RolloutChoice
  abort: AbortChoice[]
  timeoutMinutes: string
  failureHandling: '' | NonNullable<DeploymentPolicies['failureHandlingPolicy']>
  updateAction: '' | 'NOTIFY_COMPONENTS' | 'SKIP_NOTIFY_COMPONENTS'
  updateTimeout: string
  validationTimeout: string
  tags: { key: string; value: string }[]
}

export interface FieldProblem {
  /** Path of the member in the request, such as `components.com.example.App.configurationUpdate.merge`. */
  field: string
  message: string
  severity: 'error' | 'warning'
}

export const emptyRollout: RolloutChoice = {
  kind: 'none',
  maximumPerMinute: '',
  baseRate: '',
  factor: '',
  criterion: 'notified',
  criterionCount: '',
}

/** What a new deployment starts with: the service's own defaults, written out so that they can be seen. */
export function newForm(): DeploymentForm {
  return {
    targetArn: '',
    parentTargetArn: '',
    name: '',
    components: [],
    rollout: emptyRollout,
    abort: [],
    timeoutMinutes: '',
    failureHandling: 'ROLLBACK',
    updateAction: 'NOTIFY_COMPONENTS',
    updateTimeout: '60',
    validationTimeout: '30',
    tags: [],
  }
}

export function newChoice(name: string, version: string): ComponentChoice {
  return {
    name,
    version,
    merge: '',
    reset: '',
    resetAll: false,
    posixUser: '',
    windowsUser: '',
    memory: '',
    cpus: '',
  }
}

export function resetPointers(choice: ComponentChoice): string[] {
  const lines = choice.reset.split('\n').filter(line => line.trim() !== '')
  return choice.resetAll ? ['', ...lines] : lines
}

/** Sets a component's version, adding the component where it is not part of the form yet. */
export function withComponent(form: DeploymentForm, name: string, version: string): DeploymentForm {
  const known = form.components.some(choice => choice.name === name)
  return {
    ...form,
    components: known
      ? form.components.map(choice => (choice.name === name ? { ...choice, version } : choice))
      : [...form.components, newChoice(name, version)],
  }
}

export function withoutComponent(form: DeploymentForm, name: string): DeploymentForm {
  return { ...form, components: form.components.filter(choice => choice.name !== name) }
}

export function withChoice(
  form: DeploymentForm,
  name: string,
  change: Partial<ComponentChoice>,
): DeploymentForm {
  return {
    ...form,
    components: form.components.map(choice => (choice.name === name ? { ...choice, ...change } : choice)),
  }
}

/**
 * The form with a target's present revision taken over. What was already chosen stays chosen: in its version, with
 * its own settings if it was given any, else with those that the revision gives it.
 */
export function withRevision(form: DeploymentForm, revision: DeploymentForm): DeploymentForm {
  const own = new Map(form.components.map(choice => [choice.name, choice]))
  const kept = revision.components.map(before => {
    const choice = own.get(before.name)
    own.delete(before.name)
    if (!choice) return before
    return hasSettings(choice) ? choice : { ...before, version: choice.version }
  })
  return { ...revision, name: form.name || revision.name, components: [...kept, ...own.values()] }
}

const hasSettings = ({ name, version, ...settings }: ComponentChoice): boolean =>
  Object.values(settings).some(value => value !== '' && value !== false)

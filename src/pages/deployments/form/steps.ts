import type { DeploymentForm, FieldProblem } from './form-model.ts'

export const stepIds = ['target', 'components', 'configuration', 'rollout', 'review'] as const
export type StepId = (typeof stepIds)[number]

export const stepTitles: Record<StepId, string> = {
  target: 'Target',
  components: 'Components',
  configuration: 'Configuration',
  rollout: 'Rollout and policies',
  review: 'Review and deploy',
}

/** The step that the URL names, or the first. */
export function stepFrom(search: string | null): StepId {
  return stepIds.find(id => id === search) ?? 'target'
}

/** The step whose fields hold the member at this path of the request. */
export function stepOf(field: string): StepId {
  if (/^components\..+\.(configurationUpdate|runWith)/.test(field)) return 'configuration'
  if (field === 'components' || field.startsWith('components.')) return 'components'
  if (field.startsWith('iotJobConfiguration') || field.startsWith('deploymentPolicies')) return 'rollout'
  if (field.startsWith('tags')) return 'rollout'
  if (field === 'targetArn' || field === 'deploymentName' || field === 'parentTargetArn') return 'target'
  return 'review'
}

/** What is wrong, by field. `error` and `warning` read the member itself; `within` everything under it. */
export interface Problems {
  all: readonly FieldProblem[]
  error(field: string): string | undefined
  warning(field: string): string | undefined
  within(prefix: string): readonly FieldProblem[]
}

export function problemsOf(all: readonly FieldProblem[]): Problems {
  const text = (field: string, severity: FieldProblem['severity']) => {
    const found = all.filter(problem => problem.field === field && problem.severity === severity)
    return found.length > 0 ? found.map(problem => problem.message).join(' ') : undefined
  }
  return {
    all,
    error: field => text(field, 'error'),
    warning: field => text(field, 'warning'),
    within: prefix => all.filter(p => p.field === prefix || p.field.startsWith(`${prefix}.`)),
  }
}

export const errorsOf = (problems: readonly FieldProblem[]) => problems.filter(p => p.severity === 'error')

/** What every step is given. */
export interface StepProps {
  form: DeploymentForm
  change: (update: (form: DeploymentForm) => DeploymentForm) => void
  problems: Problems
  /** Complaints about fields that nobody has touched yet wait until the person tries to go on. */
  tried: boolean
}

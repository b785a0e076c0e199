import type { ComponentDeployment, Deployment } from '#src/domain/deployment.ts'
import { changeOf, type RetryChange } from '#src/domain/retry-plan.ts'
import { parseVersion } from '#src/domain/version.ts'
import { mergeProblem } from '../form/merge-text.ts'

/** What somebody wants to try with one component of a deployment. */
export interface ChangeDraft {
  /** '' changes nothing. */
  component: string
  version: string
  /** JSON text to merge into the component's configuration; '' for none. */
  merge: string
  leaveOut: boolean
}

/** The draft that changes nothing yet: about the component that failed, if the deployment has it. */
export function draftFor(parent: Deployment, component: string | null): ChangeDraft {
  const held = component === null ? undefined : parent.components[component]
  return {
    component: held && component ? component : '',
    version: held?.componentVersion ?? '',
    merge: held?.configurationUpdate?.merge ?? '',
    leaveOut: false,
  }
}

/** The change that a draft stands for, or what is wrong with it. */
export function changeFromDraft(
  parent: Deployment,
  draft: ChangeDraft,
): { ok: true; change: RetryChange } | { ok: false; problem: string } {
  const { component, version, merge, leaveOut } = draft
  const held = parent.components[component]
  if (!held) return { ok: true, change: {} }
  if (leaveOut)
    return Object.keys(parent.components).length === 1
      ? { ok: false, problem: 'Without it the sub-deployment would have no component' }
      : { ok: true, change: { [component]: null } }
  if (!parseVersion(version)) return { ok: false, problem: 'Give a version such as 1.2.3' }
  const wrong = mergeProblem(merge)
  if (wrong) return { ok: false, problem: wrong }
  const { merge: _, ...update } = held.configurationUpdate ?? {}
  const { configurationUpdate: __, ...rest } = held
  const configurationUpdate = { ...update, ...(merge.trim() && { merge }) }
  const fresh: ComponentDeployment = {
    ...rest,
    componentVersion: version,
    ...(Object.keys(configurationUpdate).length > 0 && { configurationUpdate }),
  }
  return { ok: true, change: changeOf(parent, { components: { ...parent.components, [component]: fresh } }) }
}

import type { ComponentDeployment } from './deployment.ts'
import { compareVersions } from './version.ts'

export type ComponentChange =
  | 'uninstalled'
  | 'downgraded'
  | 'updated'
  | 'added'
  | 'reconfigured'
  | 'unchanged'

export interface ComponentDifference {
  name: string
  change: ComponentChange
  from?: string
  to?: string
  /** Configuration update or run-with settings differ, whatever else changes. */
  settingsChanged: boolean
}

const order: ComponentChange[] = [
  'uninstalled',
  'downgraded',
  'updated',
  'added',
  'reconfigured',
  'unchanged',
]

/** A value with its keys in order, and merge texts read, so that formatting makes no difference. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]),
  )
}

function readMerge(merge: string | undefined): unknown {
  if (merge === undefined || merge.trim() === '') return {}
  try {
    return JSON.parse(merge)
  } catch {
    return merge
  }
}

function settings(component: ComponentDeployment): string {
  const { configurationUpdate, runWith } = component
  return JSON.stringify(
    canonical({
      merge: readMerge(configurationUpdate?.merge),
      reset: configurationUpdate?.reset ?? [],
      runWith: runWith ?? {},
    }),
  )
}

function changeOf(before: ComponentDeployment | undefined, after: ComponentDeployment | undefined) {
  if (!before) return 'added'
  if (!after) return 'uninstalled'
  const direction = compareVersions(before.componentVersion, after.componentVersion)
  if (direction !== 0) return direction < 0 ? 'updated' : 'downgraded'
  if (before.componentVersion !== after.componentVersion) return 'updated'
  return settings(before) === settings(after) ? 'unchanged' : 'reconfigured'
}

/**
 * What a new revision does to the components of a target's current one. Components left out are uninstalled from
 * its devices. The weightiest changes come first, then names in order.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/create-deployments.html
 */
export function diffComponents(
  before: Readonly<Record<string, ComponentDeployment>>,
  after: Readonly<Record<string, ComponentDeployment>>,
): ComponentDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .map((name): ComponentDifference => {
      const [old, fresh] = [before[name], after[name]]
      return {
        name,
        change: changeOf(old, fresh),
        ...(old && { from: old.componentVersion }),
        ...(fresh && { to: fresh.componentVersion }),
        settingsChanged: old !== undefined && fresh !== undefined && settings(old) !== settings(fresh),
      }
    })
    .sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change) || (a.name < b.name ? -1 : 1))
}

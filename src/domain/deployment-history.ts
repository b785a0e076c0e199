import { diffJson, type KeyChange, replayUpdates, restoringUpdate } from './configuration-diff.ts'
import { parseMerge } from './configuration-merge.ts'
import type { ComponentDeployment, Deployment, DeploymentRequest, DeploymentSummary } from './deployment.ts'
import { type ComponentDifference, diffComponents } from './deployment-diff.ts'
import { requestFromDeployment } from './deployment-request.ts'

/** A target's revisions, newest first. Revision ids are numbers in text; creation decides where they are not. */
export function revisionsInOrder<D extends Pick<DeploymentSummary, 'revisionId' | 'created' | 'id'>>(
  revisions: Iterable<D>,
): D[] {
  const number = ({ revisionId }: D) => (/^\d+$/.test(revisionId) ? Number(revisionId) : Number.NaN)
  return [...revisions].sort((a, b) => {
    const [x, y] = [number(a), number(b)]
    const byNumber = Number.isNaN(x) || Number.isNaN(y) ? 0 : y - x
    return byNumber || (b.created ?? 0) - (a.created ?? 0) || (a.id < b.id ? -1 : 1)
  })
}

export interface ComponentComparison extends ComponentDifference {
  /** What differs between the merges, key by key. */
  merge: KeyChange[]
  /** Reset paths that only one of the two has. */
  resetAdded: string[]
  resetRemoved: string[]
  runWith: KeyChange[]
}

export interface RevisionComparison {
  components: ComponentComparison[]
  /** Rollout, abort criteria and timeout. */
  rollout: KeyChange[]
  policies: KeyChange[]
  tags: KeyChange[]
  name: { before: string; after: string } | null
  parent: { before: string | null; after: string | null } | null
  /** Nothing differs but what the service itself adds. */
  same: boolean
}

/** A merge text read; text that is no JSON object stays text, so that it still shows as a difference. */
function readMerge(component: ComponentDeployment | undefined): unknown {
  const merge = component?.configurationUpdate?.merge
  if (merge === undefined || merge.trim() === '') return undefined
  const parsed = parseMerge(merge)
  return parsed.ok ? parsed.value : merge
}

function compareComponent(
  difference: ComponentDifference,
  old: ComponentDeployment | undefined,
  fresh: ComponentDeployment | undefined,
): ComponentComparison {
  const [was, is] = [old?.configurationUpdate?.reset ?? [], fresh?.configurationUpdate?.reset ?? []]
  return {
    ...difference,
    merge: diffJson(readMerge(old) ?? {}, readMerge(fresh) ?? {}).filter(({ pointer }) => pointer !== ''),
    resetAdded: is.filter(pointer => !was.includes(pointer)),
    resetRemoved: was.filter(pointer => !is.includes(pointer)),
    runWith: diffJson(old?.runWith ?? {}, fresh?.runWith ?? {}).filter(({ pointer }) => pointer !== ''),
  }
}

const membersDiffer = (before: unknown, after: unknown): KeyChange[] =>
  diffJson(before, after).filter(({ pointer }) => pointer !== '')

/** What differs between two revisions, of one target or of two: `before` is the one to start from. */
export function compareRevisions(before: Deployment, after: Deployment): RevisionComparison {
  const components = diffComponents(before.components, after.components).map(difference =>
    compareComponent(difference, before.components[difference.name], after.components[difference.name]),
  )
  const rollout = membersDiffer(before.jobConfiguration, after.jobConfiguration)
  const policies = membersDiffer(before.policies, after.policies)
  const tags = membersDiffer(before.tags, after.tags)
  const name = before.name === after.name ? null : { before: before.name, after: after.name }
  const parent =
    before.parentTargetArn === after.parentTargetArn
      ? null
      : { before: before.parentTargetArn, after: after.parentTargetArn }
  const same =
    components.every(({ change }) => change === 'unchanged') &&
    [rollout, policies, tags].every(changes => changes.length === 0) &&
    name === null &&
    parent === null
  return { components, rollout, policies, tags, name, parent, same }
}

/** Configuration that later revisions merged, and that a revision deployed again does not take back by itself. */
export interface Leftover {
  component: string
  /** Paths to reset, and the document to merge, that lead back to what devices had. */
  reset: string[]
  merge: unknown
  /** Paths that no update can bring back to what they were: list indices, and defaults that had been kept out. */
  impossible: string[]
}

export interface Rollback {
  request: DeploymentRequest
  /** What it changes, from the current revision's point of view. */
  comparison: RevisionComparison
  uninstalled: string[]
  /** Components whose configuration would stay as later revisions left it, were nothing done about it. */
  leftovers: Leftover[]
}

/** The recipe's default configuration of a component's version, where it is known. */
type Defaults = (name: string, version: string) => unknown

/** The configuration of a component as revisions one after the other leave it on a device that got them all. */
function configurationAfter(name: string, revisions: readonly Deployment[], defaults: Defaults): unknown {
  // A revision without the component uninstalls it, and its configuration goes with it.
  const from = revisions.findLastIndex(({ components }) => components[name] === undefined) + 1
  const updates = revisions.slice(from).map(({ components }) => {
    const component = components[name]!
    const merge = readMerge(component)
    return {
      defaults: defaults(name, component.componentVersion),
      reset: component.configurationUpdate?.reset,
      ...(typeof merge === 'object' && { merge }),
    }
  })
  return updates.length === 0 ? undefined : replayUpdates(updates)
}

function leftoverOf(
  name: string,
  upTo: readonly Deployment[],
  all: readonly Deployment[],
  defaults: Defaults,
): Leftover | null {
  const [goal, now] = [configurationAfter(name, upTo, defaults), configurationAfter(name, all, defaults)]
  const component = upTo.at(-1)?.components[name]
  // What is not installed now starts anew, and what the revision lacks goes.
  if (now === undefined || goal === undefined || !component) return null
  const again = replayUpdates(
    [
      {
        defaults: defaults(name, component.componentVersion),
        reset: component.configurationUpdate?.reset,
        merge: readMerge(component),
      },
    ],
    now,
  )
  if (diffJson(again, goal).length === 0) return null
  const { reset, merge } = restoringUpdate(again, goal)
  const { configurationUpdate: sent } = restored(component, { reset, merge })
  const after = replayUpdates(
    [
      {
        defaults: defaults(name, component.componentVersion),
        reset: sent?.reset,
        merge: sent?.merge === undefined ? undefined : JSON.parse(sent.merge),
      },
    ],
    now,
  )
  const impossible = diffJson(after, goal).map(({ pointer }) => pointer)
  return { component: name, reset: reset.filter(pointer => !impossible.includes(pointer)), merge, impossible }
}

/** The component with what leads its configuration back, beside what its revision says of it. */
function restored(
  component: ComponentDeployment,
  leftover: Pick<Leftover, 'reset' | 'merge'>,
): ComponentDeployment {
  const own = readMerge(component)
  const merge = replayUpdates([{ merge: leftover.merge }], typeof own === 'object' ? own : {})
  const reset = [...new Set([...(component.configurationUpdate?.reset ?? []), ...leftover.reset])]
  return {
    ...component,
    configurationUpdate: {
      ...(Object.keys(merge as object).length > 0 && { merge: JSON.stringify(merge) }),
      ...(reset.length > 0 && { reset }),
    },
  }
}

/**
 * The request that makes an older revision a target's newest one. `history` holds the target's revisions that are
 * known, in any order, `to` and the current one among them. A revision deployed again lays its merge over what later
 * ones left, so keys that they set stay: with `restoreConfiguration` those are reset or set back as well, as exactly
 * as the known revisions and defaults allow.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/revise-deployments.html
 */
export function rollback(
  to: Deployment,
  history: Iterable<Deployment>,
  options: { restoreConfiguration?: boolean; defaults?: Defaults } = {},
): Rollback {
  const oldestFirst = revisionsInOrder(history).reverse()
  const upTo = oldestFirst.slice(0, oldestFirst.findIndex(({ id }) => id === to.id) + 1)
  const current = oldestFirst.at(-1) ?? to
  const request = requestFromDeployment(to)
  const leftovers = Object.keys(to.components)
    .map(name => leftoverOf(name, upTo, oldestFirst, options.defaults ?? (() => undefined)))
    .filter(leftover => leftover !== null)
  if (options.restoreConfiguration && request.components) {
    for (const leftover of leftovers) {
      const component = request.components[leftover.component]!
      request.components[leftover.component] = restored(component, leftover)
    }
  }
  const comparison = compareRevisions(current, { ...to, components: request.components ?? {} })
  const uninstalled = comparison.components
    .filter(({ change }) => change === 'uninstalled')
    .map(({ name }) => name)
  return { request, comparison, uninstalled, leftovers }
}

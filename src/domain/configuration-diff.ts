import { applyConfigurationUpdate, formatPointer, valueAt } from './configuration-merge.ts'

type Json = Record<string, unknown>

export interface KeyChange {
  /** JSON pointer of a value that is no object (or of an empty one); '' for the whole document. */
  pointer: string
  change: 'added' | 'removed' | 'changed'
  /** `undefined` where there was nothing. */
  before: unknown
  after: unknown
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The values at the ends of a document by their JSON pointers, in the document's order. Lists are ends, as the device
 * replaces them whole; so are empty objects. `undefined` has no ends.
 */
export function leavesOf(document: unknown): Map<string, unknown> {
  const leaves = new Map<string, unknown>()
  const visit = (value: unknown, path: string[]) => {
    if (value === undefined) return
    const entries = isObject(value) ? Object.entries(value).filter(([, inner]) => inner !== undefined) : []
    if (entries.length === 0) leaves.set(formatPointer(path), value)
    for (const [key, inner] of entries) visit(inner, [...path, key])
  }
  visit(document, [])
  return leaves
}

/** Whether two JSON values say the same; the order of an object's keys does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => sameJson(item, b[i]))
    )
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  )
}

/** What differs between two JSON documents, end by end: formatting and the order of keys make no difference. */
export function diffJson(before: unknown, after: unknown): KeyChange[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)]
  const changes: KeyChange[] = []
  for (const pointer of new Set([...old.keys(), ...fresh.keys()])) {
    const [was, is] = [old.get(pointer), fresh.get(pointer)]
    if (!fresh.has(pointer)) changes.push({ pointer, change: 'removed', before: was, after: undefined })
    else if (!old.has(pointer)) changes.push({ pointer, change: 'added', before: undefined, after: is })
    else if (!sameJson(was, is)) changes.push({ pointer, change: 'changed', before: was, after: is })
  }
  return changes
}

/** A document in which these pointers have these values, and nothing else. */
function documentOf(values: readonly { path: readonly string[]; value: unknown }[]): unknown {
  let document: unknown = {}
  for (const { path, value } of values) {
    const inner = path.reduceRight<unknown>((content, key) => Object.fromEntries([[key, content]]), value)
    document = applyConfigurationUpdate({ current: document, merge: inner })
  }
  return document
}

export interface Restoration {
  reset: string[]
  merge: unknown
  /** Pointers that no update can take away, since devices skip a reset path with a number in it. */
  impossible: string[]
}

const isNumber = (segment: string) => /^(0|[1-9]\d*)$/.test(segment)

/**
 * The update that leads from one configuration to another: what is too much is reset (the highest key that the goal
 * lacks), what is missing or other is merged. A reset key that has a default in the recipe comes back with it.
 */
export function restoringUpdate(now: unknown, goal: unknown): Restoration {
  const [reset, impossible]: [string[], string[]] = [[], []]
  const wanted: { path: string[]; value: unknown }[] = []
  const visit = (is: unknown, should: unknown, path: string[]) => {
    if (!isObject(is) || !isObject(should)) {
      if (!sameJson(is, should)) wanted.push({ path, value: should })
      return
    }
    for (const key of Object.keys(is)) {
      if (Object.hasOwn(should, key)) continue
      const at = [...path, key]
      ;(at.some(isNumber) ? impossible : reset).push(formatPointer(at))
    }
    for (const [key, value] of Object.entries(should)) {
      if (Object.hasOwn(is, key)) visit(is[key], value, [...path, key])
      else wanted.push({ path: [...path, key], value })
    }
  }
  visit(now ?? {}, goal ?? {}, [])
  return { reset, merge: documentOf(wanted), impossible }
}

/** What a component's configuration is after a series of updates, oldest first, each with the recipe's defaults. */
export function replayUpdates(
  updates: readonly { defaults?: unknown; reset?: readonly string[] | undefined; merge?: unknown }[],
  current?: unknown,
): unknown {
  return updates.reduce<unknown>(
    (value, update) => applyConfigurationUpdate({ ...update, current: value }),
    current,
  )
}

/** Whether a document has anything at a pointer, be it null. */
export function hasAt(document: unknown, pointer: string): boolean {
  return valueAt(document, pointer) !== undefined
}

import { nodeValue } from './recipe/document.ts'
import { readJson } from './recipe/read-json.ts'

type Json = Record<string, unknown>

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The segments of a JSON pointer (RFC 6901), `null` if the text is not one. '' is the whole document: no segments. */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return []
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null
  return pointer
    .slice(1)
    .split('/')
    .map(segment => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The JSON pointer of a path of keys. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return segments.map(segment => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** What a JSON pointer points at, list elements included; `undefined` if there is nothing, or it is no pointer. */
export function valueAt(document: unknown, pointer: string): unknown {
  const segments = parsePointer(pointer)
  if (!segments) return undefined
  let value = document
  for (const segment of segments) {
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined
    else if (isObject(value) && Object.hasOwn(value, segment)) value = value[segment]
    else return undefined
  }
  return value
}

/** Objects merged key by key, all else replaced by the second. `undefined` as second leaves the first. */
function deepMerge(base: unknown, over: unknown): unknown {
  if (over === undefined) return base
  if (!isObject(base) || !isObject(over)) return over
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(over)) merged.set(key, deepMerge(merged.get(key), value))
  return Object.fromEntries(merged)
}

/** Keys of the defaults that the value lacks, at any depth of objects. What is there is never overwritten. */
function fillIn(value: unknown, defaults: unknown): unknown {
  if (value === undefined) return defaults
  if (!isObject(value) || !isObject(defaults)) return value
  const filled = new Map(Object.entries(value))
  for (const [key, fallback] of Object.entries(defaults)) filled.set(key, fillIn(filled.get(key), fallback))
  return Object.fromEntries(filled)
}

function remove(value: unknown, segments: readonly string[]): unknown {
  const [key, ...rest] = segments
  if (key === undefined) return undefined
  if (!isObject(value) || !Object.hasOwn(value, key)) return value
  const entries = Object.entries(value).filter(([name]) => name !== key || rest.length > 0)
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, name === key ? remove(inner, rest) : inner]),
  )
}

/** A path the device takes to run through a list: it skips it and only writes a line to its log. */
function runsThroughList(segments: readonly string[]): boolean {
  return segments.some(segment => /^(0|[1-9]\d*)$/.test(segment))
}

/**
 * A component's configuration after a deployment, in the device's order: from what it has, the reset paths are
 * removed; defaults fill what is missing and overwrite nothing; then the merge is laid over, lists and scalars
 * replaced whole. A device that does not have the component starts from nothing (`current` undefined).
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/update-component-configurations.html
 */
export function applyConfigurationUpdate(update: {
  current?: unknown
  defaults?: unknown
  /** JSON pointers; '' resets everything. */
  reset?: readonly string[] | undefined
  /** The parsed merge document. */
  merge?: unknown
}): unknown {
  let value = update.current
  for (const pointer of update.reset ?? []) {
    const segments = parsePointer(pointer)
    if (segments && !runsThroughList(segments)) value = remove(value, segments)
  }
  return deepMerge(fillIn(value, update.defaults), update.merge) ?? {}
}

export interface ResetProblem {
  pointer: string
  kind: 'malformed' | 'through-list' | 'no-match'
  message: string
}

/**
 * What is doubtful about reset paths: texts that are no JSON pointers, paths through lists (which devices skip), and
 * paths that no given configuration has. Pass what the component is known to have: its defaults, a current merge.
 */
export function resetProblems(pointers: readonly string[], known: readonly unknown[]): ResetProblem[] {
  const problems: ResetProblem[] = []
  for (const pointer of pointers) {
    const segments = parsePointer(pointer)
    if (!segments) {
      const message = `"${pointer}" is not a JSON pointer: it begins with "/", such as /network/port.`
      problems.push({ pointer, kind: 'malformed', message })
    } else if (runsThroughList(segments)) {
      const message = `Devices skip ${pointer}: a path with a list index is not reset. Reset the whole list.`
      problems.push({ pointer, kind: 'through-list', message })
    } else if (segments.length > 0 && known.every(value => valueAt(value, pointer) === undefined)) {
      const message = `${pointer} is not in the component's configuration, so there may be nothing to reset.`
      problems.push({ pointer, kind: 'no-match', message })
    }
  }
  return problems
}

/**
 * Reads the text of a merge document, which must be a JSON object. `offset` is the character at which it goes wrong,
 * counted from 0.
 */
export function parseMerge(
  text: string,
): { ok: true; value: Json } | { ok: false; message: string; offset: number } {
  const { root, syntax, traps } = readJson(text)
  const wrong = syntax[0] ?? traps.find(trap => trap.rule === 'trailing-text')?.finding
  if (wrong || !root) {
    const message = wrong?.message.replace('is ignored', 'is not allowed') ?? 'This is not JSON.'
    return { ok: false, message, offset: wrong?.span.start ?? 0 }
  }
  const value = nodeValue(root)
  if (!isObject(value)) {
    return {
      ok: false,
      message: 'The merge must be a JSON object, such as {"port": "8080"}.',
      offset: root.span.start,
    }
  }
  return { ok: true, value }
}

import type { Recipe, RecipeLifecycle } from '#src/domain/recipe/recipe.ts'

export interface Step {
  script: string
  /** Seconds, or null where the recipe says nothing. */
  timeout: number | null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function entry(object: Record<string, unknown>, name: string): unknown {
  const key = Object.keys(object).find(one => one.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : object[key]
}

/**
 * A lifecycle step (`Install`, `Startup`, `Run` ...) of a recipe on a device that takes its manifest `index`; null
 * if there is none. Names are read in any case, and selections at any level, as devices do.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export function lifecycleStep(recipe: Recipe, index: number | null, name: string): Step | null {
  const manifest = index === null ? undefined : recipe.manifests[index]
  const own = manifest && Object.keys(manifest.lifecycle).length > 0
  const lifecycle: RecipeLifecycle = own ? manifest.lifecycle : recipe.lifecycle
  const selections = manifest && manifest.selections.length > 0 ? manifest.selections : ['all']
  return findStep(lifecycle, name, selections)
}

function findStep(
  lifecycle: Record<string, unknown>,
  name: string,
  selections: readonly string[],
): Step | null {
  const found = entry(lifecycle, name)
  if (found !== undefined) return readStep(found, selections)
  for (const selection of selections) {
    const inner = entry(lifecycle, selection)
    if (isObject(inner)) {
      const step = findStep(inner, name, selections)
      if (step) return step
    }
  }
  return null
}

function readStep(value: unknown, selections: readonly string[]): Step | null {
  if (typeof value === 'string') return { script: value, timeout: null }
  if (!isObject(value)) return null
  const script = entry(value, 'Script')
  const timeout = Number(entry(value, 'Timeout'))
  if (typeof script === 'string') return { script, timeout: Number.isFinite(timeout) ? timeout : null }
  for (const selection of selections) {
    const inner = entry(value, selection)
    if (inner !== undefined) return readStep(inner, selections)
  }
  return null
}

/**
 * The exit code that a script will surely end with: it is read, not run, and whatever has a condition is taken to
 * go well.
 */
export function certainExitCode(script: string): number {
  if (/\bif\b|\|\||&&|\[|\bcase\b|\btest\b|\btrap\b|\bwhile\b/.test(script)) return 0
  if (script.trim() === 'false') return 1
  const match = /(?:^|[;\n]|\s)exit\s+(?:\/b\s+)?(\d+)\s*(?:$|[;\n"'])/i.exec(script)
  return match ? Number(match[1]) : 0
}

/** Seconds that a script sleeps on its way. */
export function sleepSeconds(script: string): number {
  if (/\bwhile\b|\bif\b|\buntil\b/.test(script)) return 0
  let seconds = 0
  for (const match of script.matchAll(/(?:^|[;\n&|"']|\s)sleep\s+(\d+(?:\.\d+)?)/g))
    seconds += Number(match[1])
  return seconds
}

/**
 * Whether a component asks devices to wait with updates: its Startup or Run script names the IPC operation for it.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/ipc-component-lifecycle.html
 */
export const defersUpdates = (recipe: Recipe, manifest: number | null): boolean =>
  ['Startup', 'Run'].some(name =>
    /DeferComponentUpdate/i.test(lifecycleStep(recipe, manifest, name)?.script ?? ''),
  )

/** Whether a Run script is over at once (a greeting, say), so that its component ends FINISHED. */
export function isOneShot(script: string): boolean {
  const lines = script
    .split(/[\n;]/)
    .map(line => line.trim())
    .filter(line => line !== '')
  return (
    lines.length > 0 &&
    lines.every(line => /^(echo|printf|true|exit|sleep|date|mkdir|touch|cp|set|export)\b/.test(line))
  )
}

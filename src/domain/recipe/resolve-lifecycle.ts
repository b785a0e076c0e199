import type { Recipe, RecipeLifecycle } from './recipe.ts'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Selections that a device knows at any level without a manifest naming them. */
const alwaysKnown = ['all', 'any', 'posix', 'unix', 'linux', 'windows', 'darwin', 'macos']

/** Where a level has selections, the best one of it; `undefined` if none of them is wanted. */
function select(value: unknown, wanted: readonly string[], known: ReadonlySet<string>): unknown {
  if (!isObject(value)) return value
  if (!Object.keys(value).some(key => known.has(key))) {
    const entries = Object.entries(value).map(([key, inner]) => [key, select(inner, wanted, known)] as const)
    return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
  }
  const chosen = wanted.find(selection => Object.hasOwn(value, selection))
  return chosen === undefined ? undefined : select(value[chosen], wanted, known)
}

/**
 * The lifecycle of a manifest as its device sees it: its own, or the global one with selections resolved, of which the
 * first that a level has wins and `all` is the last resort.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export function resolveLifecycle(
  recipe: Pick<Recipe, 'manifests' | 'lifecycle'>,
  index: number,
): { from: 'manifest' | 'global' | 'none'; lifecycle: RecipeLifecycle } {
  const manifest = recipe.manifests[index]
  if (!manifest) return { from: 'none', lifecycle: {} }
  const own = Object.keys(manifest.lifecycle).length > 0
  const source = own ? manifest.lifecycle : recipe.lifecycle
  const wanted = [...manifest.selections.filter(selection => selection !== 'all'), 'all']
  const known = new Set([...alwaysKnown, ...recipe.manifests.flatMap(({ selections }) => selections)])
  const lifecycle = select(source, wanted, known)
  if (!isObject(lifecycle) || Object.keys(lifecycle).length === 0) return { from: 'none', lifecycle: {} }
  return { from: own ? 'manifest' : 'global', lifecycle }
}

import type { Guide } from './guide.ts'
import { recipeGuide, selectionGuides, stepGuides } from './recipe-guide.ts'

function under(guide: Guide, lifecycle: boolean, key: string): Guide | null {
  if (guide.kind === 'list') return guide.entry ?? null
  const keys = guide.keys ?? {}
  if (Object.hasOwn(keys, key)) return keys[key]!
  // Platform attributes, policies and configuration keys are case-sensitive; keys of the format are not.
  const known =
    guide.kind === 'object' && Object.keys(keys).find(one => one.toLowerCase() === key.toLowerCase())
  if (known) return keys[known]!
  if (lifecycle && guide.kind === 'object' && !/^\d+$/.test(key) && Object.values(stepGuides).includes(guide))
    return guide
  if (guide.lifecycle) return guide
  return guide.entry ?? null
}

/** What may stand at a path of keys and list indices; `null` where a recipe says nothing, as inside a configuration. */
export function guideAt(path: readonly string[]): Guide | null {
  let guide: Guide | null = recipeGuide
  for (const [index, key] of path.entries()) {
    const lifecycle: boolean = path.slice(0, index).some(part => part.toLowerCase() === 'lifecycle')
    guide = guide && under(guide, lifecycle, key)
  }
  return guide
}

/** What is known about the key at the end of a path. */
export function keyGuide(path: readonly string[]): Guide | null {
  const key = path.at(-1)
  const parent = guideAt(path.slice(0, -1))
  if (key && parent?.lifecycle && Object.hasOwn(selectionGuides, key)) {
    return { kind: 'object', doc: selectionGuides[key]!, lifecycle: true, keys: stepGuides }
  }
  return guideAt(path)
}

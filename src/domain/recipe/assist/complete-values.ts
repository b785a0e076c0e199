import { nextVersions, parseVersion } from '../../version.ts'
import type { RecipeFormat } from '../read-recipe.ts'
import type { Completion, CompletionContext } from './completion.ts'
import { guideAt } from './guide-at.ts'
import type { Place } from './place.ts'
import { scalarAt } from './scalar-text.ts'

interface Choice {
  value: string
  doc: string
  kind: Completion['kind']
}

function requirements(versions: readonly string[]): Choice[] {
  const ranges = versions.slice(0, 5).flatMap((version): [string, string][] => {
    const parsed = parseVersion(version)
    if (!parsed) return []
    const { major, minor } = parsed
    return [
      [`^${version}`, `${version} or any newer ${major}.x.`],
      [`~${version}`, `${version} or any newer ${major}.${minor}.x.`],
      [`>=${version} <${major + 1}.0.0`, `From ${version} to below ${major + 1}.0.0.`],
      [`=${version}`, `${version} only.`],
    ]
  })
  return ranges.map(([value, doc]) => ({ value, doc, kind: 'version' }))
}

function ownVersions(context: CompletionContext): Choice[] {
  const own = context.components?.find(({ name }) => name === context.recipe?.name)?.versions?.[0]
  if (!own) return []
  const { patch, minor, major } = nextVersions(own)
  return [
    { value: patch, doc: `Next patch after ${own}.`, kind: 'version' },
    { value: minor, doc: `Next minor version after ${own}.`, kind: 'version' },
    { value: major, doc: `Next major version after ${own}.`, kind: 'version' },
  ]
}

function choicesAt(path: readonly string[], context: CompletionContext): Choice[] {
  const key = path.at(-1)?.toLowerCase()
  if (key === 'versionrequirement' && path.length === 3) {
    return requirements(context.components?.find(({ name }) => name === path[1])?.versions ?? [])
  }
  if (key === 'componentversion' && path.length === 1) return ownVersions(context)
  const guide = guideAt(path)
  if (guide?.kind !== 'text') return []
  const known = Object.entries(guide.choices ?? {}).map(
    ([value, doc]): Choice => ({ value, doc, kind: 'choice' }),
  )
  if (path.at(-2)?.toLowerCase() !== 'selections') return known
  const own = Object.keys(context.recipe?.lifecycle ?? {}).filter(name =>
    known.every(({ value }) => value !== name),
  )
  return [
    ...known,
    ...own.map((value): Choice => ({ value, doc: 'Key of the global lifecycle.', kind: 'choice' })),
  ]
}

/** Values that may be written at a place. */
export function completeValues(place: Place, format: RecipeFormat, context: CompletionContext): Completion[] {
  const path = place.role === 'key' ? [...place.path] : place.path
  return choicesAt(path, context).map(({ value, doc, kind }, order) => {
    const isWord = /^(true|false)$/.test(value)
    return {
      label: value,
      kind,
      detail: '',
      documentation: doc,
      insertText: isWord && !place.quote ? value : scalarAt(value, place, format),
      snippet: false,
      span: place.token,
      sortText: `1${String(order).padStart(3, '0')}`,
      filterText: place.typed.startsWith('"') ? `"${value}` : value,
      again: false,
    }
  })
}

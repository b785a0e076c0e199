import type { Span } from '#src/domain/recipe/document.ts'
import { nodeText, nodeValue } from '#src/domain/recipe/document.ts'
import { stepOf } from '#src/domain/recipe/lifecycle.ts'
import {
  type Located,
  type ManifestOutline,
  markOf,
  partsOf,
  type RecipeOutline,
} from '#src/domain/recipe/outline.ts'
import type { TextRange } from '#src/domain/recipe/problem.ts'

export type OutlineKind =
  | 'component'
  | 'configuration'
  | 'dependencies'
  | 'manifests'
  | 'manifest'
  | 'lifecycle'
  | 'step'
  | 'artifact'
  | 'part'

/** A part of a recipe as the outline shows it. */
export interface OutlineItem {
  /** JSON pointer; unique within a recipe. */
  id: string
  kind: OutlineKind
  label: string
  /** A few words beside the label. */
  detail: string
  /** All of it, with its key. */
  range: TextRange
  /** What to select when one goes there. */
  mark: TextRange
  children: OutlineItem[]
}

type RangeOf = (span: Span) => TextRange

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
const oneLine = (text: string) => short(text.trim().replace(/\s+/g, ' '), 48)
/** Configurations may be long; an outline of them need not be. */
const mostChildren = 40

function platformText(manifest: ManifestOutline): string {
  return partsOf(manifest.platform)
    .map(part => `${part.key.key}: ${nodeText(part.node) ?? ''}`)
    .join(', ')
}

/** What a recipe consists of, in the order of its keys in the reference, which is how people look for it. */
export function outlineItems(outline: RecipeOutline, rangeOf: RangeOf): OutlineItem[] {
  const item = (
    at: Located,
    kind: OutlineKind,
    label: string,
    detail = '',
    children: OutlineItem[] = [],
  ): OutlineItem => ({
    id: at.path,
    kind,
    label,
    detail,
    range: rangeOf({ start: at.key?.keySpan.start ?? at.node.span.start, end: at.node.span.end }),
    mark: rangeOf(markOf(at)),
    children,
  })
  const valueText = (at: Located) =>
    at.node.kind === 'scalar' ? oneLine(String(nodeText(at.node) ?? 'null')) : ''
  const configured = (at: Located): OutlineItem[] =>
    partsOf(at)
      .slice(0, mostChildren)
      .map(part => item(part, 'part', part.key.key, valueText(part)))
  const steps = (at: Located): OutlineItem[] =>
    partsOf(at).map(part =>
      stepOf(part.key.key)
        ? item(part, 'step', part.key.key, stepText(part))
        : item(part, 'lifecycle', part.key.key, '', steps(part)),
    )
  const manifest = (at: ManifestOutline, index: number): OutlineItem => {
    const platform = platformText(at) || 'any platform'
    const name = nodeText(at.name?.node) ?? ''
    return item(at, 'manifest', name || `Manifest ${index + 1}`, platform, [
      ...(at.lifecycle ? steps(at.lifecycle) : []),
      ...at.artifacts.map(artifact => {
        const uri = nodeText(artifact.uri?.node) ?? ''
        const file = uri.startsWith('docker:') ? uri : (uri.split('/').at(-1) ?? '')
        return item(artifact, 'artifact', short(file || 'artifact', 48), 'artifact')
      }),
    ])
  }
  const { name, version, configuration, dependencies, manifests, manifestList, lifecycle } = outline
  const dependencyList = partsOf(outline).find(part => part.key.key.toLowerCase() === 'componentdependencies')
  const items: OutlineItem[] = []
  if (name) items.push(item(name, 'component', valueText(name), version ? valueText(version) : ''))
  if (configuration)
    items.push(item(configuration, 'configuration', 'Configuration', '', configured(configuration)))
  if (dependencyList)
    items.push(
      item(
        dependencyList,
        'dependencies',
        'Dependencies',
        String(dependencies.length),
        dependencies.map(dependency => {
          const soft = nodeText(dependency.type?.node)?.toUpperCase() === 'SOFT' ? ', soft' : ''
          const required = nodeText(dependency.requirement?.node) ?? ''
          return item(dependency, 'part', dependency.name, `${required}${soft}`)
        }),
      ),
    )
  if (manifestList)
    items.push(
      item(manifestList, 'manifests', 'Manifests', String(manifests.length), manifests.map(manifest)),
    )
  if (lifecycle) items.push(item(lifecycle, 'lifecycle', 'Global lifecycle', '', steps(lifecycle)))
  return items
}

function stepText(step: Located): string {
  const script =
    step.node.kind === 'object' ? partsOf(step).find(part => part.key.key.toLowerCase() === 'script') : step
  const text = script ? nodeText(script.node) : null
  if (text !== null) return oneLine(text)
  const value = nodeValue(step.node)
  return typeof value === 'object' && value !== null ? Object.keys(value).slice(0, 4).join(', ') : ''
}

interface Place {
  line: number
  column: number
}

const contains = ({ startLine, startColumn, endLine, endColumn }: TextRange, { line, column }: Place) =>
  (line > startLine || (line === startLine && column >= startColumn)) &&
  (line < endLine || (line === endLine && column <= endColumn))

/** The innermost item around a place (line and column from 1) with those around it, outermost first. */
export function itemsAround(items: readonly OutlineItem[], place: Place): OutlineItem[] {
  // Before the first item of its line a place lies in the blanks that belong to it.
  const found =
    items.find(item => contains(item.range, place)) ??
    items.find(({ range }) => range.startLine === place.line && range.startColumn > place.column)
  return found ? [found, ...itemsAround(found.children, place)] : []
}

import { parsePointer, valueAt } from '../../configuration-merge.ts'
import { configurationPointers } from '../configuration-pointers.ts'
import { didYouMean } from '../did-you-mean.ts'
import type { DocumentNode, Finding, ScalarNode, Span } from '../document.ts'
import { pointerSegment } from '../document.ts'
import { addDependency } from '../edit-tree.ts'
import type { ManifestOutline } from '../outline.ts'
import { type RecipeContext, recipeReference, type Rule } from '../rule.ts'

/** Namespaces of recipe variables with their keys; `configuration` takes any JSON pointer. */
const recipeVariables: Record<string, readonly string[]> = {
  configuration: [],
  artifacts: ['path', 'decompressedPath'],
  work: ['path'],
  kernel: ['rootPath'],
  iot: ['thingName'],
}

interface Variable {
  text: string
  dependency: string | null
  namespace: string
  key: string
}

/** The recipe variables of a text, and what looks like one. Shell's own `${NAME:-x}` is none. */
function variablesIn(text: string): Variable[] {
  return [...text.matchAll(/(?<!\$)\{(?:([.\w-]+):)?([.\w-]+):([^:{}]*)\}/g)].map(match => ({
    text: match[0],
    dependency: match[1] ?? null,
    namespace: match[2]!,
    key: match[3]!,
  }))
}

function complaint(
  context: RecipeContext,
  manifest: ManifestOutline | null,
  variable: Variable,
): string | null {
  const { dependency, namespace, key, text } = variable
  const keys = Object.hasOwn(recipeVariables, namespace) ? recipeVariables[namespace]! : null
  if (!keys) {
    const near = didYouMean(namespace, Object.keys(recipeVariables))
    return near ? `There is no recipe variable ${text}. Did you mean {${near}:…}?` : null
  }
  if (dependency !== null && dependency !== context.recipe.name) {
    if (namespace === 'kernel' || namespace === 'iot')
      return `${namespace}: takes no component name before it.`
    const declared = context.recipe.dependencies.some(({ name }) => name === dependency)
    if (!declared) return `${text} stays as it is: ${dependency} is not among ComponentDependencies.`
    // Its defaults are its own affair; what is wrong with the pointer itself can be told.
    if (namespace === 'configuration') return parsePointer(key) ? null : noPointer(text)
  }
  if (namespace === 'configuration') return configurationComplaint(context, key, text)
  if (!keys.includes(key)) {
    const near = didYouMean(key, keys) ?? keys[0]
    return `There is no recipe variable ${text}. Did you mean ${text.replace(`:${key}}`, `:${near}}`)}?`
  }
  if (dependency !== null && dependency !== context.recipe.name) return null
  const archives = manifest && context.recipe.manifests[context.outline.manifests.indexOf(manifest)]
  if (key === 'decompressedPath' && archives?.artifacts.every(({ unarchive }) => unarchive === 'NONE')) {
    return archives.artifacts.length === 0
      ? 'This manifest has no artifacts, so nothing is unpacked.'
      : 'No artifact of this manifest is unpacked: none has Unarchive: ZIP.'
  }
  return null
}

/** What is most likely meant. */
function mend(context: RecipeContext, variable: Variable, span: Span): Finding['fix'] | null {
  const { dependency, namespace, key, text } = variable
  const replaced = (next: string) => ({ title: `Change to ${next}`, edits: [{ span, text: next }] })
  const keys = Object.hasOwn(recipeVariables, namespace) ? recipeVariables[namespace]! : null
  if (!keys) {
    const near = didYouMean(namespace, Object.keys(recipeVariables))
    return near ? replaced(text.replace(`${namespace}:${key}`, `${near}:${key}`)) : null
  }
  if (dependency !== null && dependency !== context.recipe.name) {
    if (namespace === 'kernel' || namespace === 'iot') return replaced(text.replace(`${dependency}:`, ''))
    if (!context.recipe.dependencies.some(({ name }) => name === dependency)) {
      const edits = addDependency(context, context.outline, dependency, '>=0.0.0')
      return edits && { title: `Depend on ${dependency}`, edits }
    }
  }
  if (namespace === 'configuration') {
    if (!key.startsWith('/')) return replaced(text.replace(`:${key}}`, `:/${key}}`))
    const near = didYouMean(
      key,
      configurationPointers(context.recipe.defaultConfiguration).map(({ pointer }) => pointer),
    )
    return near ? replaced(text.replace(`:${key}}`, `:${near}}`)) : null
  }
  const near = didYouMean(key, keys) ?? keys[0]
  return near && !keys.includes(key) ? replaced(text.replace(`:${key}}`, `:${near}}`)) : null
}

const noPointer = (text: string) => `${text} stays as it is: the pointer must begin with "/".`

function configurationComplaint({ recipe }: RecipeContext, pointer: string, text: string): string | null {
  if (!parsePointer(pointer)) return noPointer(text)
  if (valueAt(recipe.defaultConfiguration, pointer) !== undefined) return null
  return `${pointer} is not in DefaultConfiguration: unless a deployment sets it, ${text} stays as it is.`
}

function scalarsIn(node: DocumentNode, path: string): { node: ScalarNode; path: string }[] {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? [{ node, path }] : []
  if (node.kind === 'array') return node.items.flatMap((item, i) => scalarsIn(item, path + pointerSegment(i)))
  return node.entries.flatMap(({ key, value }) => scalarsIn(value, path + pointerSegment(key)))
}

export const recipeVariableRule: Rule = {
  id: 'recipe-variable',
  severity: 'warning',
  explanation: 'A recipe variable that points nowhere is left in the script as it is.',
  link: `${recipeReference}#recipe-variables`,
  refusedBy: null,
  check(context) {
    const { outline, text } = context
    const lifecycles = [
      { manifest: null, lifecycle: outline.lifecycle },
      ...outline.manifests.map(manifest => ({ manifest, lifecycle: manifest.lifecycle })),
    ]
    return lifecycles.flatMap(({ manifest, lifecycle }) =>
      (lifecycle ? scalarsIn(lifecycle.node, lifecycle.path) : []).flatMap(({ node, path }): Finding[] => {
        let from = node.span.start
        return variablesIn(String(node.value)).flatMap((variable): Finding[] => {
          // Escapes may part text and value; then the whole value is marked.
          const found = text.indexOf(variable.text, from)
          const inside = found !== -1 && found < node.span.end
          const span = inside ? { start: found, end: found + variable.text.length } : node.span
          if (inside) from = span.end
          const message = complaint(context, manifest, variable)
          const fix = message && inside ? mend(context, variable, span) : null
          return message ? [{ span, path, message, ...(fix && { fix }) }] : []
        })
      }),
    )
  },
}

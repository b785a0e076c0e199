import { configurationPointers } from '../configuration-pointers.ts'
import type { Completion, CompletionContext } from './completion.ts'
import type { Place } from './place.ts'
import { variableGuides } from './recipe-guide.ts'

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

interface Variable {
  name: string
  doc: string
  detail: string
  kind: 'variable' | 'pointer'
}

function pointersOf(configuration: unknown, prefix: string, whose: string): Variable[] {
  return configurationPointers(configuration).map(({ pointer, value }) => ({
    name: `${prefix}configuration:${pointer}`,
    doc: `Value in the configuration of ${whose}. Default: \`${shown(value)}\`.`,
    detail: shown(value),
    kind: 'pointer',
  }))
}

function variables(context: CompletionContext): Variable[] {
  const { recipe } = context
  const own = Object.entries(variableGuides).map(
    ([name, doc]): Variable => ({ name, doc, detail: '', kind: 'variable' }),
  )
  const others = (recipe?.dependencies ?? []).flatMap(({ name }): Variable[] => [
    ...['artifacts:path', 'artifacts:decompressedPath', 'work:path'].map(
      (variable): Variable => ({
        name: `${name}:${variable}`,
        doc: `${variableGuides[variable]} Of the dependency ${name}.`,
        detail: 'dependency',
        kind: 'variable',
      }),
    ),
    ...pointersOf(context.configurationOf?.(name), `${name}:`, name),
  ])
  return [...own, ...pointersOf(recipe?.defaultConfiguration, '', 'this component'), ...others]
}

/** Recipe variables inside a script, once its `{` is typed. */
export function completeVariables(
  text: string,
  offset: number,
  place: Place,
  context: CompletionContext,
): Completion[] {
  const open = /\{([\w.:/~-]*)$/.exec(place.typed)
  if (!open || place.typed[open.index - 1] === '$') return []
  const start = offset - open[0].length
  const rest = /^[\w.:/~-]*\}?/.exec(text.slice(offset, place.token.end))![0]
  return variables(context).map(({ name, doc, detail, kind }, order) => ({
    label: `{${name}}`,
    kind,
    detail,
    documentation: doc,
    insertText: `{${name}}`,
    snippet: false,
    span: { start, end: offset + rest.length },
    sortText: `1${String(order).padStart(4, '0')}`,
    filterText: `{${name}}`,
    again: false,
  }))
}

import type { Completion } from '#src/domain/recipe/assist/completion.ts'
import type { Problem } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { askAssistant } from './assistant.ts'
import { monaco } from './monaco.ts'
import { toRange } from './monaco-range.ts'
import { fixesOf } from './problem-counts.ts'

const languages = ['json', 'yaml']
const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages

const kinds: Record<Completion['kind'], monaco.languages.CompletionItemKind> = {
  key: CompletionItemKind.Property,
  choice: CompletionItemKind.EnumMember,
  snippet: CompletionItemKind.Snippet,
  component: CompletionItemKind.Module,
  version: CompletionItemKind.Value,
  variable: CompletionItemKind.Variable,
  pointer: CompletionItemKind.Field,
}

const formatOf = (model: monaco.editor.ITextModel): RecipeFormat =>
  model.getLanguageId() === 'json' ? 'JSON' : 'YAML'

const questionAt = (model: monaco.editor.ITextModel, position: monaco.IPosition) => ({
  text: model.getValue(),
  format: formatOf(model),
  offset: model.getOffsetAt(position),
})

function rangeOf(model: monaco.editor.ITextModel, span: { start: number; end: number }): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(span.start), model.getPositionAt(span.end))
}

function suggestion(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
  completion: Completion,
): monaco.languages.CompletionItem {
  const { label, kind, detail, documentation, insertText, snippet, sortText, filterText, again } = completion
  const wanted = rangeOf(model, completion.span)
  // Monaco takes ranges of the cursor's line alone.
  const line = position.lineNumber
  const range =
    wanted.startLineNumber === line && wanted.endLineNumber === line
      ? wanted
      : monaco.Range.fromPositions(position, position)
  return {
    label: detail ? { label, description: detail } : label,
    kind: kinds[kind],
    documentation: { value: documentation },
    insertText,
    ...(snippet ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    range,
    sortText,
    filterText,
    ...(again ? { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } } : {}),
  }
}

/** A space asks for values behind a colon or a dash; elsewhere it is just a space. */
function isIdleSpace(before: string): boolean {
  return before.endsWith(' ') && !/(?::|^\s*-) $/.test(before)
}

monaco.languages.registerCompletionItemProvider(languages, {
  triggerCharacters: [' ', '"', '{', '/', ':', '.', '^'],
  async provideCompletionItems(model, position, context) {
    const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1)
    const typedSpace =
      context.triggerKind === monaco.languages.CompletionTriggerKind.TriggerCharacter && isIdleSpace(before)
    if (typedSpace) return { suggestions: [] }
    const version = model.getVersionId()
    const found = await askAssistant('complete', questionAt(model, position))
    if (model.isDisposed() || model.getVersionId() !== version) return { suggestions: [], incomplete: true }
    return { suggestions: found.map(completion => suggestion(model, position, completion)) }
  },
})

monaco.languages.registerHoverProvider(languages, {
  async provideHover(model, position) {
    const version = model.getVersionId()
    const hover = await askAssistant('hover', questionAt(model, position))
    if (!hover || model.isDisposed() || model.getVersionId() !== version) return null
    return { contents: [{ value: hover.text }], range: rangeOf(model, hover.span) }
  },
})

/** Problems by model, for the quick fixes that Monaco asks for at the cursor. */
const problemsOf = new WeakMap<monaco.editor.ITextModel, readonly Problem[]>()
const owner = 'recipe'

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  hint: monaco.MarkerSeverity.Info,
}

function marker(problem: Problem): monaco.editor.IMarkerData {
  return {
    ...toRange(problem.range),
    severity: severities[problem.severity],
    message: problem.message,
    code: problem.rule,
  }
}

export function showProblems(model: monaco.editor.ITextModel, problems: readonly Problem[]): void {
  problemsOf.set(model, problems)
  monaco.editor.setModelMarkers(model, owner, problems.map(marker))
}

function quickFixes(model: monaco.editor.ITextModel, problem: Problem): monaco.languages.CodeAction[] {
  return fixesOf(problem).map((fix, index) => ({
    title: fix.title,
    kind: 'quickfix',
    isPreferred: index === 0,
    diagnostics: [marker(problem)],
    edit: {
      edits: fix.edits.map(edit => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: toRange(edit.range), text: edit.text },
      })),
    },
  }))
}

monaco.languages.registerCodeActionProvider(
  languages,
  {
    provideCodeActions(model, range) {
      const actions = (problemsOf.get(model) ?? [])
        .filter(problem => monaco.Range.areIntersectingOrTouching(toRange(problem.range), range))
        .flatMap(problem => quickFixes(model, problem))
      return { actions, dispose: () => undefined }
    },
  },
  { providedCodeActionKinds: ['quickfix'] },
)

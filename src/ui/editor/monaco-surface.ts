import type { Problem } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { EditorHandle, SurfaceOptions } from './editor-contract.ts'
import { monaco } from './monaco.ts'
import type { TextEdit, TextRange } from '#src/domain/recipe/problem.ts'

const OWNER = 'recipe'

export interface MonacoSurface extends EditorHandle {
  setText(text: string): void
  setFormat(format: RecipeFormat): void
  setProblems(problems: readonly Problem[]): void
  setDark(dark: boolean): void
  setTabMovesFocus(moves: boolean): void
  dispose(): void
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  hint: monaco.MarkerSeverity.Info,
}

function toRange(range: TextRange): monaco.IRange {
  return {
    startLineNumber: range.startLine,
    startColumn: range.startColumn,
    endLineNumber: range.endLine,
    endColumn: range.endColumn,
  }
}

const languageOf = (format: RecipeFormat) => format.toLowerCase()

/** Problems by model, for the quick fixes that Monaco asks for at the cursor. */
const problemsOf = new WeakMap<monaco.editor.ITextModel, readonly Problem[]>()

monaco.languages.registerCodeActionProvider(
  ['json', 'yaml'],
  {
    provideCodeActions(model, range) {
      const actions = (problemsOf.get(model) ?? [])
        .filter(
          problem => problem.fix && monaco.Range.areIntersectingOrTouching(toRange(problem.range), range),
        )
        .map(problem => quickFix(model, problem))
      return { actions, dispose: () => undefined }
    },
  },
  { providedCodeActionKinds: ['quickfix'] },
)

function quickFix(model: monaco.editor.ITextModel, problem: Problem): monaco.languages.CodeAction {
  const edits = (problem.fix?.edits ?? []).map(edit => ({
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: toRange(edit.range), text: edit.text },
  }))
  return {
    title: problem.fix?.title ?? '',
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [marker(problem)],
    edit: { edits },
  }
}

function marker(problem: Problem): monaco.editor.IMarkerData {
  return {
    ...toRange(problem.range),
    severity: severities[problem.severity],
    message: problem.message,
    code: problem.rule,
  }
}

/** A Monaco editor in `host`. The caller owns it and must dispose it. */
export function openSurface(host: HTMLElement, options: SurfaceOptions): MonacoSurface {
  const model = monaco.editor.createModel(options.text, languageOf(options.format))
  const editor = monaco.editor.create(host, {
    model,
    theme: options.dark ? 'meadow-dark' : 'meadow-light',
    ariaLabel: options.label,
    automaticLayout: true,
    detectIndentation: false,
    tabSize: 2,
    insertSpaces: true,
    fontFamily: '"SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace',
    fontSize: 13,
    lineHeight: 20,
    padding: { top: 8, bottom: 8 },
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    fixedOverflowWidgets: true,
    wordWrap: 'on',
    wrappingIndent: 'indent',
    quickSuggestions: false,
    wordBasedSuggestions: 'off',
    suggestOnTriggerCharacters: false,
    occurrencesHighlight: 'off',
    stickyScroll: { enabled: false },
    lineNumbersMinChars: 3,
    // Otherwise the number of a last, empty line is drawn too faintly to read.
    renderFinalNewline: 'on',
    overviewRulerLanes: 2,
    // The page scrolls on where the text ends, so that a wheel over the editor is no trap either.
    scrollbar: { alwaysConsumeMouseWheel: false },
  })
  describe(host, options.describedBy)
  const watchers = [
    editor.onDidChangeModelContent(() => options.onChange(model.getValue())),
    ...watchTabKey(editor, options.onTabMovesFocus),
  ]

  const applyEdits = (edits: readonly TextEdit[]) => {
    editor.pushUndoStop()
    editor.executeEdits(
      OWNER,
      edits.map(edit => ({ range: toRange(edit.range), text: edit.text, forceMoveMarkers: true })),
    )
    editor.pushUndoStop()
  }
  const replaceText = (text: string) => {
    if (text === model.getValue()) return
    editor.pushUndoStop()
    editor.executeEdits(OWNER, [{ range: model.getFullModelRange(), text }])
    editor.pushUndoStop()
    editor.setPosition({ lineNumber: 1, column: 1 })
    editor.setScrollTop(0)
  }

  return {
    applyEdits,
    replaceText,
    setText: replaceText,
    setFormat: format => monaco.editor.setModelLanguage(model, languageOf(format)),
    setProblems(problems) {
      problemsOf.set(model, problems)
      monaco.editor.setModelMarkers(model, OWNER, problems.map(marker))
    },
    setDark: dark => monaco.editor.setTheme(dark ? 'meadow-dark' : 'meadow-light'),
    setTabMovesFocus: moves => editor.updateOptions({ tabFocusMode: moves }),
    reveal(range) {
      editor.setSelection(toRange(range))
      editor.revealRangeInCenterIfOutsideViewport(toRange(range))
      editor.focus()
    },
    focus: () => editor.focus(),
    dispose() {
      for (const watcher of watchers) watcher.dispose()
      editor.dispose()
      model.dispose()
    },
  }
}

/** Ties the visible hint about the Tab key to the element that takes the focus. */
function describe(host: HTMLElement, id: string): void {
  for (const box of host.querySelectorAll('.native-edit-context, textarea.inputarea'))
    box.setAttribute('aria-describedby', id)
}

/**
 * Ctrl+M (Control+Shift+M on a Mac, as in VS Code) decides what Tab does. Escape lets one Tab out:
 * any other key, or leaving, takes that back.
 */
function watchTabKey(
  editor: monaco.editor.IStandaloneCodeEditor,
  onTabMovesFocus: (moves: boolean) => void,
): monaco.IDisposable[] {
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  const moves = () => editor.getOption(monaco.editor.EditorOption.tabFocusMode)
  let once = false
  const endOnce = () => {
    if (!once) return
    once = false
    editor.updateOptions({ tabFocusMode: false })
  }
  return [
    editor.addAction({
      id: 'meadow.toggleTabMovesFocus',
      label: 'Toggle whether Tab indents or moves the focus',
      keybindings: [
        mac
          ? monaco.KeyMod.WinCtrl | monaco.KeyMod.Shift | monaco.KeyCode.KeyM
          : monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyM,
      ],
      run: () => {
        onTabMovesFocus(once || !moves())
        once = false
      },
    }),
    editor.onKeyDown(event => {
      if (event.keyCode === monaco.KeyCode.Escape) {
        if (moves()) return
        once = true
        editor.updateOptions({ tabFocusMode: true })
        return
      }
      const passing = [monaco.KeyCode.Tab, monaco.KeyCode.Shift, monaco.KeyCode.Ctrl, monaco.KeyCode.Alt]
      if (!passing.includes(event.keyCode) && !(event.ctrlKey && event.keyCode === monaco.KeyCode.KeyM))
        endOnce()
    }),
    editor.onDidBlurEditorText(endOnce),
  ]
}

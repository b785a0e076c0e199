import type { ITextModel } from 'monaco-editor/editor/common/model'
import type { Problem, TextEdit } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { EditorHandle, SurfaceOptions } from './editor-contract.ts'
import { askAssistant } from './assistant.ts'
import { writingOptions } from './editor-options.ts'
import { monaco } from './monaco.ts'
import { showProblems } from './monaco-assist.ts'
import { toRange } from './monaco-range.ts'
import { watchTabKey } from './tab-key.ts'
// Here, because it has to be there as soon as the editor is.
import './early-surface.css'

const source = 'recipe'

export interface MonacoSurface extends EditorHandle {
  setText(text: string): void
  setFormat(format: RecipeFormat): void
  setProblems(problems: readonly Problem[]): void
  setDark(dark: boolean): void
  setTabMovesFocus(moves: boolean): void
  text(): string
  /** Another owner takes it over, with the text and the focus as they are. */
  adopt(options: Omit<SurfaceOptions, 'text'>): void
  dispose(): void
}

const languageOf = (format: RecipeFormat) => format.toLowerCase()

/** A Monaco editor in `host`. The caller owns it and must dispose it. */
export function openSurface(host: HTMLElement, options: SurfaceOptions): MonacoSurface {
  let owner: Omit<SurfaceOptions, 'text'> = options
  const model = monaco.editor.createModel(options.text, languageOf(options.format))
  const editor = monaco.editor.create(host, {
    ...writingOptions,
    model,
    theme: options.dark ? 'meadow-dark' : 'meadow-light',
    ariaLabel: options.label,
  })
  describe(host, options.describedBy)
  const watchers = [
    editor.onDidChangeModelContent(() => owner.onChange(model.getValue())),
    editor.onDidChangeCursorPosition(({ position }) =>
      owner.onCursor({ line: position.lineNumber, column: position.column }),
    ),
    editor.onKeyDown(({ keyCode }) => {
      if (keyCode === monaco.KeyCode.Enter) readAhead(model, editor.getPosition())
    }),
    ...watchTabKey(editor, tab => owner.onTabKey(tab)),
    // The same keys on every system, as the button beside the editor says.
    editor.addAction({
      id: 'meadow.format',
      label: 'Format the recipe',
      keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
      contextMenuGroupId: '1_modification',
      run: () => owner.onFormatKey(),
    }),
  ]

  const applyEdits = (edits: readonly TextEdit[]) => {
    editor.pushUndoStop()
    editor.executeEdits(
      source,
      edits.map(edit => ({ range: toRange(edit.range), text: edit.text, forceMoveMarkers: true })),
    )
    editor.pushUndoStop()
  }
  let formatNow = options.format
  const setFormat = (format: RecipeFormat) => {
    formatNow = format
    monaco.editor.setModelLanguage(model, languageOf(format))
  }
  const setDark = (dark: boolean) => monaco.editor.setTheme(dark ? 'meadow-dark' : 'meadow-light')
  const replaceAll = (text: string) => {
    editor.pushUndoStop()
    editor.executeEdits(source, [{ range: model.getFullModelRange(), text }])
    editor.pushUndoStop()
  }
  const replaceText = (text: string) => {
    if (text === model.getValue()) return
    replaceAll(text)
    editor.setPosition({ lineNumber: 1, column: 1 })
    editor.setScrollTop(0)
  }

  return {
    applyEdits,
    replaceText,
    setText: replaceText,
    setFormat,
    setProblems: problems => showProblems(model, problems),
    setDark,
    setTabMovesFocus: moves => editor.updateOptions({ tabFocusMode: moves }),
    reveal(range) {
      editor.setSelection(toRange(range))
      editor.revealRangeInCenterIfOutsideViewport(toRange(range))
      editor.focus()
    },
    focus: () => editor.focus(),
    text: () => model.getValue(),
    adopt(next) {
      owner = next
      describe(host, next.describedBy)
      setFormat(next.format)
      setDark(next.dark)
      editor.updateOptions({ ariaLabel: next.label })
    },
    async format() {
      const [text, version] = [model.getValue(), model.getVersionId()]
      const formatted = await askAssistant('format', { text, format: formatNow })
      if (!formatted.ok) return { ok: false, message: formatted.message }
      // Whoever types on while it is worked out keeps what was typed.
      if (!model.isDisposed() && model.getVersionId() === version && formatted.text !== text)
        replaceAll(formatted.text)
      return { ok: true }
    },
    dispose() {
      for (const watcher of watchers) watcher.dispose()
      editor.dispose()
      model.dispose()
    },
  }
}

/**
 * Lines below a change are read anew only when the browser is idle, and after a line that is not read yet a new one
 * is not indented.
 */
function readAhead(model: monaco.editor.ITextModel, position: monaco.IPosition | null): void {
  const { tokenization } = model as unknown as ITextModel
  if (position) tokenization.forceTokenization(position.lineNumber)
}

/** Ties the visible hint about the Tab key to the element that takes the focus. */
function describe(host: HTMLElement, id: string): void {
  for (const box of host.querySelectorAll('.native-edit-context, textarea.inputarea'))
    box.setAttribute('aria-describedby', id)
}

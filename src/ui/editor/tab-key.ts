import { monaco } from './monaco.ts'

/** What the Tab key does at the moment: indent, leave from now on, or leave once because Escape was pressed. */
export type TabKey = 'indents' | 'leaves' | 'leaves-once'

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Escape has something else to do: a list to close, or the places of a snippet to leave. */
function escapeIsTaken(editor: monaco.editor.IStandaloneCodeEditor): boolean {
  const box = editor.getContainerDomNode()
  const open = [...box.querySelectorAll('.suggest-widget, .find-widget.visible, .zone-widget')]
  if (open.some(widget => widget.checkVisibility({ visibilityProperty: true }))) return true
  if ((editor.getSelections() ?? []).length > 1) return true
  const snippets = editor.getContribution('snippetController2') as { isInSnippet?(): boolean } | null
  return snippets?.isInSnippet?.() ?? false
}

/**
 * Ctrl+M (Control+Shift+M on a Mac, as in VS Code) decides what Tab does. Escape lets one Tab out:
 * any other key, or leaving, takes that back.
 */
export function watchTabKey(
  editor: monaco.editor.IStandaloneCodeEditor,
  tell: (tab: TabKey) => void,
): monaco.IDisposable[] {
  const moves = () => editor.getOption(monaco.editor.EditorOption.tabFocusMode)
  let once = false
  const endOnce = () => {
    if (!once) return
    once = false
    editor.updateOptions({ tabFocusMode: false })
    tell('indents')
  }
  return [
    editor.addAction({
      id: 'meadow.toggleTabMovesFocus',
      label: 'Toggle whether Tab indents or moves the focus',
      keybindings: [
        isMac()
          ? monaco.KeyMod.WinCtrl | monaco.KeyMod.Shift | monaco.KeyCode.KeyM
          : monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyM,
      ],
      run: () => {
        const next = once || !moves()
        once = false
        tell(next ? 'leaves' : 'indents')
      },
    }),
    editor.onKeyDown(event => {
      if (event.keyCode === monaco.KeyCode.Escape) {
        if (moves() || escapeIsTaken(editor)) return
        once = true
        editor.updateOptions({ tabFocusMode: true })
        tell('leaves-once')
        return
      }
      const passing = [monaco.KeyCode.Tab, monaco.KeyCode.Shift, monaco.KeyCode.Ctrl, monaco.KeyCode.Alt]
      if (!passing.includes(event.keyCode) && !(event.ctrlKey && event.keyCode === monaco.KeyCode.KeyM))
        endOnce()
    }),
    editor.onDidBlurEditorText(endOnce),
  ]
}

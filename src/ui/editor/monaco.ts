/**
 * Monaco with what a recipe needs and nothing more. Reached only through `load-editor.ts`, so that no other page carries it.
 * The imports are the package's entry points since 0.56 (`monaco-editor/<path>`); each feature registers itself.
 */
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
// Here and not with the diff: its keys (F7) count only if they are there before the first editor is.
import 'monaco-editor/features/diffEditor/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/placeholderText/register'
import 'monaco-editor/features/quickCommand/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/unicodeHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/yaml/register'
// The feature named suggest brings inline suggestions alone; this is the list.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import * as monaco from 'monaco-editor/editor'
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices'
import { IStorageService } from 'monaco-editor/platform/storage/common/storage'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import { darkTheme, lightTheme } from './editor-themes.ts'
import { jsonConfiguration, jsonTokens } from './json-language.ts'

declare global {
  interface Window {
    MonacoEnvironment?: { getWorker(moduleId: string, label: string): Worker }
  }
}

window.MonacoEnvironment = { getWorker: () => new EditorWorker() }

monaco.languages.register({ id: 'json', extensions: ['.json'], aliases: ['JSON'] })
monaco.languages.setMonarchTokensProvider('json', jsonTokens)
monaco.languages.setLanguageConfiguration('json', jsonConfiguration)
monaco.editor.defineTheme('meadow-light', lightTheme)
monaco.editor.defineTheme('meadow-dark', darkTheme)

// The explanation beside the list is shown from the start; Ctrl+Space folds it.
StandaloneServices.get(IStorageService).store('expandSuggestionDocs', true, 0, 0)

export { monaco }

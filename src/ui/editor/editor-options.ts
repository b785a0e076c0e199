import type { editor } from 'monaco-editor/editor'

/** How text looks in every surface of ours, the editor and the diff alike. */
export const textOptions = {
  automaticLayout: true,
  fontFamily: '"SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace',
  fontSize: 13,
  lineHeight: 20,
  padding: { top: 8, bottom: 8 },
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  fixedOverflowWidgets: true,
  wordWrap: 'on',
  wrappingIndent: 'indent',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  stickyScroll: { enabled: false },
  lineNumbersMinChars: 3,
  // Otherwise the number of a last, empty line is drawn too faintly to read.
  renderFinalNewline: 'on',
  overviewRulerLanes: 2,
  // The page scrolls on where the text ends, so that a wheel over the editor is no trap either.
  scrollbar: { alwaysConsumeMouseWheel: false },
} as const satisfies editor.IEditorOptions

/** How the editor of a recipe behaves. */
export const writingOptions = {
  ...textOptions,
  detectIndentation: false,
  tabSize: 2,
  insertSpaces: true,
  quickSuggestions: { other: true, strings: true, comments: false },
  quickSuggestionsDelay: 0,
  suggestOnTriggerCharacters: true,
  // Enter at the end of a word that is written out makes a new line.
  acceptSuggestionOnEnter: 'smart',
  acceptSuggestionOnCommitCharacter: false,
  wordBasedSuggestions: 'off',
  placeholder: 'Ctrl+Space offers recipes to start from.',
  snippetSuggestions: 'inline',
  suggest: { showIcons: true, preview: false, snippetsPreventQuickSuggestions: false, showStatusBar: true },
  parameterHints: { enabled: false },
} as const satisfies editor.IStandaloneEditorConstructionOptions

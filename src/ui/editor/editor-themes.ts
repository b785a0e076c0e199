import type { editor } from 'monaco-editor/editor'

/** Colours that keep 4.5:1 against the surfaces of the app in both modes. */
export const lightTheme: editor.IStandaloneThemeData = {
  base: 'vs',
  inherit: true,
  rules: [
    { token: 'type', foreground: '0b5c8a' },
    { token: 'type.yaml', foreground: '0b5c8a' },
    { token: 'string', foreground: '2c6e2f' },
    { token: 'string.yaml', foreground: '2c6e2f' },
    { token: 'number', foreground: '8a4b08' },
    { token: 'number.yaml', foreground: '8a4b08' },
    { token: 'keyword', foreground: '7b3fa0' },
    { token: 'keyword.yaml', foreground: '7b3fa0' },
    { token: 'comment', foreground: '5f6b7a', fontStyle: 'italic' },
    { token: 'operators', foreground: '424650' },
  ],
  colors: {
    'editor.background': '#ffffff',
    'editorGutter.background': '#fbfcfb',
    'editorLineNumber.foreground': '#656871',
    'editorLineNumber.activeForeground': '#0f141a',
    'editor.lineHighlightBackground': '#f1f5f3',
    'editor.lineHighlightBorder': '#00000000',
    'editorIndentGuide.background1': '#e4e7ea',
    'editorIndentGuide.activeBackground1': '#b4bcc6',
  },
}

export const darkTheme: editor.IStandaloneThemeData = {
  base: 'vs-dark',
  inherit: true,
  rules: [
    { token: 'type', foreground: '7cc7f2' },
    { token: 'type.yaml', foreground: '7cc7f2' },
    { token: 'string', foreground: '9bd69f' },
    { token: 'string.yaml', foreground: '9bd69f' },
    { token: 'number', foreground: 'f0b97a' },
    { token: 'number.yaml', foreground: 'f0b97a' },
    { token: 'keyword', foreground: 'cfa6ee' },
    { token: 'keyword.yaml', foreground: 'cfa6ee' },
    { token: 'comment', foreground: '9aa5b1', fontStyle: 'italic' },
    { token: 'operators', foreground: 'c6c6cd' },
  ],
  colors: {
    'editor.background': '#10191d',
    'editorGutter.background': '#10191d',
    'editorLineNumber.foreground': '#8c8c94',
    'editorLineNumber.activeForeground': '#f3f3f7',
    'editor.lineHighlightBackground': '#192429',
    'editor.lineHighlightBorder': '#00000000',
    'editorIndentGuide.background1': '#1f2b30',
    'editorIndentGuide.activeBackground1': '#3d4b4e',
  },
}

// The least that an editor can be: Monaco's core without a language or a feature. What ours is measured against.
import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'

globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() }
monaco.editor.create(document.getElementById('editor'), { value: 'ComponentName: com.example.Hello\n' })

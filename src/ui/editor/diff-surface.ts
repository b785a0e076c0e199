import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { textOptions } from './editor-options.ts'
import { monaco } from './monaco.ts'

export interface DiffTexts {
  before: string
  after: string
  format: RecipeFormat
}

export interface DiffSurface {
  setTexts(texts: DiffTexts): void
  setDark(dark: boolean): void
  /** Brings the next change into view and puts the cursor there. */
  nextChange(): void
  /** Shows the changes as rows that a screen reader reads, from the next one on. */
  readChanges(): void
  dispose(): void
}

interface DiffOptions extends DiffTexts {
  beforeLabel: string
  afterLabel: string
  /** Id of the visible hint about the keys. */
  describedBy: string
  dark: boolean
  /** How many stretches of lines differ; told whenever it is computed anew. */
  onChanges(count: number): void
}

/** A Monaco diff editor in `host`, to read only. The caller owns it and must dispose it. */
export function openDiff(host: HTMLElement, options: DiffOptions): DiffSurface {
  const languageOf = (format: RecipeFormat) => format.toLowerCase()
  const original = monaco.editor.createModel(options.before, languageOf(options.format))
  const modified = monaco.editor.createModel(options.after, languageOf(options.format))
  const editor = monaco.editor.createDiffEditor(host, {
    ...textOptions,
    // Monaco decides by itself that a narrow place has room for one column only.
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    readOnly: true,
    originalEditable: false,
    domReadOnly: true,
    ignoreTrimWhitespace: false,
    renderOverviewRuler: false,
    hideUnchangedRegions: { enabled: true, contextLineCount: 4, minimumLineCount: 6 },
  })
  monaco.editor.setTheme(options.dark ? 'meadow-dark' : 'meadow-light')
  const sides = [
    { side: editor.getOriginalEditor(), label: options.beforeLabel },
    { side: editor.getModifiedEditor(), label: options.afterLabel },
  ]
  // As high as the changes are, up to what the style allows.
  const fit = () => {
    host.style.blockSize = `${Math.max(...sides.map(({ side }) => side.getContentHeight())) + 2}px`
  }
  const watchers = sides.flatMap(({ side, label }) => {
    for (const box of side.getContainerDomNode().querySelectorAll('.native-edit-context, textarea.inputarea'))
      box.setAttribute('aria-describedby', options.describedBy)
    // The diff editor forgets its labels whenever it goes from two columns to one or back.
    const keepLabel = () => {
      if (side.getOption(monaco.editor.EditorOption.ariaLabel) !== label)
        side.updateOptions({ ariaLabel: label })
    }
    keepLabel()
    return [side.onDidChangeConfiguration(keepLabel), side.onDidContentSizeChange(fit)]
  })
  const told = editor.onDidUpdateDiff(() => options.onChanges(editor.getLineChanges()?.length ?? 0))
  editor.setModel({ original, modified })
  const put = (model: monaco.editor.ITextModel, text: string) => {
    if (model.getValue() !== text) model.setValue(text)
  }
  return {
    setTexts({ before, after, format }) {
      for (const model of [original, modified]) monaco.editor.setModelLanguage(model, languageOf(format))
      put(original, before)
      put(modified, after)
    },
    setDark: dark => monaco.editor.setTheme(dark ? 'meadow-dark' : 'meadow-light'),
    nextChange: () => editor.goToDiff('next'),
    readChanges: () => editor.accessibleDiffViewerNext(),
    dispose() {
      told.dispose()
      for (const watcher of watchers) watcher.dispose()
      editor.dispose()
      original.dispose()
      modified.dispose()
    },
  }
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Spinner from '@cloudscape-design/components/spinner'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Problem } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { KnownComponents } from './assist-protocol.ts'
import { setKnownComponents } from './assistant.ts'
import type { CursorPlace, CursorStore } from './cursor-store.ts'
import { claimEarlyModule } from './early-surface.ts'
import type { EditorHandle } from './editor-contract.ts'
import { loadEditor } from './load-editor.ts'
import { MonacoMount } from './MonacoMount.tsx'
import { PlainSurface } from './PlainSurface.tsx'
import type { TabKey } from './tab-key.ts'
import { useFormatting } from './use-formatting.ts'
import './recipe-editor.css'

interface RecipeEditorProps {
  label: string
  text: string
  format: RecipeFormat
  problems: readonly Problem[]
  dark: boolean
  /** What is known of other components, for completion and checks. Give the same object as long as nothing changed. */
  known?: KnownComponents
  /** Told where the cursor goes. Must be stable. */
  cursor?: CursorStore
  onChange(text: string): void
  /** Gives the page its hold on the editor, and takes it back with null. Must be stable. */
  onReady(handle: EditorHandle | null): void
}

type Loaded = { module: typeof import('./monaco-surface.ts'); cursor: number | null } | 'loading' | 'failed'

/** Where the cursor stands if the person is typing in the text area now. */
function plainCursor(): number | null {
  const box = document.activeElement
  return box instanceof HTMLTextAreaElement && box.className === 'recipe-editor-plain'
    ? box.selectionEnd
    : null
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A recipe being written. While Monaco is on its way, and when it does not come, a text area takes the typing. */
export function RecipeEditor({
  label,
  text,
  format,
  problems,
  dark,
  known,
  cursor,
  onChange,
  onReady,
}: RecipeEditorProps) {
  const [loaded, setLoaded] = useState<Loaded>(() => {
    const module = claimEarlyModule()
    return module ? { module, cursor: null } : 'loading'
  })
  const [tab, setTab] = useState<TabKey>('indents')
  const hint = useId()

  useEffect(() => {
    if (loaded !== 'loading') return
    let gone = false
    loadEditor().then(
      module => !gone && setLoaded({ module, cursor: plainCursor() }),
      () => !gone && setLoaded('failed'),
    )
    return () => {
      gone = true
    }
  }, [loaded])

  useEffect(() => {
    setKnownComponents(known ?? null)
  }, [known])
  useEffect(() => () => setKnownComponents(null), [])

  const handle = useRef<EditorHandle | null>(null)
  const takeHandle = useCallback(
    (taken: EditorHandle | null) => {
      handle.current = taken
      onReady(taken)
    },
    [onReady],
  )
  const formatting = useFormatting(handle, text)
  const onCursor = (place: CursorPlace) => cursor?.set(place)
  const plain = typeof loaded === 'string'
  return (
    <div>
      <div className="recipe-editor" data-surface={plain ? 'plain' : 'monaco'}>
        {typeof loaded === 'string' ? (
          <PlainSurface
            label={label}
            describedBy={hint}
            text={text}
            format={format}
            onChange={onChange}
            onCursor={onCursor}
            onFormatKey={formatting.run}
            onReady={takeHandle}
          />
        ) : (
          <MonacoMount
            module={loaded.module}
            cursor={loaded.cursor}
            label={label}
            describedBy={hint}
            text={text}
            format={format}
            problems={problems}
            dark={dark}
            tabMovesFocus={tab === 'leaves'}
            onChange={onChange}
            onCursor={onCursor}
            onTabKey={setTab}
            onFormatKey={formatting.run}
            onReady={takeHandle}
          />
        )}
        {loaded === 'loading' ? (
          <div className="recipe-editor-loading">
            <Spinner size="large" />
          </div>
        ) : null}
      </div>
      <div className="recipe-editor-foot">
        <Box id={hint} fontSize="body-s" color="text-body-secondary">
          {plain ? (
            <PlainHint failed={loaded === 'failed'} onRetry={() => setLoaded('loading')} />
          ) : (
            <TabHint tab={tab} onChange={setTab} />
          )}
        </Box>
        <span className="recipe-editor-format">
          <span role="status">{formatting.refusal ? `Not formatted: ${formatting.refusal}` : ''}</span>{' '}
          <Button variant="inline-link" ariaLabel="Format the recipe" onClick={formatting.run}>
            Format (Shift+Alt+F)
          </Button>
        </span>
      </div>
    </div>
  )
}

function PlainHint({ failed, onRetry }: { failed: boolean; onRetry(): void }) {
  if (!failed) return 'Loading the editor. You can already type.'
  return (
    <span role="status">
      The editor could not be loaded, so this is a plain text box. Checks and publishing work as usual.{' '}
      <Button variant="inline-link" onClick={onRetry}>
        Try to load the editor again
      </Button>
    </span>
  )
}

function TabHint({ tab, onChange }: { tab: TabKey; onChange(tab: TabKey): void }) {
  const keys = isMac() ? 'Control+Shift+M' : 'Ctrl+M'
  const says: Record<TabKey, string> = {
    indents: `Tab indents. Press Esc, then Tab, to leave the editor; ${keys} keeps it that way.`,
    leaves: `Tab moves out of the editor. ${keys} lets it indent again.`,
    'leaves-once': 'Press Tab now to leave the editor, or go on typing.',
  }
  const moves = tab === 'leaves'
  return (
    <>
      <span role="status">{says[tab]}</span>{' '}
      <Button variant="inline-link" onClick={() => onChange(moves ? 'indents' : 'leaves')}>
        {moves ? 'Let Tab indent' : 'Let Tab leave'}
      </Button>
    </>
  )
}

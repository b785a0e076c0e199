import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import { useEffect, useId, useRef, useState } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { DiffSurface } from './diff-surface.ts'
import { loadDiff } from './load-editor.ts'
import { PlainDiff } from './PlainDiff.tsx'
import './recipe-diff.css'

interface RecipeDiffProps {
  /** "Changes from 1.0.0 to 1.1.0". */
  label: string
  /** Both sides in the same format; convert one before if they are not. */
  format: RecipeFormat
  before: { label: string; text: string }
  after: { label: string; text: string }
  dark: boolean
}

type Loaded = typeof import('./diff-surface.ts') | 'loading' | 'failed'

const changesText = (count: number | null) => {
  if (count === null) return 'Comparing…'
  if (count === 0) return 'No differences'
  return `${count} ${count === 1 ? 'change' : 'changes'}`
}

/** Two recipes side by side, to read. Without the editor the same lines are shown as plain text. */
export function RecipeDiff({ label, format, before, after, dark }: RecipeDiffProps) {
  const [loaded, setLoaded] = useState<Loaded>('loading')
  const [changes, setChanges] = useState<number | null>(null)
  const surface = useRef<DiffSurface | null>(null)
  const hint = useId()

  useEffect(() => {
    if (loaded !== 'loading') return
    let gone = false
    loadDiff().then(
      module => !gone && setLoaded(module),
      () => !gone && setLoaded('failed'),
    )
    return () => {
      gone = true
    }
  }, [loaded])

  return (
    <div className="recipe-diff">
      <div className="recipe-diff-head">
        <Box variant="span" color="text-body-secondary" fontSize="body-s">
          {`${before.label} → ${after.label}`}
        </Box>
        {typeof loaded === 'string' ? (
          <DiffHint failed={loaded === 'failed'} onRetry={() => setLoaded('loading')} />
        ) : (
          <span className="recipe-diff-acts">
            <span role="status">{changesText(changes)}</span>
            <Button
              variant="inline-link"
              disabled={!changes}
              onClick={() => surface.current?.nextChange()}
              ariaLabel="Go to the next change"
            >
              Next change
            </Button>
            <Button
              variant="inline-link"
              disabled={!changes}
              onClick={() => surface.current?.readChanges()}
              ariaLabel="Read the changes one by one"
            >
              Read the changes
            </Button>
          </span>
        )}
      </div>
      {typeof loaded === 'string' ? (
        <PlainDiff label={label} before={before.text} after={after.text} />
      ) : (
        <DiffMount
          module={loaded}
          label={label}
          describedBy={hint}
          format={format}
          before={before}
          after={after}
          dark={dark}
          onChanges={setChanges}
          onReady={opened => {
            surface.current = opened
          }}
        />
      )}
      {typeof loaded === 'string' ? null : (
        <Box id={hint} fontSize="body-s" color="text-body-secondary">
          In the text F7 reads the changes one by one, Shift+F7 backwards, and Esc leads back.
        </Box>
      )}
    </div>
  )
}

function DiffHint({ failed, onRetry }: { failed: boolean; onRetry(): void }) {
  if (!failed) return null
  return (
    <span role="status">
      The editor could not be loaded, so the changes are shown as plain text.{' '}
      <Button variant="inline-link" onClick={onRetry}>
        Try to load it again
      </Button>
    </span>
  )
}

interface DiffMountProps extends RecipeDiffProps {
  module: typeof import('./diff-surface.ts')
  describedBy: string
  onChanges(count: number): void
  onReady(surface: DiffSurface | null): void
}

/** Keeps one diff editor in step with React's props; the editor itself is made once. */
function DiffMount(props: DiffMountProps) {
  const { module, label, format, before, after, dark } = props
  const host = useRef<HTMLElement>(null)
  const surface = useRef<DiffSurface | null>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    if (!host.current) return
    const { format, before, after, dark, describedBy, onReady } = latest.current
    const opened = module.openDiff(host.current, {
      format,
      before: before.text,
      after: after.text,
      beforeLabel: before.label,
      afterLabel: after.label,
      describedBy,
      dark,
      onChanges: count => latest.current.onChanges(count),
    })
    surface.current = opened
    onReady(opened)
    return () => {
      surface.current = null
      latest.current.onReady(null)
      opened.dispose()
    }
  }, [module])
  useEffect(
    () => surface.current?.setTexts({ before: before.text, after: after.text, format }),
    [before.text, after.text, format],
  )
  useEffect(() => surface.current?.setDark(dark), [dark])

  return <section ref={host} className="recipe-diff-host" aria-label={label} />
}

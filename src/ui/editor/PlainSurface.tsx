import { useEffect, useRef } from 'react'
import { askAssistant } from './assistant.ts'
import type { CursorPlace } from './cursor-store.ts'
import type { EditorHandle } from './editor-contract.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { applyEdits, rangeBetween, rangeOffsets } from './text-edits.ts'

interface PlainSurfaceProps {
  label: string
  describedBy: string
  text: string
  format: RecipeFormat
  onChange(text: string): void
  onCursor(place: CursorPlace): void
  onFormatKey(): void
  onReady(handle: EditorHandle | null): void
}

/** The editor when Monaco could not be fetched: a text area, with the same problems listed beside it. */
export function PlainSurface({
  label,
  describedBy,
  text,
  format,
  onChange,
  onCursor,
  onFormatKey,
  onReady,
}: PlainSurfaceProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const now = useRef({ text, format, onChange })
  now.current = { text, format, onChange }

  useEffect(() => {
    const select = (start: number, end: number) => {
      const box = area.current
      if (!box) return
      box.focus()
      box.setSelectionRange(start, end)
      const line = now.current.text.slice(0, start).split('\n').length
      box.scrollTop = Math.max(0, (line - 6) * 20)
    }
    onReady({
      replaceText: next => now.current.onChange(next),
      applyEdits: edits => now.current.onChange(applyEdits(now.current.text, edits)),
      reveal: range => {
        const { start, end } = rangeOffsets(now.current.text, range)
        select(start, end)
      },
      focus: () => area.current?.focus(),
      async format() {
        const { text, format } = now.current
        const formatted = await askAssistant('format', { text, format })
        if (!formatted.ok) return { ok: false, message: formatted.message }
        if (now.current.text === text) now.current.onChange(formatted.text)
        return { ok: true }
      },
    })
    return () => onReady(null)
  }, [onReady])

  return (
    <textarea
      ref={area}
      className="recipe-editor-plain"
      aria-label={label}
      aria-describedby={describedBy}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      wrap="off"
      value={text}
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => {
        if (!event.shiftKey || !event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyF')
          return
        event.preventDefault()
        onFormatKey()
      }}
      onSelect={event => {
        const { selectionEnd, value } = event.currentTarget
        const { endLine, endColumn } = rangeBetween(value, selectionEnd, selectionEnd)
        onCursor({ line: endLine, column: endColumn })
      }}
    />
  )
}

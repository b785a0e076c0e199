import { useEffect, useRef, useState } from 'react'
import type { Problem } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { CursorPlace } from './cursor-store.ts'
import { takeEarlySurface } from './early-surface.ts'
import type { EditorHandle, SurfaceOptions } from './editor-contract.ts'
import type { MonacoSurface } from './monaco-surface.ts'
import type { TabKey } from './tab-key.ts'
import { createTextEcho } from './text-echo.ts'
import { rangeBetween } from './text-edits.ts'

export interface MonacoMountProps {
  module: typeof import('./monaco-surface.ts')
  /** Offset of the cursor taken over from the text area, or null if the focus was elsewhere. */
  cursor: number | null
  label: string
  describedBy: string
  text: string
  format: RecipeFormat
  problems: readonly Problem[]
  dark: boolean
  tabMovesFocus: boolean
  onChange(text: string): void
  onCursor(place: CursorPlace): void
  onTabKey(tab: TabKey): void
  onFormatKey(): void
  onReady(handle: EditorHandle | null): void
}

/** Keeps one Monaco editor in step with React's props; the editor itself is made once. */
export function MonacoMount(props: MonacoMountProps) {
  const { module, text, format, problems, dark, tabMovesFocus, onReady } = props
  const host = useRef<HTMLDivElement>(null)
  const surface = useRef<MonacoSurface | null>(null)
  const latest = useRef(props)
  latest.current = props
  const [echo] = useState(createTextEcho)

  useEffect(() => {
    if (!host.current) return
    const { cursor, label, describedBy, text, format, dark } = latest.current
    const options: SurfaceOptions = {
      label,
      describedBy,
      text,
      format,
      dark,
      onChange: next => {
        echo.reported(next)
        latest.current.onChange(next)
      },
      onCursor: place => latest.current.onCursor(place),
      onTabKey: tab => latest.current.onTabKey(tab),
      onFormatKey: () => latest.current.onFormatKey(),
    }
    // The page's text at this moment is older than what the editor may bring with it.
    echo.reported(text)
    const opened = takeEarlySurface(host.current, options) ?? module.openSurface(host.current, options)
    surface.current = opened
    onReady(opened)
    if (cursor !== null) opened.reveal(rangeBetween(text, cursor, cursor))
    return () => {
      surface.current = null
      onReady(null)
      opened.dispose()
    }
  }, [module, onReady, echo])

  useEffect(() => {
    if (!echo.isOwn(text)) surface.current?.setText(text)
  }, [text, echo])
  useEffect(() => surface.current?.setFormat(format), [format])
  useEffect(() => surface.current?.setProblems(problems), [problems])
  useEffect(() => surface.current?.setDark(dark), [dark])
  useEffect(() => surface.current?.setTabMovesFocus(tabMovesFocus), [tabMovesFocus])

  return <div ref={host} className="recipe-editor-host" />
}

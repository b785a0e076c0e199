import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { SurfaceOptions } from './editor-contract.ts'
import type { MonacoSurface } from './monaco-surface.ts'

type Module = typeof import('./monaco-surface.ts')

interface EarlyOptions {
  label: string
  text: string
  format: RecipeFormat
  dark: boolean
  /** No page came for it; this is what was typed. Not told when nothing was. */
  onLost(text: string): void
}

interface EarlySurface {
  module: Module
  surface: MonacoSurface
  frame: HTMLElement
  host: HTMLElement
  options: EarlyOptions
}

let early: EarlySurface | null = null
let over = false

/** Whether an editor may still be opened ahead of its page: false once the page is there, or will not come. */
export const mayOpenEarly = () => !early && !over

/** Opens an editor in `host`, within `frame`, before the page that it belongs to has come. */
export function openEarlySurface(
  module: Module,
  frame: HTMLElement,
  host: HTMLElement,
  options: EarlyOptions,
): void {
  const nobody = () => undefined
  const surface = module.openSurface(host, {
    ...options,
    describedBy: '',
    onChange: nobody,
    onCursor: nobody,
    onTabKey: nobody,
    onFormatKey: nobody,
  })
  early = { module, surface, frame, host, options }
}

/** The page is there: from now on it opens editors itself. Gives the module of the editor that waits for it, or null. */
export function claimEarlyModule(): Module | null {
  over = true
  return early?.module ?? null
}

/**
 * Hands the waiting editor over, moved into `place` with its focus and its Undo. What was typed there wins over the
 * page's text, and the page is told. Null where none waits.
 */
export function takeEarlySurface(place: HTMLElement, page: SurfaceOptions): MonacoSurface | null {
  if (!early) return null
  const { surface, frame, host, options } = early
  early = null
  const focused = host.contains(document.activeElement)
  move(host, place)
  frame.remove()
  surface.adopt(page)
  if (focused) surface.focus()
  const text = surface.text()
  if (text !== options.text) page.onChange(text)
  else surface.setText(page.text)
  return surface
}

/** No page comes for the waiting editor any more, nor for one that would be opened later. */
export function dropEarlySurface(): void {
  over = true
  if (!early) return
  const { surface, frame, options } = early
  early = null
  const text = surface.text()
  surface.dispose()
  frame.remove()
  if (text !== options.text) options.onLost(text)
}

/** Where the browser can, without the element losing its focus. */
function move(element: HTMLElement, place: HTMLElement): void {
  const within = place as HTMLElement & { moveBefore?(node: Node, before: Node | null): void }
  if (within.moveBefore) within.moveBefore(element, null)
  else within.append(element)
}

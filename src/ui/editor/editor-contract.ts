import type { TextEdit, TextRange } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { CursorPlace } from './cursor-store.ts'
import type { TabKey } from './tab-key.ts'

/** What the page can ask of the editor, whichever surface is shown: Monaco, or the plain text area in its stead. */
export interface EditorHandle {
  /** Replaces the whole text as one step that Undo takes back. */
  replaceText(text: string): void
  applyEdits(edits: readonly TextEdit[]): void
  /** Brings a range into view, selects it and puts the cursor there. */
  reveal(range: TextRange): void
  focus(): void
  /** Lays the text out anew, comments and all, as one step of Undo; says why it cannot. */
  format(): Promise<{ ok: true } | { ok: false; message: string }>
}

export interface SurfaceOptions {
  label: string
  describedBy: string
  text: string
  format: RecipeFormat
  dark: boolean
  onChange(text: string): void
  onCursor(place: CursorPlace): void
  /** The person changed by keyboard what Tab does. */
  onTabKey(tab: TabKey): void
  /** The person pressed the keys that lay the text out. */
  onFormatKey(): void
}

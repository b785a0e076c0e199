import type { TextEdit, TextRange } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'

/** What the page can ask of the editor, whichever surface is shown: Monaco, or the plain text area in its stead. */
export interface EditorHandle {
  /** Replaces the whole text as one step that Undo takes back. */
  replaceText(text: string): void
  applyEdits(edits: readonly TextEdit[]): void
  /** Brings a range into view, selects it and puts the cursor there. */
  reveal(range: TextRange): void
  focus(): void
}

export interface SurfaceOptions {
  label: string
  describedBy: string
  text: string
  format: RecipeFormat
  dark: boolean
  onChange(text: string): void
  /** Tab leaves the editor (true) or indents (false); the person changed it by keyboard. */
  onTabMovesFocus(moves: boolean): void
}

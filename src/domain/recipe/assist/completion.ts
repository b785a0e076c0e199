import type { Span } from '../document.ts'
import type { Recipe } from '../recipe.ts'

export interface Completion {
  label: string
  kind: 'key' | 'choice' | 'snippet' | 'component' | 'version' | 'variable' | 'pointer'
  /** A few words beside the label. */
  detail: string
  /** Markdown. */
  documentation: string
  /**
   * What to write in place of `span`. With `snippet` it has tab stops such as `${1:name}` and `$0`, and lines after
   * the first are indented from the line that it is inserted into.
   */
  insertText: string
  snippet: boolean
  /** What it replaces, in UTF-16 units. */
  span: Span
  /** Orders the list, lowest first. */
  sortText: string
  /** What is typed is compared with this. */
  filterText: string
  /** Ask for completions again once it is written, since its value has choices. */
  again: boolean
}

export interface OfferedComponent {
  name: string
  description?: string
  /** Newest first. Without them only the name is offered. */
  versions?: readonly string[]
  scope?: 'PRIVATE' | 'PUBLIC'
  /** `DISCONTINUED` or `DELETED` is said beside it. */
  vendorGuidance?: string
}

/** What is known besides the text itself. */
export interface CompletionContext {
  /** Components that could be depended on. */
  components?: readonly OfferedComponent[]
  /** The recipe as last read: half-typed text cannot be. */
  recipe?: Recipe | null
  /** Default configuration of a dependency; `undefined` if it is not known. */
  configurationOf?: (name: string) => unknown
}

/** Text as a snippet that means just that text. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

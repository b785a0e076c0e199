import type { Span } from '../document.ts'
import type { RecipeFormat } from '../read-recipe.ts'
import { blockPlace } from './place-in-block.ts'
import { flowPlace } from './place-in-flow.ts'

/** Where in a recipe a cursor stands. Found without parsing, so that half-typed text has a place too. */
export interface Place {
  /**
   * Keys and list indices from the top. With role `key` and `item` the object or list around the cursor, with role
   * `value` down to the key whose value it is.
   */
  path: string[]
  /** `item` is the place of a next list element, where no key can stand. */
  role: 'key' | 'value' | 'item'
  /** The word under the cursor, quotes excluded; empty where there is none. */
  token: Span
  /** Where the token ends, its closing quote included if it has one. */
  tokenEnd: number
  /** The token up to the cursor. */
  typed: string
  quote: '' | '"' | "'"
  /** Keys of the object around the cursor, before and after it. */
  siblings: string[]
  /** `text` is the inside of a YAML block of text. */
  style: 'block' | 'flow' | 'text'
  /** A colon follows the key already. */
  hasColon: boolean
  /** In JSON and flow style: the entry before lacks its comma, or another one follows. */
  commaBefore: boolean
  commaAfter: boolean
}

/** The place of an offset (UTF-16 units); `null` where nothing can be said of it. */
export function placeAt(text: string, format: RecipeFormat, offset: number): Place | null {
  const at = Math.max(0, Math.min(offset, text.length))
  if (format === 'JSON' || /^\uFEFF?\s*[{[]/.test(text)) {
    const start = text.search(/[{[]/)
    return start === -1 || start >= at ? null : flowPlace(text, start, [], at).place
  }
  return blockPlace(text, at)
}

import { nodeValue } from './document.ts'
import { type RecipeFormat, readRecipe } from './read-recipe.ts'

export type Conversion =
  /** `lostComments`: the text had comments, and the format asked for can hold none. */
  | { ok: true; text: string; lostComments: boolean }
  /** The text cannot be read; the place of the first complaint, in UTF-16 units. */
  | { ok: false; message: string; offset: number }

/** The same document in the other format, key by key in the same order. Nothing is added, judged or filled in. */
export async function convertRecipe(text: string, from: RecipeFormat, to: RecipeFormat): Promise<Conversion> {
  const { document } = await readRecipe(text, from)
  const complaint = document.syntax.find(finding => (finding.severity ?? 'error') === 'error')
  if (complaint || !document.root)
    return {
      ok: false,
      message: complaint?.message ?? 'There is nothing here yet.',
      offset: complaint?.span.start ?? 0,
    }
  const value = nodeValue(document.root)
  if (to === 'JSON')
    return {
      ok: true,
      text: `${JSON.stringify(value, null, 2)}\n`,
      lostComments: from === 'YAML' && (await hasComments(text)),
    }
  const { stringify } = await import('yaml')
  // Version 1.1 quotes what the device would take for a number or a boolean.
  return {
    ok: true,
    text: stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false }),
    lostComments: false,
  }
}

/** The lexer puts this mark before the content of a scalar, in which "#" is no comment. */
const scalarMark = '\u001f'

async function hasComments(text: string): Promise<boolean> {
  const { Lexer } = await import('yaml')
  let before = ''
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== scalarMark) return true
    before = token
  }
  return false
}

import { type Finding, nodeValue } from './document.ts'
import { lineIndex } from './line-index.ts'
import { type ReadRecipe, type RecipeFormat, readRecipe } from './read-recipe.ts'
import { writeJson } from './write-json.ts'
import { writeYaml } from './write-yaml.ts'

export type Conversion =
  /**
   * `lost`: a sentence for each thing that the other format cannot hold, such as comments in JSON. `lostComments`:
   * comments are among them.
   */
  | { ok: true; text: string; lost: string[]; lostComments: boolean }
  /** The text cannot be read; the place of the first complaint, in UTF-16 units. */
  | { ok: false; message: string; offset: number }

/** Comments in JSON are a complaint of its reader, but YAML can hold them. */
const isComment = ({ fix }: Finding) => fix?.title === 'Remove the comment'

/** The same document in the other format, key by key in the same order. Nothing is added, judged or filled in. */
export async function convertRecipe(text: string, from: RecipeFormat, to: RecipeFormat): Promise<Conversion> {
  const read = await readRecipe(text, from)
  const { document } = read
  const complaints = document.syntax.filter(finding => (finding.severity ?? 'error') === 'error')
  const complaint = complaints.find(finding => to === 'JSON' || !isComment(finding))
  if (complaint || !document.root)
    return {
      ok: false,
      message: complaint?.message ?? 'There is nothing here yet.',
      offset: complaint?.span.start ?? 0,
    }
  const comments = from === 'YAML' && to === 'JSON' ? await commentsOf(text) : []
  const lost = [...comments, ...lostTraps(read, to)]
  const lostComments = comments.length > 0
  if (to === 'JSON') return { ok: true, text: `${writeJson(document.root)}\n`, lost, lostComments }
  const kept = complaints.filter(isComment).map(({ span }) => span)
  return { ok: true, text: await writeYaml(document.root, { text, comments: kept }), lost, lostComments }
}

/** What was written and has no meaning to devices, so that it goes with the conversion. */
function lostTraps({ text, document }: ReadRecipe, to: RecipeFormat): string[] {
  const lines = lineIndex(text)
  const said: Record<string, string> = {
    'trailing-text': 'The text after the end of the document',
    'second-document': 'All documents after the first',
    'yaml-anchor': 'An anchor',
    'yaml-tag': 'A tag',
    ...(to === 'YAML' && { 'duplicate-key': 'The first value of a key that is given twice' }),
  }
  const inOrder = [...document.traps].sort((a, b) => a.finding.span.start - b.finding.span.start)
  return inOrder.flatMap(({ rule, finding }) => {
    const what = said[rule]
    return what ? [`${what} (line ${lines.range(finding.span).startLine}).`] : []
  })
}

/** The lexer puts this mark before the content of a scalar, in which "#" is no comment. */
const scalarMark = '\u001f'

async function commentsOf(text: string): Promise<string[]> {
  const { Lexer } = await import('yaml')
  const found: string[] = []
  let before = ''
  let line = 1
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== scalarMark)
      found.push(`The comment "${token.trim()}" (line ${line}).`)
    line += token.split('\n').length - 1
    before = token
  }
  return found
}

export type Formatting = { ok: true; text: string } | { ok: false; message: string; offset: number }

/**
 * A recipe’s text laid out afresh, with two blanks a level: the same content, and the same comments in YAML. Text
 * that cannot be read, or that would change its meaning, is left alone.
 */
export async function formatRecipeText(text: string, format: RecipeFormat): Promise<Formatting> {
  const read = await readRecipe(text, format)
  const { root, syntax } = read.document
  if (!root || syntax.length > 0) {
    const message = syntax[0]?.message ?? 'There is nothing here yet.'
    return { ok: false, message, offset: syntax[0]?.span.start ?? 0 }
  }
  if (format === 'JSON') return { ok: true, text: `${writeJson(root)}\n` }
  if (read.document.traps.some(({ rule }) => rule === 'second-document'))
    return {
      ok: false,
      message: 'There are several documents in this text; only the first is read.',
      offset: 0,
    }
  const { parseDocument } = await import('yaml')
  const options = { version: '1.1', merge: false, uniqueKeys: false, keepSourceTokens: false } as const
  const laidOut = parseDocument(text, {
    ...options,
    customTags: tags =>
      tags.filter(
        tag =>
          typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME'),
      ),
  })
    .toString({ lineWidth: 0, indent: 2 })
    .replace(/\s*$/, '\n')
  const again = await readRecipe(laidOut, 'YAML')
  const same =
    again.document.root !== null &&
    JSON.stringify(nodeValue(again.document.root)) === JSON.stringify(nodeValue(root))
  if (same) return { ok: true, text: laidOut }
  return { ok: false, message: 'This text cannot be laid out without changing what it says.', offset: 0 }
}

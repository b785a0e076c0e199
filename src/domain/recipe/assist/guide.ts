/** What may stand at a place of a recipe, and what to say about it. */
export interface Guide {
  kind: 'object' | 'map' | 'list' | 'text'
  doc: string
  required?: boolean
  /** Known keys: all of an object, the usual ones of a map. */
  keys?: Record<string, Guide>
  /** Value under any other key of a map, or element of a list. */
  entry?: Guide
  /** What a key of a map looks like. */
  keyExample?: string
  /** Known values with their meaning. */
  choices?: Record<string, string>
  example?: string
  /** Text in which recipe variables are filled in and that may run over several lines. */
  script?: boolean
  /** Steps stand here, and selections that lead to steps. */
  lifecycle?: boolean
  /** Other keys may be anything. */
  free?: boolean
}

type Extra = Partial<Omit<Guide, 'kind' | 'doc'>>

export const text = (doc: string, extra: Extra = {}): Guide => ({ kind: 'text', doc, ...extra })
export const choice = (doc: string, choices: Record<string, string>, extra: Extra = {}): Guide => ({
  kind: 'text',
  doc,
  choices,
  ...extra,
})
export const object = (doc: string, keys: Record<string, Guide>, extra: Extra = {}): Guide => ({
  kind: 'object',
  doc,
  keys,
  ...extra,
})
export const list = (doc: string, entry: Guide): Guide => ({ kind: 'list', doc, entry })
export const map = (
  doc: string,
  entry: Guide,
  keyExample: string,
  keys: Record<string, Guide> = {},
): Guide => ({ kind: 'map', doc, entry, keyExample, keys })

import { draftKeyPrefix, parseDraft, type RecipeDraft } from '../recipe-draft.ts'

export interface KeptDraft {
  /** ARN of the version it started from, `lambda`, or '' for a component of its own. */
  from: string
  /** Name of the component as far as the text tells. */
  name: string
  version: string
  savedAt: number
}

type Store = Pick<Storage, 'getItem' | 'key' | 'length'>

const writtenValue = (text: string, key: string) =>
  new RegExp(`["']?${key}["']?\\s*:\\s*["']?([\\w.+-]+)`, 'i').exec(text)?.[1] ?? ''

/** All drafts of a connection that this browser keeps, the newest first. Empty where it allows no storage. */
export function keptDrafts(storage: () => Store | null, connection: string): KeptDraft[] {
  try {
    const store = storage()
    if (!store) return []
    const prefix = draftKeyPrefix(connection)
    const drafts: KeptDraft[] = []
    for (let index = 0; index < store.length; index += 1) {
      const key = store.key(index)
      if (!key?.startsWith(prefix)) continue
      const draft = readable(store.getItem(key))
      if (!draft) continue
      const from = key.slice(prefix.length)
      drafts.push({
        from: from === 'new' ? '' : from,
        name: writtenValue(draft.text, 'componentName'),
        version: writtenValue(draft.text, 'componentVersion'),
        savedAt: draft.savedAt,
      })
    }
    return drafts.sort((a, b) => b.savedAt - a.savedAt)
  } catch {
    return []
  }
}

function readable(stored: string | null): RecipeDraft | null {
  try {
    return parseDraft(stored)
  } catch {
    return null
  }
}

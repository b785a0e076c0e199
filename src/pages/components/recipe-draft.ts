import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'

export interface TagEntry {
  key: string
  value: string
}

export interface RecipeDraft {
  text: string
  format: RecipeFormat
  tags: TagEntry[]
  /** Epoch ms, this computer's clock. */
  savedAt: number
  /** Kept with the text, so that a publish that is repeated after a reload is still the same one. */
  intent: PublishIntent | null
}

/** One wish to publish: the same text and tags keep their client token through every retry. */
export interface PublishIntent {
  token: string
  content: string
}

export function intentFor(
  previous: PublishIntent | null,
  text: string,
  tags: readonly TagEntry[],
  newToken: () => string,
): PublishIntent {
  const content = JSON.stringify([text, tags.map(tag => [tag.key, tag.value])])
  return previous?.content === content ? previous : { token: newToken(), content }
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface DraftStore {
  read(): RecipeDraft | null
  /** false: the browser has no room or allows no storage. */
  write(draft: RecipeDraft): boolean
  discard(): void
}

/** What the keys of a connection's drafts begin with; the starting point follows. */
export const draftKeyPrefix = (connection: string) => `meadow.recipe-draft.${connection}.`

/** A draft per connection and starting point. `storage` may be null or refuse: then nothing is kept, and write says so. */
export function draftStore(storage: () => Store | null, connection: string, from: string): DraftStore {
  const key = `${draftKeyPrefix(connection)}${from || 'new'}`
  const attempt = <T>(work: (store: Store) => T, otherwise: T): T => {
    try {
      const store = storage()
      return store ? work(store) : otherwise
    } catch {
      return otherwise
    }
  }
  return {
    read: () => attempt(store => parseDraft(store.getItem(key)), null),
    write: draft =>
      attempt(store => {
        store.setItem(key, JSON.stringify(draft))
        return true
      }, false),
    discard: () => attempt(store => store.removeItem(key), undefined),
  }
}

/** A draft as it was stored; null for anything else. Throws on text that is no JSON. */
export function parseDraft(stored: string | null): RecipeDraft | null {
  if (!stored) return null
  const draft: unknown = JSON.parse(stored)
  if (typeof draft !== 'object' || draft === null) return null
  const { text, format, tags, savedAt, intent } = draft as Record<string, unknown>
  if (typeof text !== 'string' || (format !== 'JSON' && format !== 'YAML')) return null
  return {
    text,
    format,
    tags: Array.isArray(tags) ? tags.filter(isTag) : [],
    savedAt: typeof savedAt === 'number' ? savedAt : 0,
    intent: isIntent(intent) ? intent : null,
  }
}

function isTag(entry: unknown): entry is TagEntry {
  if (typeof entry !== 'object' || entry === null) return false
  const { key, value } = entry as Record<string, unknown>
  return typeof key === 'string' && typeof value === 'string'
}

function isIntent(value: unknown): value is PublishIntent {
  if (typeof value !== 'object' || value === null) return false
  const { token, content } = value as Record<string, unknown>
  return typeof token === 'string' && typeof content === 'string'
}

/** What is wrong with tags, by the service's rules for them; null if nothing is. */
export function tagComplaint(tags: readonly TagEntry[]): string | null {
  const seen = new Set<string>()
  if (tags.length > 50) return 'A component can have at most 50 tags.'
  for (const { key, value } of tags) {
    if (key.trim() === '') return 'Every tag needs a key.'
    if (key.length > 128) return `The tag key "${key.slice(0, 20)}…" is longer than 128 characters.`
    if (/^aws:/i.test(key)) return `Tag keys that begin with "aws:" belong to AWS ("${key}").`
    if (value.length > 256) return `The value of the tag "${key}" is longer than 256 characters.`
    if (seen.has(key)) return `The tag key "${key}" is there twice.`
    seen.add(key)
  }
  return null
}

/** UTF-8 bytes, as the service counts a recipe. */
export const recipeBytes = (text: string) => new TextEncoder().encode(text).byteLength

export const recipeByteLimit = 16_384

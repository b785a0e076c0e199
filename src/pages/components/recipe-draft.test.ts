import { describe, expect, it } from 'vitest'
import { draftStore, intentFor, type RecipeDraft, recipeBytes, tagComplaint } from './recipe-draft.ts'

function memory() {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}
const draft: RecipeDraft = {
  text: 'a',
  format: 'YAML',
  tags: [{ key: 'k', value: 'v' }],
  savedAt: 5,
  intent: null,
}

describe('draftStore', () => {
  it('keeps drafts apart by connection and starting point', () => {
    const storage = memory()
    const one = draftStore(() => storage, 'demo', '')
    expect(one.write(draft)).toBe(true)
    expect(one.read()).toEqual(draft)
    expect(draftStore(() => storage, 'other', '').read()).toBeNull()
    expect(draftStore(() => storage, 'demo', 'arn').read()).toBeNull()
    one.discard()
    expect(one.read()).toBeNull()
  })

  it('survives a browser without storage, a full one, and rubbish in it', () => {
    const refusing = draftStore(
      () => {
        throw new Error('denied')
      },
      'demo',
      '',
    )
    expect(refusing.write(draft)).toBe(false)
    expect(refusing.read()).toBeNull()
    expect(draftStore(() => null, 'demo', '').write(draft)).toBe(false)
    const full = {
      ...memory(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    expect(draftStore(() => full, 'demo', '').write(draft)).toBe(false)
    for (const rubbish of ['{', 'null', '3', '{"text":1}', '{"text":"a","format":"XML"}']) {
      const storage = memory()
      storage.held.set('meadow.recipe-draft.demo.new', rubbish)
      expect(draftStore(() => storage, 'demo', '').read()).toBeNull()
    }
  })
})

describe('intentFor', () => {
  it('keeps its token while nothing changes, and takes a new one when text or tags do', () => {
    let serial = 0
    const token = () => `t${++serial}`
    const first = intentFor(null, 'a', [], token)
    expect(intentFor(first, 'a', [], token)).toBe(first)
    expect(intentFor(first, 'b', [], token).token).toBe('t2')
    expect(intentFor(first, 'a', [{ key: 'k', value: '' }], token).token).toBe('t3')
  })
})

describe('tags and size', () => {
  it('names what is wrong with tags', () => {
    expect(tagComplaint([])).toBeNull()
    expect(tagComplaint([{ key: 'k', value: '' }])).toBeNull()
    expect(tagComplaint([{ key: ' ', value: 'v' }])).toMatch(/needs a key/)
    expect(tagComplaint([{ key: 'aws:x', value: 'v' }])).toMatch(/belong to AWS/)
    expect(
      tagComplaint([
        { key: 'a', value: '' },
        { key: 'a', value: '' },
      ]),
    ).toMatch(/twice/)
    expect(tagComplaint([{ key: 'a'.repeat(129), value: '' }])).toMatch(/128/)
  })

  it('counts bytes, not characters', () => {
    expect(recipeBytes('é€😀')).toBe(9)
  })
})

import { describe, expect, it } from 'vitest'
import { abandonedDrafts, draftKey, originOf, readDraft, readPrefill, tokenFor } from './draft.ts'
import { newForm } from './form-model.ts'

describe('draft', () => {
  it('comes back as it was stored', () => {
    const draft = { form: newForm(), saved: 5, token: { forRequest: '{}', value: 't' } }
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
  })

  it.each([
    null,
    '',
    'nonsense',
    'null',
    '{}',
    '{"form":{"targetArn":1}}',
    '{"form":{"targetArn":"","rollout":{"kind":"none"}}}',
  ])('is none when the store holds %s', text => {
    expect(readDraft(text)).toBeNull()
  })

  it('is dropped after a month, and nothing else is', () => {
    const now = 1_800_000_000_000
    const day = 24 * 3_600_000
    const kept = (saved: number) => JSON.stringify({ form: newForm(), saved, token: null })
    const entries = [
      [draftKey('Plant', 'a'), kept(now - 31 * day)],
      [draftKey('Plant', 'b'), kept(now - 29 * day)],
      ['meadow:recipe-draft:Plant:new', '{}'],
    ] as const
    const store = {
      length: entries.length,
      key: (index: number) => entries[index]?.[0] ?? null,
      getItem: (key: string) => entries.find(([name]) => name === key)?.[1] ?? null,
    }
    expect(abandonedDrafts(store, now)).toEqual([draftKey('Plant', 'a')])
  })

  it('keeps the token while the request stays the same and makes one for another request', () => {
    let made = 0
    const create = () => `token-${++made}`
    const first = tokenFor('{"a":1}', null, create)
    expect(tokenFor('{"a":1}', first, create)).toBe(first)
    expect(tokenFor('{"a":2}', first, create)).toEqual({ forRequest: '{"a":2}', value: 'token-2' })
  })
})

describe('prefill', () => {
  it('reads target, component with version and the deployment to revise', () => {
    const search = new URLSearchParams({ target: 'arn:x', component: 'com.example.App@1.2.0', revise: 'd-1' })
    expect(readPrefill(search)).toEqual({
      target: 'arn:x',
      component: { name: 'com.example.App', version: '1.2.0' },
      revise: 'd-1',
    })
  })

  it('takes a component without a version, and nothing at all', () => {
    expect(readPrefill(new URLSearchParams({ component: 'App' })).component).toEqual({
      name: 'App',
      version: '',
    })
    expect(readPrefill(new URLSearchParams())).toEqual({ target: '', component: null, revise: '' })
  })

  it('keeps drafts of different links apart', () => {
    const of = (text: string) => originOf(readPrefill(new URLSearchParams(text)))
    expect(of('component=a@1&step=review')).toBe(of('component=a@1'))
    expect(new Set([of(''), of('revise=a'), of('target=a'), of('component=a')]).size).toBe(4)
  })
})

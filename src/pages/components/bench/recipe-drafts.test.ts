import { describe, expect, it } from 'vitest'
import { draftStore } from '../recipe-draft.ts'
import { keptDrafts } from './recipe-drafts.ts'

function memory() {
  const held = new Map<string, string>()
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    key: (index: number) => [...held.keys()][index] ?? null,
    get length() {
      return held.size
    },
  }
}

describe('keptDrafts', () => {
  it('lists the drafts of one connection, newest first, by what their texts are about', () => {
    const storage = memory()
    const write = (connection: string, from: string, text: string, savedAt: number) =>
      draftStore(() => storage, connection, from).write({
        text,
        format: 'YAML',
        tags: [],
        savedAt,
        intent: null,
      })
    write('demo', '', 'ComponentName: com.example.A\nComponentVersion: "1.0.0"', 1)
    write('demo', 'arn:x:versions:1.0.0', '{"ComponentName": "b", "ComponentVersion": "1.0.1"}', 3)
    write('demo 2', '', 'ComponentName: other', 4)
    storage.setItem('meadow.recipe-draft.demo.broken', '{')
    storage.setItem('something.else', 'x')
    expect(keptDrafts(() => storage, 'demo')).toEqual([
      { from: 'arn:x:versions:1.0.0', name: 'b', version: '1.0.1', savedAt: 3 },
      { from: '', name: 'com.example.A', version: '1.0.0', savedAt: 1 },
    ])
  })

  it('has none where the browser allows no storage', () => {
    const denied = () => {
      throw new Error('denied')
    }
    expect(keptDrafts(denied, 'demo')).toEqual([])
    expect(keptDrafts(() => null, 'demo')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { createNotificationStore } from './notifications.tsx'

describe('notifications', () => {
  it('replaces the one with the same id and puts it first', () => {
    const store = createNotificationStore()
    store.post({ type: 'in-progress', header: 'Publishing', id: 'publish' })
    store.post({ type: 'info', header: 'Other' })
    store.post({ type: 'success', header: 'Published', id: 'publish' })
    expect(store.list().map(item => item.header)).toEqual(['Published', 'Other'])
  })

  it('keeps the newest twelve', () => {
    const store = createNotificationStore()
    for (let index = 0; index < 20; index++) store.post({ type: 'error', header: `${index}` })
    expect(store.list()).toHaveLength(12)
    expect(store.list()[0]?.header).toBe('19')
  })

  it('tells its listeners and stops when they leave', () => {
    const store = createNotificationStore()
    let calls = 0
    const leave = store.subscribe(() => {
      calls += 1
    })
    const id = store.post({ type: 'info', header: 'a' })
    store.dismiss(id)
    leave()
    store.post({ type: 'info', header: 'b' })
    expect(calls).toBe(2)
  })
})

import { describe, expect, it } from 'vitest'
import { Journal } from './journal.ts'

const world = {
  settings: { scenario: 'calm', seed: 1, devices: null },
  began: 0,
  clock: { now: 0, speed: 1, paused: false },
  seenAt: 0,
} as const
const mutation = { at: 0, service: 'greengrassv2', operation: 'CancelDeployment', input: {} } as const

// Node has no IndexedDB: that is what a browser looks like whose storage is blocked. The browser journeys test it
// where there is one.
describe('a journal without storage', () => {
  it('says so, and lets everything else go on', async () => {
    const journal = new Journal()
    expect(await journal.load()).toBeNull()
    await journal.begin(world)
    await journal.append(mutation)
    await journal.note(world)
    expect(journal.status().state).toBe('failed')
  })

  it('has limits', () => {
    const journal = new Journal({ entries: 0, size: 100 })
    void journal.append(mutation)
    expect(journal.status()).toEqual({ state: 'full', entries: 0 })
  })
})

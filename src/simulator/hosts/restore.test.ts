import { describe, expect, it } from 'vitest'
import type { Simulator } from '../create-simulator.ts'
import { signed } from '../signed-request.ts'
import { adminRole } from '../wire/roles.ts'
import type { SavedWorld, WorldJournal } from './journal.ts'
import { restoreSimulator } from './restore.ts'

/** A journal in memory that remembers what IndexedDB would. */
function memoryJournal(saved: SavedWorld | null = null): WorldJournal & { saved: SavedWorld | null } {
  const journal = {
    saved,
    status: () => ({ state: 'on' as const, entries: journal.saved?.mutations.length ?? 0 }),
    load: async () => structuredClone(journal.saved),
    begin: async (world: Omit<SavedWorld, 'mutations'>) => {
      journal.saved = { ...structuredClone(world), mutations: [] }
    },
    append: async (mutation: SavedWorld['mutations'][number]) => {
      journal.saved?.mutations.push(structuredClone(mutation))
    },
    saveClock: async (clock: SavedWorld['clock'], seenAt: number) => {
      if (journal.saved !== null) journal.saved = { ...journal.saved, clock, seenAt }
    },
  }
  return journal
}

const start = Date.UTC(2026, 10, 1)

function wall() {
  let now = start
  return { wallClock: () => now, pass: (milliseconds: number) => (now += milliseconds) }
}

const call = async (simulator: Simulator, wallNow: number, method: string, path: string, body?: unknown) => {
  const response = await simulator.handle(signed({ method, path, body, role: adminRole, wallNow }))
  return (await response.json()) as Record<string, never>
}

const control = (simulator: Simulator, path: string, body: unknown) =>
  simulator.fetch(
    new Request(`http://simulator/_simulator/${path}`, { method: 'POST', body: JSON.stringify(body) }),
  )

describe('restoreSimulator', () => {
  it('begins a world, and builds the same world again after a reload', async () => {
    const { wallClock, pass } = wall()
    const journal = memoryJournal()
    const before = await restoreSimulator(journal, { wallClock })
    expect(before.settings).toEqual({ scenario: 'calm', seed: 1, devices: null })
    pass(60_000)
    await call(before, wallClock(), 'POST', '/thing-groups/Added')
    const groups = await call(before, wallClock(), 'GET', '/thing-groups')
    const cores = await call(before, wallClock(), 'GET', '/greengrass/v2/coreDevices')

    pass(1000)
    const after = await restoreSimulator(journal, { wallClock })
    expect(after.clock.now()).toBe(before.clock.now())
    expect(await call(after, wallClock(), 'GET', '/thing-groups')).toEqual(groups)
    expect(await call(after, wallClock(), 'GET', '/greengrass/v2/coreDevices')).toEqual(cores)
    expect(JSON.stringify(groups)).toContain('Added')
  })

  it('keeps speed and pause, and lets an absence pass at the ordinary pace', async () => {
    const { wallClock, pass } = wall()
    const journal = memoryJournal()
    const before = await restoreSimulator(journal, { wallClock })
    await control(before, 'clock', { speed: 60 })
    pass(10_000)
    const after = await restoreSimulator(journal, { wallClock })
    expect(after.clock.state()).toEqual({ now: start + 10_000, speed: 60, paused: false })
    await control(after, 'clock', { paused: true })
    pass(3_600_000)
    const later = await restoreSimulator(journal, { wallClock })
    expect(later.clock.state()).toEqual({ now: start + 10_000, speed: 60, paused: true })
    await control(later, 'clock', { paused: false })
    pass(30 * 86_400_000)
    const muchLater = await restoreSimulator(journal, { wallClock })
    expect(muchLater.clock.now()).toBe(start + 10_000 + 86_400_000)
  })

  it('forgets everything with a reset, which begins at the present time', async () => {
    const { wallClock, pass } = wall()
    const journal = memoryJournal()
    const before = await restoreSimulator(journal, { wallClock })
    await call(before, wallClock(), 'POST', '/thing-groups/Added')
    pass(5000)
    await control(before, 'clock', { advanceMs: 86_400_000 })
    await control(before, 'reset', { scenario: 'empty', seed: 5 })
    expect(before.clock.now()).toBe(wallClock())
    expect(journal.saved?.mutations).toEqual([])
    const after = await restoreSimulator(journal, { wallClock })
    expect(after.settings).toMatchObject({ scenario: 'empty', seed: 5 })
    expect((await call(after, wallClock(), 'GET', '/thing-groups')).thingGroups).toEqual([])
  })

  it('passes over calls that no longer work', async () => {
    const { wallClock } = wall()
    const journal = memoryJournal()
    await restoreSimulator(journal, { wallClock })
    journal.saved?.mutations.push({
      at: start,
      service: 'greengrassv2',
      operation: 'CancelDeployment',
      input: { deploymentId: 'gone' },
    })
    const after = await restoreSimulator(journal, { wallClock })
    expect(after.world.cores.size).toBeGreaterThan(0)
  })

  it('begins anew if the journal names a scenario that there is no more', async () => {
    const { wallClock } = wall()
    const journal = memoryJournal()
    await restoreSimulator(journal, { wallClock })
    if (journal.saved !== null)
      journal.saved.settings = { ...journal.saved.settings, scenario: 'gone' as never }
    const after = await restoreSimulator(journal, { wallClock })
    expect(after.settings.scenario).toBe('calm')
    expect(journal.saved?.settings.scenario).toBe('calm')
  })

  it('works without a journal', async () => {
    const simulator = await restoreSimulator(null, wall())
    const response = await simulator.fetch(new Request('http://simulator/_simulator/state'))
    expect(await response.json()).toMatchObject({ scenario: 'calm', journal: { state: 'off' } })
  })
})

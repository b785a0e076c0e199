import { describe, expect, it } from 'vitest'
import type { Simulator } from '../create-simulator.ts'
import { signed } from '../signed-request.ts'
import { adminRole } from '../wire/roles.ts'
import type { Noted, SavedWorld, WorldJournal } from './journal.ts'
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
    note: async (noted: Noted) => {
      if (journal.saved !== null) journal.saved = { ...journal.saved, ...structuredClone(noted) }
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
  it('knows client tokens again after a reload, so that a lost answer does not make a second deployment', async () => {
    const { wallClock, pass } = wall()
    const journal = memoryJournal()
    const deploy = (simulator: Simulator) =>
      call(simulator, wallClock(), 'POST', '/greengrass/v2/deployments', {
        targetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/Added',
        components: { 'aws.greengrass.Cli': { componentVersion: '2.12.6' } },
        clientToken: 'only-once',
      })
    const before = await restoreSimulator(journal, { wallClock })
    await call(before, wallClock(), 'POST', '/thing-groups/Added')
    const first = await deploy(before)
    pass(1000)
    const after = await restoreSimulator(journal, { wallClock })
    expect(await deploy(after)).toEqual(first)
    expect(first).toHaveProperty('deploymentId')
  })

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
    await control(before, 'reset', { scenario: 'empty', speed: 60 })
    pass(10_000)
    const after = await restoreSimulator(journal, { wallClock })
    // 5 s at full speed, in which answers may have been given, and 5 s that nobody saw.
    const resumed = start + 305_000
    expect(after.clock.state()).toEqual({ now: resumed, speed: 60, paused: false })
    await control(after, 'clock', { paused: true })
    pass(3_600_000)
    const later = await restoreSimulator(journal, { wallClock })
    expect(later.clock.state()).toEqual({ now: resumed, speed: 60, paused: true })
    await control(later, 'clock', { paused: false, speed: 1 })
    pass(30 * 86_400_000)
    const muchLater = await restoreSimulator(journal, { wallClock })
    expect(muchLater.clock.now()).toBe(resumed + 86_400_000)
    await control(muchLater, 'clock', { speed: 0.5 })
    pass(60_000)
    expect((await restoreSimulator(journal, { wallClock })).clock.now()).toBe(resumed + 86_430_000)
  })

  it('never goes back behind what an answer has told, however fast and however often', async () => {
    for (const speed of [1, 60, 3600]) {
      const { wallClock, pass } = wall()
      const journal = memoryJournal()
      let simulator = await restoreSimulator(journal, { wallClock })
      await control(simulator, 'reset', { scenario: 'empty', speed })
      let told = 0
      for (const wait of [4900, 4900, 200, 61_000, 4999, 3, 1200]) {
        pass(wait)
        const response = await simulator.handle(
          signed({ method: 'GET', path: '/thing-groups', role: adminRole, wallNow: wallClock() }),
        )
        told = Math.max(told, Date.parse(response.headers.get('date') ?? ''))
        if (wait % 2 === 0) {
          simulator = await restoreSimulator(journal, { wallClock })
          expect(simulator.clock.now(), `${speed}`).toBeGreaterThanOrEqual(told)
        }
      }
    }
  })

  it('answers only once the journal holds what the answer tells', async () => {
    const { wallClock, pass } = wall()
    const journal = memoryJournal()
    const simulator = await restoreSimulator(journal, { wallClock })
    let written = () => {}
    journal.note = () => new Promise(resolve => (written = () => resolve()))
    pass(6000)
    let answered = false
    const answer = call(simulator, wallClock(), 'GET', '/thing-groups').then(() => (answered = true))
    for (let i = 0; i < 50; i += 1) await Promise.resolve()
    await new Promise(resolve => setImmediate(resolve))
    expect(answered).toBe(false)
    written()
    expect(await answer).toBe(true)
  })

  it('keeps armed faults, the lifetime of credentials and quotas', async () => {
    const { wallClock } = wall()
    const journal = memoryJournal()
    const before = await restoreSimulator(journal, { wallClock })
    await control(before, 'credentials', { lifetimeSeconds: 90 })
    await control(before, 'quotas', { enforced: true, perSecond: 7 })
    await control(before, 'faults', { kind: 'status-500', operation: 'ListThingGroups', count: 2 })
    await call(before, wallClock(), 'GET', '/thing-groups')

    const after = await restoreSimulator(journal, { wallClock })
    const state = async (simulator: Simulator) =>
      (await simulator.fetch(new Request('http://simulator/_simulator/state'))).json()
    const { faults } = await state(after)
    expect(await state(after)).toMatchObject({
      credentials: { lifetimeSeconds: 90 },
      quotas: { enforced: true, perSecond: 7 },
      faults: [{ kind: 'status-500', operation: 'ListThingGroups', remaining: 1 }],
    })
    const armed = await (await control(after, 'faults', { kind: 'delay', operation: 'ListThings' })).json()
    expect(armed.id).not.toBe(faults[0].id)
    const answers = [1, 2].map(() => call(after, wallClock(), 'GET', '/thing-groups'))
    const [spoilt, good] = await Promise.all(answers)
    expect(spoilt).not.toHaveProperty('thingGroups')
    expect(good).toHaveProperty('thingGroups')
    await after.fetch(new Request('http://simulator/_simulator/faults', { method: 'DELETE' }))
    expect(await state(await restoreSimulator(journal, { wallClock }))).toMatchObject({ faults: [] })
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

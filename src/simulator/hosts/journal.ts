import type { DBSchema, IDBPDatabase } from 'idb'
import type { ClockState } from '../clock.ts'
import type { Controls, SimulatorState, WorldSettings } from '../wire/control.ts'
import type { Mutation } from '../wire/dispatcher.ts'

/** A world as it can be built again: where it began, what was done to it, and what time it was. */
export interface SavedWorld extends Noted {
  settings: WorldSettings
  /** World time at which it was built, epoch ms. */
  began: number
  mutations: Mutation[]
}

/** What changes without a call to the services. */
export interface Noted {
  clock: ClockState
  /** Wall-clock time of `clock`, epoch ms. */
  seenAt: number
  /** Absent where an earlier release wrote the journal. */
  controls?: Controls
}

interface Tables extends DBSchema {
  world: { key: 'world'; value: Omit<SavedWorld, 'mutations'> }
  mutations: { key: number; value: Mutation }
}

export interface JournalLimits {
  entries: number
  /** Characters of all inputs together, roughly. */
  size: number
}

const defaultLimits: JournalLimits = { entries: 3000, size: 16_000_000 }

/** What the host of a simulator asks of a journal. */
export interface WorldJournal {
  status(): SimulatorState['journal']
  /** The saved world, or null if there is none that can be read. */
  load(): Promise<SavedWorld | null>
  /** A new world: everything about the one before is forgotten. */
  begin(world: Omit<SavedWorld, 'mutations'>): Promise<void>
  append(mutation: Mutation): Promise<void>
  /** Notes what time it is in the world, and what is set to go wrong in it. */
  note(noted: Noted): Promise<void>
}

/**
 * Keeps in IndexedDB what is needed to build the world again after a reload. Nothing here may stop the demo: what
 * cannot be read is forgotten, and what cannot be written ends the journal with a state that says so.
 */
export class Journal implements WorldJournal {
  private readonly open: Promise<IDBPDatabase<Tables>>
  private readonly limits: JournalLimits
  private written: Promise<unknown> = Promise.resolve()
  private state: SimulatorState['journal']['state'] = 'on'
  private entries = 0
  private size = 0

  constructor(limits = defaultLimits) {
    this.limits = limits
    this.open = openTables()
    this.open.catch(() => this.fail())
  }

  status(): SimulatorState['journal'] {
    return { state: this.state, entries: this.entries }
  }

  async load(): Promise<SavedWorld | null> {
    try {
      const database = await this.open
      const world = await database.get('world', 'world')
      if (world === undefined) return null
      const mutations = await database.getAll('mutations')
      this.entries = mutations.length
      this.size = mutations.reduce((sum, mutation) => sum + sizeOf(mutation), 0)
      return { ...world, mutations }
    } catch {
      this.fail()
      return null
    }
  }

  begin(world: Omit<SavedWorld, 'mutations'>): Promise<void> {
    this.entries = 0
    this.size = 0
    if (this.state === 'full') this.state = 'on'
    return this.write(async database => {
      await database.clear('mutations')
      await database.put('world', world, 'world')
    })
  }

  append(mutation: Mutation): Promise<void> {
    if (this.state !== 'on') return Promise.resolve()
    const size = sizeOf(mutation)
    if (this.entries >= this.limits.entries || this.size + size > this.limits.size) {
      this.state = 'full'
      return Promise.resolve()
    }
    this.entries += 1
    this.size += size
    return this.write(database => database.add('mutations', mutation))
  }

  note(noted: Noted): Promise<void> {
    return this.write(async database => {
      const world = await database.get('world', 'world')
      if (world !== undefined) await database.put('world', { ...world, ...noted }, 'world')
    })
  }

  /** Writes one after the other. */
  private write(action: (database: IDBPDatabase<Tables>) => Promise<unknown>): Promise<void> {
    const done = this.written.then(async () => {
      if (this.state === 'failed') return
      try {
        await action(await this.open)
      } catch {
        this.fail()
      }
    })
    this.written = done
    return done
  }

  private fail(): void {
    this.state = 'failed'
  }
}

const sizeOf = (mutation: Mutation) => JSON.stringify(mutation.input).length

async function openTables(): Promise<IDBPDatabase<Tables>> {
  const { openDB } = await import('idb')
  return openDB<Tables>('meadow-simulator', 1, {
    upgrade(database) {
      database.createObjectStore('world')
      database.createObjectStore('mutations', { autoIncrement: true })
    },
  })
}

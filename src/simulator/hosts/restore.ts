import { isScenarioName } from '#src/domain/demo-fleet.ts'
import { virtualClock } from '../clock.ts'
import { createSimulator, type Simulator, type SimulatorOptions } from '../create-simulator.ts'
import type { SavedWorld, WorldJournal } from './journal.ts'

/** However long nobody looked, a world is not asked to catch up on more than this. */
const longestAbsenceMs = 24 * 3_600_000
/** How often the time is noted while requests come in. */
const noteEveryMs = 5000

/** A simulator that goes on where the journal's world stopped, or begins the default one. */
export async function restoreSimulator(
  journal: WorldJournal | null,
  options: Pick<SimulatorOptions, 'wallClock' | 'wait' | 'observer'> = {},
): Promise<Simulator> {
  const wallNow = options.wallClock ?? Date.now
  const saved = usable((await journal?.load()) ?? null)
  let noted = wallNow()
  let restoring = true

  const note = () => {
    noted = wallNow()
    void journal?.saveClock(clock.state(), noted)
  }
  const began = (settings: SavedWorld['settings']) => {
    noted = wallNow()
    void journal?.begin({ settings, began: clock.now(), clock: clock.state(), seenAt: noted })
  }
  const observer: NonNullable<SimulatorOptions['observer']> = {
    ...options.observer,
    mutated(mutation) {
      if (restoring) return
      void journal?.append(mutation)
      note()
    },
    reset: began,
    clockChanged: note,
    journal: () => journal?.status() ?? { state: 'off', entries: 0 },
  }
  const clock = virtualClock({ wallClock: wallNow, paused: saved !== null })
  if (saved !== null) clock.restart(saved.began)
  const simulator = createSimulator({ ...options, ...saved?.settings, clock, observer } as SimulatorOptions)

  if (saved === null) began(simulator.settings)
  else {
    await simulator.replay(saved.mutations)
    clock.restart(resumedTime(saved, wallNow()))
    clock.setSpeed(saved.clock.speed)
    if (!saved.clock.paused) clock.resume()
    note()
  }
  restoring = false

  return {
    ...simulator,
    // Spreading would copy what these are now.
    get world() {
      return simulator.world
    },
    get settings() {
      return simulator.settings
    },
    handle(request, signal) {
      if (wallNow() - noted > noteEveryMs) note()
      return simulator.handle(request, signal)
    },
  }
}

/** A journal of another release may name a scenario that there is no more. */
const usable = (saved: SavedWorld | null) =>
  saved !== null && isScenarioName(saved.settings.scenario) ? saved : null

/** While nobody looked, time went on at its ordinary pace, however fast the world had been running. */
function resumedTime(saved: SavedWorld, wallNow: number): number {
  if (saved.clock.paused) return saved.clock.now
  const absence = Math.min(Math.max(0, wallNow - saved.seenAt), longestAbsenceMs)
  return saved.clock.now + absence
}

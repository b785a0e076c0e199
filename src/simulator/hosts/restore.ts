import { isScenarioName } from '#src/domain/demo-fleet.ts'
import { virtualClock } from '../clock.ts'
import { createSimulator, type Simulator, type SimulatorOptions } from '../create-simulator.ts'
import { isControlPath } from '../wire/control.ts'
import { readRequest } from '../wire/request.ts'
import type { Noted, SavedWorld, WorldJournal } from './journal.ts'

/** However long nobody looked, a world is not asked to catch up on more than this. */
const longestAbsenceMs = 24 * 3_600_000
/** No answer is given later than this after the last time that was noted. */
const noteEveryMs = 5000

/** A simulator that goes on where the journal's world stopped, or begins the default one. */
export async function restoreSimulator(
  journal: WorldJournal | null,
  options: Pick<SimulatorOptions, 'wallClock' | 'wait' | 'observer'> = {},
): Promise<Simulator> {
  const wallNow = options.wallClock ?? Date.now
  const saved = usable((await journal?.load()) ?? null)
  let restoring = true
  let noted = { seenAt: wallNow(), controls: '' }
  /** Done when the journal holds all that was told to it. */
  let written: Promise<void> | undefined

  const present = (): Noted => ({ clock: clock.state(), seenAt: wallNow(), controls: simulator.controls() })
  const note = () => {
    const now = present()
    noted = { seenAt: now.seenAt, controls: JSON.stringify(now.controls) }
    written = journal?.note(now)
  }
  const began = (settings: SavedWorld['settings']) => {
    written = journal?.begin({ settings, began: clock.now(), ...present() })
  }
  const observer: NonNullable<SimulatorOptions['observer']> = {
    ...options.observer,
    mutated(mutation) {
      if (!restoring) written = journal?.append(mutation)
    },
    reset: began,
    journal: () => journal?.status() ?? { state: 'off', entries: 0 },
  }
  const clock = virtualClock({ wallClock: wallNow, paused: saved !== null })
  if (saved !== null) clock.restart(saved.began)
  const simulator = createSimulator({ ...options, ...saved?.settings, clock, observer } as SimulatorOptions)

  if (saved === null) began(simulator.settings)
  else {
    await simulator.replay(saved.mutations)
    if (saved.controls) simulator.setControls(saved.controls)
    clock.restart(resumedTime(saved, wallNow()))
    clock.setSpeed(saved.clock.speed)
    if (!saved.clock.paused) clock.resume()
  }
  note()
  restoring = false

  const handle: Simulator['handle'] = async (request, signal) => {
    const steered = isControlPath(request.path) && request.method !== 'GET'
    try {
      return await simulator.handle(request, signal)
    } finally {
      // A fault is used up by what it strikes, so that it is looked at after each request.
      const changed = steered || JSON.stringify(simulator.controls()) !== noted.controls
      if (changed || wallNow() - noted.seenAt > noteEveryMs) note()
      // What an answer tells must be true after a reload as well, the time above all.
      await written
    }
  }
  return {
    ...simulator,
    // Spreading would copy what these are now.
    get world() {
      return simulator.world
    },
    get settings() {
      return simulator.settings
    },
    handle,
    fetch: async request => handle(await readRequest(request), request.signal),
  }
}

/** A journal of another release may name a scenario that there is no more. */
const usable = (saved: SavedWorld | null) =>
  saved !== null && isScenarioName(saved.settings.scenario) ? saved : null

/**
 * Answers may have been given for a while after the time was noted: that passed at the world's own pace. Then nobody
 * looked, and time went on at its ordinary pace, however fast the world had been running.
 */
function resumedTime({ clock, seenAt }: SavedWorld, wallNow: number): number {
  if (clock.paused) return clock.now
  const absence = Math.min(Math.max(0, wallNow - seenAt), longestAbsenceMs)
  const watched = Math.min(absence, noteEveryMs)
  return clock.now + Math.ceil(watched * clock.speed + (absence - watched) * Math.min(1, clock.speed))
}

import type { Simulator } from '../create-simulator.ts'
import { Journal } from './journal.ts'
import type { Port } from './port-messages.ts'
import { restoreSimulator } from './restore.ts'
import { servePort } from './serve-port.ts'

/**
 * The simulator in the browser. As a SharedWorker it gives all tabs one world; as a plain Worker, where there are no
 * SharedWorkers, each tab has its own.
 */
const simulator: Promise<Simulator> = start()

async function start(): Promise<Simulator> {
  const journal = (await ownsJournal()) ? new Journal() : null
  // A world that cannot be built again must not be in the way of a new one.
  return restoreSimulator(journal).catch(() => restoreSimulator(null))
}

/** Two plain workers must not write one journal: the first that comes keeps it as long as it lives. */
async function ownsJournal(): Promise<boolean> {
  if (typeof navigator.locks?.request !== 'function') return true
  return new Promise(resolve => {
    void navigator.locks.request('meadow-simulator-journal', { ifAvailable: true }, lock => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<void>(() => undefined)
    })
  })
}

const serve = (port: Port) =>
  servePort(port, async (request, signal) => (await simulator).handle(request, signal))

if ('onconnect' in globalThis) {
  globalThis.addEventListener('connect', event => {
    for (const port of (event as MessageEvent).ports) serve(port)
  })
} else serve(globalThis as unknown as Port)

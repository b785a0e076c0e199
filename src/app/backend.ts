import type { Config, ConnectionConfig } from '#src/aws/config.ts'
import { type Connection, openConnection } from '#src/aws/connection.ts'
import type { DemoControl } from '#src/queries/demo.ts'
import { chosenConnection, connectionAsked, rememberConnection } from './chosen-connection.ts'
import { checkConnectPolicy } from './connect-policy.ts'
import type { ConnectionChoices } from './connection-choice.ts'
import { createDemoControl } from './demo-control.ts'
import { followDemoLink, readDemoLink, withoutDemoLink } from './demo-link.ts'
import { installedConfig } from './load-config.ts'
import { startSession } from './session.ts'
import { StartProblem } from './start-problem.ts'

export interface Backend {
  config: Config
  connection: Connection
  /** Null on a real account. */
  demo: DemoControl | null
  choices: ConnectionChoices
}

/** For the presenter's browser console and for browser tests. */
declare global {
  var meadowDemo: DemoControl | undefined
}

/**
 * Reads the configuration and opens the connection: to AWS, or to the simulator in a worker. This is the only place
 * that knows which. Rejects with a StartProblem.
 */
export async function startBackend(): Promise<Backend> {
  const config = await installedConfig()
  let connection: Connection | null = null
  const onWorldTime = (now: number, rate: number) => connection?.serviceClock.align(now, rate)
  const simulated = config.mode === 'demo' ? await startDemo(onWorldTime) : null
  const chosen = takeChoice(config)
  if (!simulated) checkConnectPolicy(chosen, pagePolicy(), location.origin)
  connection = openConnection(
    chosen,
    simulated ? { fetch: simulated.fetch, correctClockSkew: false } : await startSession(chosen),
  )
  // Asked for now, so that the first page does not wait for them after everything else. A failure comes up there.
  connection.credentials().catch(() => undefined)
  // The world's time is known before the first ages are shown.
  await simulated?.demo.state()
  return {
    config,
    connection,
    demo: simulated?.demo ?? null,
    choices: {
      all: config.connections,
      current: chosen.name,
      choose: name => {
        rememberConnection(name)
        // What is on screen belongs to the connection that is left, so everything begins anew.
        location.assign(import.meta.env.BASE_URL)
      },
    },
  }
}

async function startDemo(onWorldTime: (now: number, rate: number) => void) {
  const { connectSimulator } = await import('#src/simulator/hosts/port-fetch.ts')
  const simulator = connectSimulator()
  const demo = createDemoControl(simulator.fetch, simulator.shared, ({ clock }) =>
    onWorldTime(clock.now, clock.paused ? 0 : clock.speed),
  )
  const asked = readDemoLink(location.search)
  try {
    if (asked) await followDemoLink(demo, asked)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartProblem('The demo fleet could not be started', [reason], error)
  }
  if (asked) history.replaceState(history.state, '', withoutDemoLink(location.href))
  globalThis.meadowDemo = demo
  return { fetch: simulator.fetch, demo }
}

/** The policy in index.html. One that comes as a header cannot be read from here. */
const pagePolicy = () =>
  document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? null

/** Takes the connection's name out of the address, and keeps it for the next visit. */
function takeChoice(config: Config): ConnectionConfig {
  const chosen = chosenConnection(config, location.href)
  const asked = connectionAsked(location.href)
  if (asked !== null) {
    rememberConnection(asked)
    const url = new URL(location.href)
    url.searchParams.delete('connection')
    history.replaceState(history.state, '', url)
  }
  return chosen
}

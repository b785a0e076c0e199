import { isScenarioName } from '#src/domain/demo-fleet.ts'
import type { DemoControl, DemoReset, DemoState } from '#src/queries/demo.ts'

/** What `/?scenario=bad-release&seed=7&speed=60&devices=10000` asks for; null if it asks for nothing. */
export function readDemoLink(search: string): DemoReset | null {
  const params = new URLSearchParams(search)
  const asked: DemoReset = {}
  const scenario = params.get('scenario')
  if (scenario !== null && isScenarioName(scenario)) asked.scenario = scenario
  const seed = wholeNumber(params.get('seed'))
  if (seed !== null) asked.seed = seed
  const devices = wholeNumber(params.get('devices'))
  if (devices !== null && devices <= 200_000) asked.devices = devices
  const speed = Number(params.get('speed') ?? Number.NaN)
  if (speed > 0 && speed <= 86_400) asked.speed = speed
  return Object.keys(asked).length > 0 ? asked : null
}

/** The same address without what a demo link says, so that a reload does not ask for it again. */
export function withoutDemoLink(href: string): string {
  const url = new URL(href)
  for (const name of ['scenario', 'seed', 'devices', 'speed']) url.searchParams.delete(name)
  return url.href
}

/** Whether the running world is another one than the link asks for. */
function isOtherWorld(asked: DemoReset, running: DemoState): boolean {
  const differs = (name: 'scenario' | 'seed' | 'devices') =>
    asked[name] !== undefined && asked[name] !== running[name]
  // A link that names a scenario means it as it is, with its own number of devices.
  const ownSize = asked.scenario !== undefined && asked.devices === undefined && running.devices !== null
  return differs('scenario') || differs('seed') || differs('devices') || ownSize
}

/** Brings the world into the state the link asks for. A world that fits already goes on where it is. */
export async function followDemoLink(demo: DemoControl, asked: DemoReset): Promise<void> {
  if (isOtherWorld(asked, await demo.state())) {
    await demo.reset({
      ...(asked.scenario !== undefined && asked.devices === undefined ? { devices: null } : {}),
      ...asked,
    })
  } else if (asked.speed !== undefined) await demo.setSpeed(asked.speed)
}

const wholeNumber = (text: string | null) => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null)

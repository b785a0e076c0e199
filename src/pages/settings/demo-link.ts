import type { ScenarioName } from '#src/domain/demo-fleet.ts'

export interface DemoSetup {
  scenario: ScenarioName
  seed: number
  /** null: the scenario's own number. */
  devices: number | null
  speed: number
}

/** A link that shows someone else the same fleet: same scenario, seed, size and speed. */
export function demoLink(origin: string, { scenario, seed, devices, speed }: DemoSetup): string {
  const search = new URLSearchParams({ scenario, seed: String(seed) })
  if (speed !== 1) search.set('speed', String(speed))
  if (devices !== null) search.set('devices', String(devices))
  return `${origin}/?${search.toString()}`
}

/** A whole number typed by a person, or what is wrong with it. */
export function readWhole(
  text: string,
  least: number,
  most: number,
): { value: number } | { problem: string } {
  if (!/^\d{1,12}$/.test(text.trim())) return { problem: 'Enter a whole number.' }
  const value = Number(text.trim())
  if (value < least || value > most)
    return {
      problem: `Enter a number from ${least.toLocaleString('en-US')} to ${most.toLocaleString('en-US')}.`,
    }
  return { value }
}

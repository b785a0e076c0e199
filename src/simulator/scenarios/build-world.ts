import type { ScenarioName } from '#src/domain/demo-fleet.ts'
import { buildWorld as builderFor } from '../world/build.ts'
import { World } from '../world/world.ts'
import { buildClientThings } from './client-things.ts'
import { publish } from './component-store.ts'
import { ownComponents } from './components-own.ts'
import { publicComponents } from './components-public.ts'
import { buildFleet } from './fleet.ts'
import { buildHistory } from './history.ts'
import { buildLargeFleet } from './large-fleet.ts'
import { buildLegacy } from './legacy-v1.ts'
import { buildOddities } from './oddities.ts'
import { breakRelease, darkenSite, rollOut } from './stories.ts'
import { Timeline } from './timeline.ts'

export interface ScenarioOptions {
  scenario: ScenarioName
  seed: number
  /**
   * Number of core devices. The `large` fleet has 10,000 by default; the others have a fleet of their own, to which
   * plants of ordinary devices are added up to this number. An empty account stays empty.
   */
  devices?: number | null
  /** Present of the new world. */
  clock: { now(): number }
}

const defaultSize = 10_000
/** Core devices of the plants with names, which every scenario but `empty` and `large` has. */
export const namedDevices = 127

/** What each scenario adds to AWS's public components, which every account sees. */
const chapters: Record<ScenarioName, (timeline: Timeline, devices: number) => void> = {
  empty: () => {},
  calm: tellCalm,
  // The same fleet; the quotas are the wire's business.
  throttled: tellCalm,
  'rolling-out': timeline => {
    tellCalm(timeline)
    rollOut(timeline)
  },
  'bad-release': timeline => {
    tellCalm(timeline)
    breakRelease(timeline)
  },
  'site-outage': timeline => {
    tellCalm(timeline)
    darkenSite(timeline)
  },
  large: (timeline, devices) => {
    publish(timeline, ownComponents())
    buildLargeFleet(timeline, devices)
  },
}

function tellCalm(timeline: Timeline): void {
  publish(timeline, ownComponents())
  buildFleet(timeline)
  buildClientThings(timeline)
  buildLegacy(timeline)
  buildOddities(timeline)
  buildHistory(timeline)
}

/** A world with a past, up to the clock's present. The same options at the same time give the same world. */
export function buildWorld({ scenario, seed, devices, clock }: ScenarioOptions): World {
  const timeline = new Timeline()
  publish(timeline, publicComponents(), 'aws')
  chapters[scenario](timeline, devices ?? defaultSize)
  const hasNamedPlants = scenario !== 'empty' && scenario !== 'large'
  if (hasNamedPlants && devices && devices > namedDevices) buildLargeFleet(timeline, devices - namedDevices)
  const present = clock.now()
  const world = new World({ clock, seed, begins: present - timeline.length })
  timeline.play(builderFor(world), present)
  return world
}

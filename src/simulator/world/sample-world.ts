import type { Recipe, RecipeManifest } from '#src/domain/recipe/recipe.ts'
import { type Clock, stillClock } from '../clock.ts'
import { buildWorld, type CoreSpec, type WorldBuilder } from './build.ts'
import type { DeploymentRecord, Execution } from './records.ts'
import { World } from './world.ts'

/** Small worlds for tests: a clock that stands still, and shorthands for recipes and groups of devices. */

export const start = Date.UTC(2026, 0, 10, 8)
export const minute = 60_000
export const hour = 3_600_000
export const day = 86_400_000

export interface SampleWorld {
  world: World
  clock: Clock
  build: WorldBuilder
  /** Moves clock and world on. */
  pass(milliseconds: number): void
  /** Stores a component; the recipe has one manifest for all devices unless told otherwise. */
  component(name: string, version?: string, recipe?: Partial<Recipe>): void
  /** A group with `count` devices, named GROUP-0001 and so on. */
  fleet(group: string, count: number, spec?: Partial<CoreSpec>): void
  /** A device's execution of a deployment. */
  execution(deployment: DeploymentRecord, thing: string): Execution
  /** Component name to `version state`, without the nucleus. */
  installed(core: string): Record<string, string>
}

export const manifest = (changes: Partial<RecipeManifest> = {}): RecipeManifest => ({
  name: '',
  platform: {},
  lifecycle: { Run: 'python3 main.py' },
  selections: [],
  artifacts: [],
  ...changes,
})

export const artifact = (uri: string): RecipeManifest['artifacts'][number] => ({
  uri,
  unarchive: 'NONE',
  permission: { read: 'OWNER', execute: 'NONE' },
})

export function sampleWorld(seed = 7): SampleWorld {
  const clock = stillClock(start)
  const world = new World({ clock, seed })
  const build = buildWorld(world)
  return {
    world,
    clock,
    build,
    pass(milliseconds) {
      clock.advance(milliseconds)
      world.advance()
    },
    component(name, version = '1.0.0', changes = {}) {
      const recipe: Recipe = {
        name,
        version,
        description: '',
        publisher: 'Example',
        type: 'aws.greengrass.generic',
        source: '',
        defaultConfiguration: {},
        dependencies: [],
        manifests: [manifest()],
        lifecycle: {},
        ...changes,
      }
      build.addComponent({ recipe, recipeFormat: 'JSON' })
    },
    fleet(group, count, spec = {}) {
      if (!world.groups.has(group)) build.addGroup({ name: group })
      for (let i = 1; i <= count; i += 1)
        build.addCore({
          name: `${group}-${String(i).padStart(4, '0')}`,
          nucleusVersion: '2.13.0',
          groups: [group],
          ...spec,
        })
    },
    execution(deployment, thing) {
      const executions = world.things.get(thing)?.executions ?? []
      return executions.find(execution => execution.deployment === deployment)!
    },
    installed(core) {
      const components = world.devices.get(core)?.state.components ?? []
      const own = components.filter(component => !component.name.startsWith('aws.greengrass.Nucleus'))
      return Object.fromEntries(own.map(one => [one.name, `${one.version} ${one.state}`]))
    },
  }
}

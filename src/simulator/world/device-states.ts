import type { DeviceKind, DeviceState, Instance, Quirks, Root } from './records.ts'

export const nucleusNames: readonly string[] = ['aws.greengrass.Nucleus', 'aws.greengrass.NucleusLite']

/** Shared by all devices without oddities. */
export const noQuirks: Quirks = Object.freeze({})

/**
 * Hands out shared, immutable descriptions of devices. A fleet of 100,000 has a few dozen different ones, so that a
 * device costs a reference, and what was worked out for one device holds for all that share its state.
 */
export class DeviceStates {
  private readonly instances = new Map<string, Instance>()
  private readonly states = new Map<string, DeviceState>()
  private readonly kinds = new Map<string, DeviceKind>()
  private readonly roots = new Map<string, number>()

  kind(traits: Omit<DeviceKind, 'id'>): DeviceKind {
    const key = JSON.stringify(traits)
    let kind = this.kinds.get(key)
    if (!kind) {
      kind = { ...traits, id: this.kinds.size + 1 }
      this.kinds.set(key, kind)
    }
    return kind
  }

  instance(traits: Omit<Instance, 'id'>): Instance {
    const key = JSON.stringify([
      traits.name,
      traits.version,
      traits.isRoot,
      traits.state,
      traits.details,
      traits.codes,
      traits.source,
      traits.configuration,
    ])
    let instance = this.instances.get(key)
    if (!instance) {
      instance = { ...traits, id: this.instances.size + 1 }
      this.instances.set(key, instance)
    }
    return instance
  }

  state(roots: readonly Root[], components: readonly Instance[]): DeviceState {
    const sortedRoots = [...roots].sort((a, b) => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0))
    const sorted = [...components].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    const key = `${sortedRoots.map(root => this.rootId(root)).join()};${sorted.map(one => one.id).join()}`
    let state = this.states.get(key)
    if (!state) {
      state = {
        id: this.states.size + 1,
        roots: sortedRoots,
        components: sorted,
        healthy: sorted.every(component => component.state !== 'BROKEN'),
        nucleusVersion: sorted.find(component => nucleusNames.includes(component.name))?.version ?? '',
      }
      this.states.set(key, state)
    }
    return state
  }

  /** How many different ones there are. */
  get size(): number {
    return this.states.size
  }

  private rootId(root: Root): number {
    const key = JSON.stringify([root.target, root.deploymentId, root.components])
    let id = this.roots.get(key)
    if (!id) {
      id = this.roots.size + 1
      this.roots.set(key, id)
    }
    return id
  }
}

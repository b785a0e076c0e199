import { valueAt } from '#src/domain/configuration-merge.ts'
import { satisfies } from '#src/domain/version.ts'
import type { Behaviour, ConfigurationPredicate, DevicePredicate } from './behaviour.ts'
import { belongsTo } from './group-tree.ts'
import type { CoreRecord } from './records.ts'
import type { World } from './world.ts'

/**
 * Which of the world's behaviours concern a device, one character for each: part of the key under which plans are
 * shared between devices.
 */
export function behaviourMask(world: World, core: CoreRecord): string {
  let mask = ''
  for (const behaviour of world.behaviours)
    mask += !behaviour.devices || concerns(world, behaviour, behaviour.devices, core) ? '1' : '0'
  return mask
}

function concerns(world: World, behaviour: Behaviour, devices: DevicePredicate, core: CoreRecord): boolean {
  const { kind, thing } = core
  if (devices.platform !== undefined && devices.platform !== kind.platform) return false
  if (devices.architecture !== undefined && devices.architecture !== kind.architecture) return false
  if (devices.runtime !== undefined && devices.runtime !== kind.runtime) return false
  if (devices.group !== undefined && !belongsTo(world, thing, devices.group)) return false
  if (devices.things && !devices.things.includes(core.name)) return false
  for (const [name, value] of Object.entries(devices.attributes ?? {}))
    if (thing.attributes[name] !== value) return false
  if (devices.fraction !== undefined) {
    const key = `${behaviour.component} ${behaviour.versions ?? ''} ${core.name}`
    if (world.chance(key) >= devices.fraction) return false
  }
  return true
}

/** The behaviours of one component version, with one configuration, on devices with this mask. */
export function behavioursOf(
  world: World,
  mask: string,
  component: { name: string; version: string; configuration: unknown },
): Behaviour[] {
  return world.behaviours.filter(
    (behaviour, index) =>
      mask[index] === '1' &&
      behaviour.component === component.name &&
      (behaviour.versions === undefined || satisfies(component.version, behaviour.versions)) &&
      (!behaviour.configuration || hasFault(component.configuration, behaviour.configuration)),
  )
}

/** Whether a configuration has the fault that a predicate describes. */
function hasFault(configuration: unknown, predicate: ConfigurationPredicate): boolean {
  const value = valueAt(configuration, predicate.pointer)
  if (value === undefined || value === null) return predicate.required === true
  const type = Array.isArray(value) ? 'array' : typeof value
  if (predicate.type !== undefined && type !== predicate.type) return true
  const number = typeof value === 'number' ? value : Number.NaN
  if (predicate.minimum !== undefined && !(number >= predicate.minimum)) return true
  if (predicate.maximum !== undefined && !(number <= predicate.maximum)) return true
  return predicate.oneOf !== undefined && !predicate.oneOf.includes(value)
}

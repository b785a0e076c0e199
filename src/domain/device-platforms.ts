import type { CoreDevice } from './core-device.ts'

/** Devices for which a recipe chooses the same manifest, as far as the service tells. */
export interface DevicePlatform {
  /** Such as `linux aarch64`, with `nucleus lite` where that runs. */
  label: string
  /** For `matchesPlatform` and `forecastDependencies`. */
  attributes: Record<string, string>
  /** Thing names, in the order given. */
  devices: string[]
}

/**
 * The platforms of core devices, the commonest first. Attributes that are set on the device itself (any but os,
 * architecture and runtime) are not known to the service.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export function platformsOf(
  devices: Iterable<Pick<CoreDevice, 'name' | 'platform' | 'architecture' | 'runtime'>>,
): DevicePlatform[] {
  const platforms = new Map<string, DevicePlatform>()
  for (const { name, platform, architecture, runtime } of devices) {
    const lite = runtime === 'aws_nucleus_lite'
    const label = [platform || 'unknown', architecture, lite ? 'nucleus lite' : ''].filter(Boolean).join(' ')
    const known = platforms.get(label)
    if (known) {
      known.devices.push(name)
      continue
    }
    const attributes = {
      ...(platform && { os: platform }),
      ...(architecture && { architecture }),
      runtime: runtime || 'aws_nucleus_classic',
    }
    platforms.set(label, { label, attributes, devices: [name] })
  }
  return [...platforms.values()].sort(
    (a, b) => b.devices.length - a.devices.length || (a.label < b.label ? -1 : 1),
  )
}

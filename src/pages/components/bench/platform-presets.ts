/** A device to try a recipe on, as the nucleus would report it. */
export interface TryDevice {
  id: string
  label: string
  platform: Readonly<Record<string, string>>
  /** Of a core device of the fleet. */
  thingName?: string
}

const classic = { runtime: 'aws_nucleus_classic' }

/** The platforms that devices commonly have. */
export const platformPresets: readonly TryDevice[] = [
  {
    id: 'linux-amd64',
    label: 'Linux on amd64',
    platform: { os: 'linux', architecture: 'amd64', ...classic },
  },
  {
    id: 'linux-aarch64',
    label: 'Linux on aarch64 (64-bit ARM)',
    platform: { os: 'linux', architecture: 'aarch64', ...classic },
  },
  {
    id: 'linux-armv7l',
    label: 'Linux on arm, armv7l (32-bit ARM)',
    platform: { os: 'linux', architecture: 'arm', 'architecture.detail': 'armv7l', ...classic },
  },
  {
    id: 'windows-amd64',
    label: 'Windows on amd64',
    platform: { os: 'windows', architecture: 'amd64', ...classic },
  },
  {
    id: 'lite-aarch64',
    label: 'Nucleus lite on Linux aarch64',
    platform: { os: 'linux', architecture: 'aarch64', runtime: 'aws_nucleus_lite' },
  },
  {
    id: 'darwin-aarch64',
    label: 'macOS on aarch64 (for development)',
    platform: { os: 'darwin', architecture: 'aarch64', ...classic },
  },
]

export const firstPreset = platformPresets[0] as TryDevice

/** "os linux, architecture amd64" */
export const platformWords = (platform: Readonly<Record<string, string>>) =>
  Object.entries(platform)
    .map(([attribute, value]) => `${attribute} ${value}`)
    .join(', ')

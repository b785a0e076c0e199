import { detectedPlatform } from './platform.ts'

/** What people write for what the nucleus reports. */
const meant: Record<string, Record<string, string>> = {
  os: {
    ubuntu: 'linux',
    debian: 'linux',
    raspbian: 'linux',
    raspberrypi: 'linux',
    unix: 'linux',
    posix: 'linux',
    macos: 'darwin',
    osx: 'darwin',
    mac: 'darwin',
    win: 'windows',
    win32: 'windows',
    win64: 'windows',
  },
  architecture: {
    arm64: 'aarch64',
    armv8: 'aarch64',
    x86_64: 'amd64',
    'x86-64': 'amd64',
    x64: 'amd64',
    i386: 'x86',
    i686: 'x86',
    x86_32: 'x86',
    arm32: 'arm',
    armhf: 'arm',
    armv6: 'arm',
    armv7: 'arm',
    armv6l: 'arm',
    armv7l: 'arm',
    armv7hf: 'arm',
  },
}

/**
 * The value that the nucleus reports where people write another one for it, such as `aarch64` for `arm64`; null where
 * the value is no known slip.
 */
export function platformSlip(attribute: string, value: string): string | null {
  const folded = value.toLowerCase()
  if (detectedPlatform[attribute]?.includes(value)) return null
  return meant[attribute]?.[folded] ?? detectedPlatform[attribute]?.find(choice => choice === folded) ?? null
}

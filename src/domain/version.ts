import { compareParts, isInRange, parseRange, type VersionRange } from './version-range.ts'

export interface Version {
  major: number
  minor: number
  patch: number
  /** `['alpha', '1']` of `1.0.0-alpha.1`; empty for a release. */
  prerelease: string[]
  build: string
}

const versionPattern =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/

/** Longest version that the service takes, and the largest number in each of its three parts. */
export const versionLimits = { length: 64, part: 999_999 } as const

/**
 * Reads a semantic version such as `1.2.0-beta+7`; `null` if it is not one, longer than 64 characters
 * or has a part above 999999.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export function parseVersion(text: string): Version | null {
  if (text.length > versionLimits.length) return null
  const match = versionPattern.exec(text)
  if (!match) return null
  const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (Math.max(major, minor, patch) > versionLimits.part) return null
  return { major, minor, patch, prerelease: match[4]?.split('.') ?? [], build: match[5] ?? '' }
}

/**
 * Orders versions by precedence, lowest first: negative if `a` is older. Build metadata does not count.
 * Texts that are no versions come before all versions, in the order of their characters.
 */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [parseVersion(a), parseVersion(b)]
  if (!x || !y) {
    if (x || y) return x ? 1 : -1
    return a < b ? -1 : a > b ? 1 : 0
  }
  return compareParts(x, y)
}

/** The next patch, minor and major release after a version. After a prerelease, the patch is its own release. */
export function nextVersions(text: string): { patch: string; minor: string; major: string } {
  const v = parseVersion(text)
  if (!v) return { patch: '1.0.0', minor: '1.0.0', major: '1.0.0' }
  const patch = v.prerelease.length > 0 ? v.patch : v.patch + 1
  return {
    patch: `${v.major}.${v.minor}.${patch}`,
    minor: `${v.major}.${v.minor + 1}.0`,
    major: `${v.major + 1}.0.0`,
  }
}

/** Ranges read before: resolving the dependencies of a fleet asks for the same few again and again. */
const ranges = new Map<string, VersionRange | null>()

function readRange(requirement: string): VersionRange | null {
  let range = ranges.get(requirement)
  if (range === undefined) {
    range = parseRange(requirement)
    if (ranges.size >= 500) ranges.clear()
    ranges.set(requirement, range)
  }
  return range
}

/**
 * Whether a text is a version requirement as the device reads it: npm's ranges, and `latest` and `==1.0.0`.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export function parseRequirement(text: string): { ok: true } | { ok: false; message: string } {
  if (readRange(text)) return { ok: true }
  const hint = text.includes(',')
    ? 'Separate the parts with a blank, not with a comma, such as >=1.0.0 <2.0.0.'
    : /[[\]()]/.test(text)
      ? 'Brackets are not known here; write >=1.0.0 <2.0.0.'
      : 'Write a range such as ^1.2.0, ~1.2.0, >=1.0.0 <2.0.0 or 1.2.x.'
  return { ok: false, message: `"${text}" is not a version requirement. ${hint}` }
}

/**
 * Whether a version meets a requirement. A prerelease meets a range of two bounds (`^1.0.0`) only if a bound
 * is a prerelease of the same version; it meets a single comparison (`>=1.0.0`) by mere order, as on the device.
 * Texts that are not versions or requirements meet nothing.
 */
export function satisfies(version: string, requirement: string): boolean {
  const range = readRange(requirement)
  const parsed = parseVersion(version)
  return range !== null && parsed !== null && isInRange(parsed, range)
}

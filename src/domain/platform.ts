import type { Recipe } from './recipe/recipe.ts'

/** Attributes that the nucleus finds out by itself, with all values that it can report. */
export const detectedPlatform: Record<string, readonly string[]> = {
  os: ['linux', 'windows', 'darwin'],
  architecture: ['amd64', 'x86', 'arm', 'aarch64'],
  'architecture.detail': ['armv6l', 'armv7l', 'armv8l', 'armv6b', 'armv7b', 'armv8b'],
  runtime: ['aws_nucleus_classic', 'aws_nucleus_lite'],
}

/** The regular expression between the slashes of a platform value, `null` if the value is not one. */
export function platformExpression(value: string): string | null {
  return value.length >= 2 && value.startsWith('/') && value.endsWith('/') ? value.slice(1, -1) : null
}

/** The expression as the device matches it, against the whole value; `null` if it does not compile. */
export function compilePlatformExpression(expression: string): RegExp | null {
  // The device's expressions are Java's, where flags may stand at the beginning.
  const flags = /^\(\?([ims]+)\)/.exec(expression)
  try {
    return new RegExp(`^(?:${expression.slice(flags?.[0].length ?? 0)})$`, flags?.[1] ?? '')
  } catch {
    return null
  }
}

/** Whether a platform value takes every device, also one that lacks the attribute. */
export function isAnyPlatformValue(attribute: string, value: string): boolean {
  if (value === '*') return true
  // Recipes from before the wildcard still say `all` and `any`; the device goes on reading them so.
  return (attribute === 'os' || attribute === 'architecture') && (value === 'all' || value === 'any')
}

function matchesValue(attribute: string, wanted: string, actual: string | undefined): boolean {
  if (isAnyPlatformValue(attribute, wanted)) return true
  if (actual === undefined) return false
  const expression = platformExpression(wanted)
  if (expression !== null) return compilePlatformExpression(expression)?.test(actual) ?? false
  // A value that starts with any other symbol is reserved and matches nothing.
  return /^[a-zA-Z0-9]/.test(wanted) && wanted === actual
}

/**
 * Whether a manifest's platform takes a device: all its attributes must match; attributes it does not name do not count.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export function matchesPlatform(
  platform: Readonly<Record<string, string>>,
  device: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(platform).every(([attribute, wanted]) =>
    matchesValue(attribute, wanted, Object.hasOwn(device, attribute) ? device[attribute] : undefined),
  )
}

/** Why a platform does not take a device, a sentence for each attribute that does not match; empty if it takes it. */
export function explainPlatform(
  platform: Readonly<Record<string, string>>,
  device: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(platform).flatMap(([attribute, wanted]) => {
    const actual = Object.hasOwn(device, attribute) ? device[attribute] : undefined
    if (matchesValue(attribute, wanted, actual)) return []
    if (actual === undefined) return [`It asks for ${attribute} ${wanted}; the device has no ${attribute}.`]
    return [`It asks for ${attribute} ${wanted}; the device has ${actual}.`]
  })
}

/** Whether a platform takes every device there can be. */
export function isCatchAll(platform: Readonly<Record<string, string>>): boolean {
  return Object.entries(platform).every(([attribute, value]) => isAnyPlatformValue(attribute, value))
}

/** The index of the manifest that a device takes (the first that matches), or `null` if none does. */
export function chooseManifest(
  recipe: Pick<Recipe, 'manifests'>,
  device: Readonly<Record<string, string>>,
): number | null {
  const index = recipe.manifests.findIndex(manifest => matchesPlatform(manifest.platform, device))
  return index === -1 ? null : index
}

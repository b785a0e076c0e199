/** Three numbers and the identifiers of a prerelease. */
export interface VersionParts {
  major: number
  minor: number
  patch: number
  prerelease: readonly string[]
}

interface Comparator {
  operator: '<' | '<=' | '>' | '>=' | '='
  version: VersionParts
}

/** Alternatives, each a list of comparators that must all hold; an empty list holds for every version. */
export type VersionRange = Comparator[][]

function comparePrerelease(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return (a.length === 0 ? 1 : 0) - (b.length === 0 ? 1 : 0)
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]]
    if (x === undefined) return -1
    if (y === undefined) return 1
    if (x === y) continue
    const [xIsNumber, yIsNumber] = [/^\d+$/.test(x), /^\d+$/.test(y)]
    if (xIsNumber && yIsNumber) return Number(x) < Number(y) ? -1 : 1
    if (xIsNumber !== yIsNumber) return xIsNumber ? -1 : 1
    return x < y ? -1 : 1
  }
  return 0
}

/** Precedence of two versions as https://semver.org/#spec-item-11 has it: negative if `a` is lower. */
export function compareParts(a: VersionParts, b: VersionParts): number {
  return (
    Math.sign(a.major - b.major || a.minor - b.minor || a.patch - b.patch) ||
    comparePrerelease(a.prerelease, b.prerelease)
  )
}

/** A version of which the last parts may be open: `1`, `1.x`, `1.2.*`. Open parts are `null`. */
interface Partial {
  major: number | null
  minor: number | null
  patch: number | null
  prerelease: readonly string[]
}

const number = '(0|[1-9]\\d{0,15}|[xX*])'
const identifiers = '([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)'
const partialPattern = `v?${number}(?:\\.${number}(?:\\.${number}(?:-${identifiers})?(?:\\+${identifiers})?)?)?`
const comparatorPattern = new RegExp(`^(~>|>=|<=|==|[<>=^~])?\\s*${partialPattern}$`)
const hyphenPattern = new RegExp(`^${partialPattern}\\s+-\\s+${partialPattern}$`)

/** `at` is the index of the first group of a partial version in a match. */
function partialOf(match: RegExpExecArray, at: number): Partial | null {
  const [major, minor, patch] = [0, 1, 2].map(i => {
    const text = match[at + i]
    return text === undefined || /[xX*]/.test(text) ? null : Number(text)
  }) as [number | null, number | null, number | null]
  const prerelease = match[at + 3]?.split('.') ?? []
  if (prerelease.some(identifier => /^0\d+$/.test(identifier))) return null
  // What stands behind an open part is open too.
  const closed = major !== null && minor !== null
  return { major, minor: major === null ? null : minor, patch: closed ? patch : null, prerelease }
}

const parts = (
  major: number,
  minor: number,
  patch: number,
  prerelease: readonly string[] = [],
): VersionParts => ({
  major,
  minor,
  patch,
  prerelease,
})

/** The lowest version that a partial one can mean. */
const lowest = (p: Partial) =>
  parts(p.major ?? 0, p.minor ?? 0, p.patch ?? 0, p.patch === null ? [] : p.prerelease)

/** Below the next version of a part, its prereleases excluded too. */
const below = (major: number, minor = 0, patch = 0): Comparator => ({
  operator: '<',
  version: parts(major, minor, patch, ['0']),
})
const nothing = below(0)

/** Below what follows all that a partial version can mean. */
function beyond(p: Partial & { major: number }): Comparator {
  return p.minor === null ? below(p.major + 1) : below(p.major, p.minor + 1)
}

function caret(p: Partial & { major: number }): Comparator {
  if (p.major > 0 || p.minor === null) return below(p.major + 1)
  if (p.minor > 0 || p.patch === null) return below(0, p.minor + 1)
  return below(0, 0, p.patch + 1)
}

function comparatorsOf(operator: string, p: Partial): Comparator[] {
  const { major } = p
  if (major === null) return operator === '<' || operator === '>' ? [nothing] : []
  const known = { ...p, major }
  const from: Comparator = { operator: '>=', version: lowest(p) }
  switch (operator) {
    case '^':
      return [from, caret(known)]
    case '~':
    case '~>':
      return [from, beyond(known)]
    case '>=':
      return [from]
    case '<':
      return [{ operator: '<', version: p.patch === null ? { ...lowest(p), prerelease: ['0'] } : lowest(p) }]
    case '>':
      if (p.patch !== null) return [{ operator: '>', version: lowest(p) }]
      return [{ operator: '>=', version: { ...beyond(known).version, prerelease: [] } }]
    case '<=':
      return [p.patch === null ? beyond(known) : { operator: '<=', version: lowest(p) }]
    default:
      return p.patch === null ? [from, beyond(known)] : [{ operator: '=', version: lowest(p) }]
  }
}

function hyphen(match: RegExpExecArray): Comparator[] | null {
  const [low, high] = [partialOf(match, 1), partialOf(match, 6)]
  if (!low || !high) return null
  const comparators: Comparator[] = low.major === null ? [] : [{ operator: '>=', version: lowest(low) }]
  return [...comparators, ...comparatorsOf('<=', high)]
}

function alternative(text: string): Comparator[] | null {
  if (text === '' || text === 'latest') return []
  const range = hyphenPattern.exec(text)
  if (range) return hyphen(range)
  const comparators: Comparator[] = []
  // An operator may stand apart from its version.
  for (const word of text.replace(/(~>|>=|<=|==|[<>=^~])\s+/g, '$1').split(/\s+/)) {
    const match = comparatorPattern.exec(word)
    const partial = match && partialOf(match, 2)
    if (!partial) return null
    comparators.push(...comparatorsOf(match[1] ?? '', partial))
  }
  return comparators
}

/** Reads a range as npm writes it, and `latest` and `==1.0.0` as the device knows them; `null` if it is none. */
export function parseRange(text: string): VersionRange | null {
  const alternatives = text.split('||').map(part => alternative(part.trim()))
  return alternatives.includes(null) ? null : (alternatives as VersionRange)
}

function holds({ operator, version }: Comparator, actual: VersionParts): boolean {
  const order = compareParts(actual, version)
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '=':
      return order === 0
  }
}

/** Whether a bound is a prerelease of the very version that this is a prerelease of. */
function invites({ version }: Comparator, actual: VersionParts): boolean {
  const { major, minor, patch } = version
  return (
    version.prerelease.length > 0 &&
    major === actual.major &&
    minor === actual.minor &&
    patch === actual.patch
  )
}

/**
 * Whether a version is within a range. Between two bounds a prerelease is so only if a bound is a prerelease of the
 * same version; a single comparison takes it by mere order, as on the device.
 */
export function isInRange(actual: VersionParts, range: VersionRange): boolean {
  return range.some(
    comparators =>
      comparators.every(comparator => holds(comparator, actual)) &&
      (actual.prerelease.length === 0 ||
        comparators.length <= 1 ||
        comparators.some(comparator => invites(comparator, actual))),
  )
}

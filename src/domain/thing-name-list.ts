export interface ThingNameList {
  /** Each name once, in the order of the text. */
  names: string[]
  /** What cannot be a thing's name. `line` counts from 1. */
  invalid: { line: number; text: string; reason: string }[]
  /** How many names were there already. */
  duplicates: number
}

/** Longest thing name that AWS IoT takes. */
const thingNameLength = 128

/** Why a text cannot be the name of a thing, or `null` if it can. */
function thingNameProblem(name: string): string | null {
  if (name === '') return 'A thing name has at least one character.'
  if (name.length > thingNameLength) return `Longer than ${thingNameLength} characters (${name.length}).`
  if (!/^[a-zA-Z0-9:_-]+$/.test(name))
    return 'Only letters, digits, colons, underscores and hyphens are allowed.'
  return null
}

/** Reads a pasted list of thing names, separated by line breaks, blanks, tabs, commas or semicolons, quoted or not. */
export function parseThingNames(text: string): ThingNameList {
  const names = new Set<string>()
  const invalid: ThingNameList['invalid'] = []
  let duplicates = 0
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const piece of line.split(/[\s,;]+/)) {
      const name = piece.replace(/^(["'])(.*)\1$/, '$2')
      if (name === '') continue
      const reason = thingNameProblem(name)
      if (reason) invalid.push({ line: index + 1, text: name, reason })
      else if (names.has(name)) duplicates++
      else names.add(name)
    }
  }
  return { names: [...names], invalid, duplicates }
}

/** Cuts a list into pieces of at most 100, the most that one batch call takes. */
export function chunk100<T>(items: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let start = 0; start < items.length; start += 100) chunks.push(items.slice(start, start + 100))
  return chunks
}

import { parseVersion, versionLimits } from '../../version.ts'
import { type Finding, nodeText } from '../document.ts'
import type { Located } from '../outline.ts'
import type { RecipeFormat } from '../read-recipe.ts'
import { recipeReference, type Rule } from '../rule.ts'

const formatVersion = '2020-01-25'

/** A change of one scalar to another text. */
function change(format: RecipeFormat, part: Located, text: string) {
  const written = format === 'JSON' ? JSON.stringify(text) : `'${text}'`
  return { title: `Change to ${text}`, edits: [{ span: part.node.span, text: written }] }
}

/** Why the device refuses a version; its reader is laxer than the semantic version it asks for. */
function versionRefusal(text: string): string | null {
  const trimmed = text.trim()
  if (text.length > versionLimits.length)
    return `A version has at most 64 characters; this has ${text.length}.`
  const match = /^(\d+)\.(\d+)\.(\d+)(?:\.\d+)*(-[^+]*)?(\+.+)?$/.exec(trimmed)
  if (!match) return `"${text}" is not a version: write three numbers, such as 1.0.0.`
  const tooBig = match.slice(1, 4).some(part => Number(part) > versionLimits.part)
  return tooBig ? 'Each part of a version is at most 999999.' : null
}

/** `1`, `1.0` and `v1.0.0` as the version they most likely mean. */
function nearestVersion(text: string): string | null {
  const match = /^\s*v?(\d{1,6})(?:\.(\d{1,6}|x|\*))?(?:\.(\d{1,6}|x|\*))?\s*$/i.exec(text)
  if (!match) return null
  return [match[1], match[2], match[3]].map(part => Number.parseInt(part ?? '0', 10) || 0).join('.')
}

/** A version that the device would take, as a semantic one; `null` if nothing near is one. */
function nearestSemantic(text: string): string | null {
  const match = /^\s*(\d+)\.(\d+)\.(\d+)(?:\.\d+)*(?:-([^+]*))?/.exec(text)
  if (!match) return null
  const core = match.slice(1, 4).map(Number).join('.')
  const suffix = (match[4] ?? '')
    .split('.')
    .map(part => part.replace(/[^0-9A-Za-z-]/g, '-').replace(/^0+(?=\d+$)/, ''))
    .filter(part => part !== '')
    .join('.')
  const version = suffix === '' ? core : `${core}-${suffix}`
  return parseVersion(version) ? version : null
}

export const componentIdentity: readonly Rule[] = [
  {
    id: 'format-version',
    severity: 'error',
    explanation: `RecipeFormatVersion is ${formatVersion}; there is no other format.`,
    link: recipeReference,
    refusedBy: 'service',
    check({ outline, format }): Finding[] {
      const part = outline.formatVersion
      const text = nodeText(part?.node)
      // The device's reader takes the unquoted number 0 for the first format there is.
      if (
        !part ||
        text === null ||
        text === formatVersion ||
        (part.node.kind === 'scalar' && part.node.value === 0)
      )
        return []
      const message = `RecipeFormatVersion must be ${formatVersion}, not "${text}".`
      return [{ span: part.node.span, path: part.path, message, fix: change(format, part, formatVersion) }]
    },
  },
  {
    id: 'component-name',
    severity: 'error',
    explanation: 'A component name has 1 to 128 letters, digits, hyphens, underscores and periods.',
    link: recipeReference,
    refusedBy: 'service',
    check({ outline }): Finding[] {
      const name = nodeText(outline.name?.node)
      if (name === null || !outline.name || /^[a-zA-Z0-9_.-]{1,128}$/.test(name)) return []
      const message =
        name === ''
          ? 'The component name is empty.'
          : name.length > 128
            ? `A component name has at most 128 characters; this has ${name.length}.`
            : `"${name}" is not a component name: only letters, digits, hyphens, underscores and periods are allowed.`
      return [{ span: outline.name.node.span, path: outline.name.path, message }]
    },
  },
  {
    id: 'component-version',
    severity: 'error',
    explanation:
      'A component version is a semantic version of at most 64 characters, each number at most 999999.',
    link: 'https://semver.org/',
    refusedBy: 'service',
    check({ outline, format }): Finding[] {
      const part = outline.version
      const text = nodeText(part?.node)
      if (!part || text === null) return []
      const message = versionRefusal(text)
      if (!message) return []
      const nearest = nearestVersion(text)
      const fix = nearest ? { fix: change(format, part, nearest) } : {}
      return [{ span: part.node.span, path: part.path, message, ...fix }]
    },
  },
]

/** The device's reader would take these; the service, which orders versions, does not store them. */
export const looseVersion: Rule = {
  id: 'loose-version',
  severity: 'error',
  explanation:
    'A version is a semantic one to the letter: no leading zeros, no fourth number, no empty or odd suffix.',
  link: 'https://semver.org/',
  refusedBy: 'service',
  check({ outline, format }) {
    const part = outline.version
    const text = nodeText(part?.node)
    if (!part || text === null || versionRefusal(text) || parseVersion(text)) return []
    const near = nearestSemantic(text)
    const message = `"${text}" is not a semantic version; write one such as ${near ?? '1.0.0'}.`
    return [
      { span: part.node.span, path: part.path, message, ...(near && { fix: change(format, part, near) }) },
    ]
  },
}

export const reservedName: Rule = {
  id: 'reserved-name',
  severity: 'warning',
  explanation:
    'Names under aws.greengrass. are those of AWS: a component of your own hides the public one of that name.',
  link: recipeReference,
  refusedBy: null,
  check({ outline }) {
    const name = nodeText(outline.name?.node)
    if (!outline.name || !name?.startsWith('aws.greengrass.')) return []
    const message =
      'The prefix aws.greengrass. is that of AWS. Use a prefix of your own, such as com.example.'
    return [{ span: outline.name.node.span, path: outline.name.path, message }]
  },
}

export const quoteScalars: Rule = {
  id: 'unquoted-version',
  severity: 'hint',
  explanation:
    'Dates and versions go in quotes: other YAML tools read a date or a number where they stand without.',
  link: 'https://yaml.org/type/timestamp.html',
  refusedBy: null,
  check({ outline, format }) {
    if (format !== 'YAML') return []
    return [outline.formatVersion, outline.version].flatMap((part): Finding[] => {
      const node = part?.node
      if (node?.kind !== 'scalar' || node.quoted || node.value === null) return []
      // Three numbers with two periods are text to every YAML reader.
      if (part === outline.version && typeof node.value === 'string') return []
      const fix = { title: 'Put it in quotes', edits: [{ span: node.span, text: `'${node.source}'` }] }
      return [{ span: node.span, path: part!.path, message: `Put ${node.source} in quotes.`, fix }]
    })
  },
}

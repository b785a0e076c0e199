import {
  compilePlatformExpression,
  detectedPlatform,
  isAnyPlatformValue,
  platformExpression,
} from '../../platform.ts'
import { type Finding, nodeText } from '../document.ts'
import { partsOf } from '../outline.ts'
import { type RecipeContext, recipeReference, type Rule } from '../rule.ts'
import { keyLike } from './unknown-keys.ts'

type Attribute = ReturnType<typeof partsOf>[number]

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

function attributes({ outline }: RecipeContext): Attribute[] {
  return outline.manifests.flatMap(({ platform }) => partsOf(platform))
}

function valueFinding(context: RecipeContext, { key: { key }, node, path }: Attribute): Finding[] {
  const value = nodeText(node)
  if (value === null) return []
  const known = detectedPlatform[key]
  if (platformExpression(value) !== null || isAnyPlatformValue(key, value) || known?.includes(value))
    return []
  const folded = value.toLowerCase()
  const right = meant[key]?.[folded] ?? known?.find(choice => choice === folded)
  if (right) {
    const written = context.format === 'JSON' ? `"${right}"` : right
    return [
      {
        span: node.span,
        path,
        message: `No device reports ${key} "${value}"; this one is called ${right}.`,
        fix: { title: `Change to ${right}`, edits: [{ span: node.span, text: written }] },
      },
    ]
  }
  if (!/^[a-zA-Z0-9]/.test(value)) {
    const message = `"${value}" matches no device: a value begins with a letter or digit, or is * or /expression/.`
    return [{ span: node.span, path, message }]
  }
  if (!known) return []
  const message = `A nucleus finds ${key} to be ${known.join(', ')}; "${value}" matches only where a device is configured to say so.`
  return [{ span: node.span, path, message, severity: 'hint' }]
}

export const platformValues: readonly Rule[] = [
  {
    id: 'platform-value',
    severity: 'warning',
    explanation: 'A manifest whose platform no device reports is never chosen.',
    link: recipeReference,
    refusedBy: null,
    check: context => attributes(context).flatMap(attribute => valueFinding(context, attribute)),
  },
  {
    id: 'platform-attribute',
    severity: 'warning',
    explanation:
      'Platform attributes are case-sensitive: "OS" is another attribute than "os", and no device has it.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      return attributes(context).flatMap(({ key: { key, keySpan }, path }): Finding[] => {
        const folded = key.toLowerCase()
        if (key === folded || !Object.hasOwn(detectedPlatform, folded)) return []
        return [
          {
            span: keySpan,
            path,
            message: `No device has the attribute "${key}"; it is called ${folded}.`,
            fix: {
              title: `Change to ${folded}`,
              edits: [{ span: keySpan, text: keyLike(context, keySpan.start, folded) }],
            },
          },
        ]
      })
    },
  },
  {
    id: 'platform-expression',
    severity: 'warning',
    explanation: 'A platform value between slashes is a regular expression that must compile.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      return attributes(context).flatMap(({ node, path }): Finding[] => {
        const expression = platformExpression(nodeText(node) ?? '')
        if (expression === null || compilePlatformExpression(expression)) return []
        return [{ span: node.span, path, message: `/${expression}/ is not a regular expression.` }]
      })
    },
  },
]

import {
  compilePlatformExpression,
  detectedPlatform,
  isAnyPlatformValue,
  platformExpression,
} from '../../platform.ts'
import { platformSlip } from '../../platform-slip.ts'
import { type Finding, nodeText } from '../document.ts'
import { insertEntry } from '../edit-tree.ts'
import { type Located, partsOf } from '../outline.ts'
import { type RecipeContext, recipeReference, type Rule } from '../rule.ts'
import { keyLike } from './unknown-keys.ts'

type Attribute = ReturnType<typeof partsOf>[number] & { platform: Located }

function attributes({ outline }: RecipeContext): Attribute[] {
  return outline.manifests.flatMap(({ platform }) =>
    partsOf(platform).map(part => ({ ...part, platform: platform! })),
  )
}

/** What a 32-bit ARM variant is in Platform: its family, and the variant under an attribute of its own. */
function detailEdits(context: RecipeContext, { platform }: Attribute, value: string) {
  const detail = /^armv([67])/.exec(value)
  if (!detail || platform.node.kind !== 'object') return []
  if (partsOf(platform).some(({ key: { key } }) => key === 'architecture.detail')) return []
  return insertEntry(context, platform.node, 'architecture.detail', `armv${detail[1]}l`)
}

function valueFinding(context: RecipeContext, attribute: Attribute): Finding[] {
  const {
    key: { key },
    node,
    path,
  } = attribute
  const value = nodeText(node)
  if (value === null) return []
  const known = detectedPlatform[key]
  if (platformExpression(value) !== null || isAnyPlatformValue(key, value) || known?.includes(value))
    return []
  const right = platformSlip(key, value)
  if (right) {
    const written = context.format === 'JSON' ? `"${right}"` : right
    const detail = key === 'architecture' ? detailEdits(context, attribute, value.toLowerCase()) : []
    return [
      {
        span: node.span,
        path,
        message: `No device reports ${key} "${value}"; this one is called ${right}.`,
        fix: {
          title: detail.length > 0 ? `Change to ${right}, with its detail` : `Change to ${right}`,
          edits: [...detail, { span: node.span, text: written }],
        },
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

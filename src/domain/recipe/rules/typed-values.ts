import { parseRequirement } from '../../version.ts'
import { didYouMean } from '../did-you-mean.ts'
import { type Finding, nodeText } from '../document.ts'
import { type Located, partOf } from '../outline.ts'
import { type RecipeContext, recipeReference, type Rule } from '../rule.ts'

const componentTypes = [
  'aws.greengrass.generic',
  'aws.greengrass.lambda',
  'aws.greengrass.plugin',
  'aws.greengrass.nucleus',
] as const
const permissions = ['NONE', 'OWNER', 'ALL'] as const

function notOneOf({ format }: RecipeContext, part: Located | null, choices: readonly string[]): Finding[] {
  const text = nodeText(part?.node)
  if (!part || text === null || choices.some(choice => choice.toLowerCase() === text.toLowerCase())) return []
  const near =
    didYouMean(text, choices) ??
    choices.find(choice => text !== '' && choice.endsWith(`.${text.toLowerCase()}`))
  const message = `"${text}" is not one of ${choices.join(', ')}.`
  const written = near && (format === 'JSON' ? `"${near}"` : near)
  return [
    {
      span: part.node.span,
      path: part.path,
      message,
      ...(written && {
        fix: { title: `Change to ${near}`, edits: [{ span: part.node.span, text: written }] },
      }),
    },
  ]
}

/** Why `java.net.URI`, with which the device and its tools read a URI, does not take one. */
export function uriRefusal(uri: string): string | null {
  const character = /[\s{}<>[\]"\\^`|]|%(?![0-9a-fA-F]{2})/.exec(uri)?.[0]
  if (character === ' ') return 'A URI has no blanks; write %20.'
  if (character) return `A URI cannot hold the character ${JSON.stringify(character)}.`
  if (/^:/.test(uri)) return 'The scheme before ":" is missing, such as s3://.'
  if (/^[a-zA-Z][a-zA-Z0-9+.-]*:(\/\/)?$/.test(uri)) return 'There is nothing after the scheme.'
  return null
}

export const typedValues: readonly Rule[] = [
  {
    id: 'unknown-choice',
    severity: 'error',
    explanation:
      'ComponentType, DependencyType, Unarchive and Permission take only the values of the format.',
    link: recipeReference,
    refusedBy: 'service',
    check(context) {
      const { outline } = context
      return [
        ...notOneOf(context, outline.type, componentTypes),
        ...outline.dependencies.flatMap(({ type }) => notOneOf(context, type, ['HARD', 'SOFT'])),
        ...outline.manifests
          .flatMap(({ artifacts }) => artifacts)
          .flatMap(artifact => [
            ...notOneOf(context, artifact.unarchive, ['NONE', 'ZIP']),
            ...notOneOf(context, partOf(artifact.permission, 'Read'), permissions),
            ...notOneOf(context, partOf(artifact.permission, 'Execute'), permissions),
          ]),
      ]
    },
  },
  {
    id: 'version-requirement',
    severity: 'error',
    explanation: 'A version requirement is a range as npm writes it.',
    link: 'https://github.com/npm/node-semver#ranges',
    refusedBy: 'service',
    check({ outline }) {
      return outline.dependencies.flatMap(({ requirement }): Finding[] => {
        const text = nodeText(requirement?.node)
        if (!requirement || text === null) return []
        const verdict = parseRequirement(text)
        if (verdict.ok) return []
        return [{ span: requirement.node.span, path: requirement.path, message: verdict.message }]
      })
    },
  },
  {
    id: 'artifact-uri',
    severity: 'error',
    explanation: 'The URI of an artifact is a well-formed URI.',
    link: recipeReference,
    refusedBy: 'service',
    check({ outline }) {
      return outline.manifests
        .flatMap(({ artifacts }) => artifacts)
        .flatMap(({ uri }): Finding[] => {
          const refusal = uriRefusal(nodeText(uri?.node) ?? '')
          return uri && refusal ? [{ span: uri.node.span, path: uri.path, message: refusal }] : []
        })
    },
  },
]

import { type Finding, nodeText } from '../document.ts'
import { removal } from '../edit-tree.ts'
import { markOf } from '../outline.ts'
import { recipeReference, type Rule } from '../rule.ts'

/** What the service puts into a recipe itself, so that an author leaves it out. */
export const writtenByService: readonly Rule[] = [
  {
    id: 'component-type',
    severity: 'hint',
    explanation: 'ComponentType is set by the service when it creates the component.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      const { outline, recipe } = context
      if (!outline.type || recipe.type.toLowerCase() !== 'aws.greengrass.generic') return []
      if (nodeText(outline.type.node) === null) return []
      const fix = removal(context, outline, outline.type, 'Remove it')
      const message = 'The service sets this type itself.'
      return [{ span: markOf(outline.type), path: outline.type.path, message, ...(fix && { fix }) }]
    },
  },
  {
    id: 'component-source',
    severity: 'hint',
    explanation: 'ComponentSource is written by the service, for components made of a Lambda function.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      const part = context.outline.source
      const text = nodeText(part?.node)
      if (!part || !text) return []
      const arn = /^arn:aws(?:-cn|-us-gov|-iso(?:-[a-z])?)?:lambda:/.test(text)
      const message = arn
        ? 'The service writes this itself.'
        : 'This is the ARN of a Lambda function, and the service writes it itself.'
      const fix = removal(context, context.outline, part, 'Remove it')
      return [{ span: part.node.span, path: part.path, message, ...(fix && { fix }) }]
    },
  },
  {
    id: 'written-by-service',
    severity: 'hint',
    explanation: 'Digest and Algorithm of an artifact are written by the service.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      return context.outline.manifests
        .flatMap(({ artifacts }) => artifacts)
        .flatMap(artifact =>
          [artifact.digest, artifact.algorithm].flatMap((part): Finding[] => {
            if (!part) return []
            const fix = removal(context, artifact, part, 'Remove it')
            const message = 'The service writes this itself.'
            return [{ span: markOf(part), path: part.path, message, ...(fix && { fix }) }]
          }),
        )
    },
  },
]

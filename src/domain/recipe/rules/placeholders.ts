import { type Finding, nodeText } from '../document.ts'
import type { Located } from '../outline.ts'
import { recipeReference, type Rule } from '../rule.ts'

/** What tutorials and build tools leave for someone to fill in. */
const placeholder =
  /\{\{.*?\}\}|\$\{?[A-Z][A-Z0-9_]*\}?\$?|<[a-zA-Z][\w .-]*>|\{?\b(?:COMPONENT_(?:NAME|VERSION|AUTHOR)|BUCKET_NAME|NEXT_PATCH)\b\}?|\b(?:DOC-EXAMPLE-BUCKET|EXAMPLE[-_]BUCKET|(?:YOUR|MY)[-_](?:BUCKET|S3|ACCOUNT|REGION|COMPONENT)[\w-]*|(?:your|my)-(?:bucket|account|region|component)(?:-name)?)\b/

export const placeholderRule: Rule = {
  id: 'placeholder',
  severity: 'warning',
  explanation: 'Placeholders of tutorials and build tools are to be replaced before a recipe is published.',
  link: recipeReference,
  refusedBy: null,
  check({ outline }) {
    const parts = [
      outline.name,
      outline.version,
      outline.publisher,
      ...outline.dependencies.flatMap(({ requirement }) => [requirement]),
      ...outline.manifests.flatMap(({ artifacts }) => artifacts.map(({ uri }) => uri)),
    ]
    return parts.flatMap((part: Located | null): Finding[] => {
      const found = placeholder.exec(nodeText(part?.node) ?? '')?.[0]
      if (!part || !found) return []
      return [
        {
          span: part.node.span,
          path: part.path,
          message: `"${found}" looks like a placeholder that nobody filled in.`,
        },
      ]
    })
  },
}

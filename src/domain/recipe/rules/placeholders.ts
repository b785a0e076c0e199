import { type Finding, nodeText, type Span } from '../document.ts'
import { type RecipeContext, recipeReference, type Rule } from '../rule.ts'

/** What tutorials and build tools leave for someone to fill in. */
const placeholder =
  /\{\{.*?\}\}|\$\{?[A-Z][A-Z0-9_]*\}?\$?|<[a-zA-Z][\w .-]*>|\{?\b(?:COMPONENT_(?:NAME|VERSION|AUTHOR)|BUCKET_NAME|NEXT_PATCH)\b\}?|\b(?:DOC-EXAMPLE-BUCKET|EXAMPLE[-_]BUCKET|(?:YOUR|MY)[-_](?:BUCKET|S3|ACCOUNT|REGION|COMPONENT)[\w-]*|(?:your|my)-(?:bucket|account|region|component)(?:-name)?)\b/g

/** The same in scripts, where braces and dollars are the shell's own. */
const inScripts = /(?<![$\w])\{?\b(?:COMPONENT_(?:NAME|VERSION|AUTHOR)|BUCKET_NAME|NEXT_PATCH)\b\}?/g

function findings(text: string, span: Span, path: string, pattern: RegExp): Finding[] {
  return [...text.slice(span.start, span.end).matchAll(pattern)].map(match => ({
    span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
    path,
    message: `"${match[0]}" looks like a placeholder that nobody filled in.`,
  }))
}

export const placeholderRule: Rule = {
  id: 'placeholder',
  severity: 'warning',
  explanation: 'Placeholders of tutorials and build tools are to be replaced before a recipe is published.',
  link: recipeReference,
  refusedBy: null,
  check({ outline, text }: RecipeContext) {
    const values = [
      outline.name,
      outline.version,
      outline.publisher,
      ...outline.dependencies.map(({ requirement }) => requirement),
      ...outline.manifests.flatMap(({ artifacts }) => artifacts.map(({ uri }) => uri)),
    ]
    const lifecycles = [outline.lifecycle, ...outline.manifests.map(({ lifecycle }) => lifecycle)]
    return [
      ...values.flatMap(part =>
        part && nodeText(part.node) !== null ? findings(text, part.node.span, part.path, placeholder) : [],
      ),
      ...lifecycles.flatMap(part => (part ? findings(text, part.node.span, part.path, inScripts) : [])),
    ]
  },
}

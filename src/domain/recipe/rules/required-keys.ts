import { type DocumentNode, nodeText, type Finding } from '../document.ts'
import { insertEntry } from '../edit-tree.ts'
import { type Located, markOf } from '../outline.ts'
import { recipeReference, type Rule } from '../rule.ts'

const rootMark = (node: DocumentNode) => ({
  start: node.span.start,
  end: Math.min(node.span.end, node.span.start + 1),
})

function isGiven(part: Located | null): boolean {
  return part !== null && !(part.node.kind === 'scalar' && nodeText(part.node) === null)
}

/** What a missing key is filled with, to go on from. */
const usual: Record<string, string> = {
  RecipeFormatVersion: '2020-01-25',
  ComponentName: 'com.example.Component',
  ComponentVersion: '1.0.0',
}

export const requiredKeys: readonly Rule[] = [
  {
    id: 'required-key',
    severity: 'error',
    explanation: 'A recipe has RecipeFormatVersion, ComponentName and ComponentVersion.',
    link: recipeReference,
    refusedBy: 'service',
    check({ outline, text, format }) {
      const parts = {
        RecipeFormatVersion: outline.formatVersion,
        ComponentName: outline.name,
        ComponentVersion: outline.version,
      }
      return Object.entries(parts)
        .filter(([, part]) => !isGiven(part))
        .map(([key, part]): Finding => {
          const what = part ? `${key} is empty.` : `${key} is missing.`
          const value = usual[key]!
          const { node } = outline
          const edits = part
            ? [{ span: part.node.span, text: format === 'JSON' ? `"${value}"` : ` '${value}'` }]
            : node.kind === 'object'
              ? insertEntry({ text, format }, node, key, value)
              : []
          return {
            span: part ? markOf(part) : rootMark(outline.node),
            path: part?.path ?? '',
            message: what,
            fix: { title: `Add ${key} ${value}`, edits },
          }
        })
    },
  },
  {
    id: 'required-uri',
    severity: 'error',
    explanation: 'Each artifact has a URI.',
    link: recipeReference,
    refusedBy: 'service',
    check({ outline }) {
      return outline.manifests
        .flatMap(manifest => manifest.artifacts)
        .filter(artifact => artifact.node.kind === 'object' && !isGiven(artifact.uri))
        .map(artifact => ({
          span: artifact.uri ? markOf(artifact.uri) : markOf(artifact),
          path: artifact.path,
          message: 'This artifact has no URI.',
        }))
    },
  },
  {
    id: 'required-requirement',
    severity: 'error',
    explanation: 'Each dependency has a VersionRequirement.',
    link: recipeReference,
    refusedBy: 'service',
    check({ outline, text, format }) {
      return outline.dependencies
        .filter(dependency => dependency.node.kind === 'object' && !isGiven(dependency.requirement))
        .map(dependency => {
          const { node, requirement } = dependency
          const edits = requirement
            ? [{ span: requirement.node.span, text: format === 'JSON' ? '">=0.0.0"' : " '>=0.0.0'" }]
            : node.kind === 'object'
              ? insertEntry({ text, format }, node, 'VersionRequirement', '>=0.0.0')
              : []
          return {
            span: markOf(dependency),
            path: dependency.path,
            message: `The dependency ${dependency.name} has no VersionRequirement.`,
            fix: { title: 'Take any version (>=0.0.0)', edits },
          }
        })
    },
  },
]

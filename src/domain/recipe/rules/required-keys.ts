import { type DocumentNode, nodeText, type Finding } from '../document.ts'
import { type Located, markOf } from '../outline.ts'
import { recipeReference, type Rule } from '../rule.ts'

const rootMark = (node: DocumentNode) => ({
  start: node.span.start,
  end: Math.min(node.span.end, node.span.start + 1),
})

function isGiven(part: Located | null): boolean {
  return part !== null && !(part.node.kind === 'scalar' && nodeText(part.node) === null)
}

export const requiredKeys: readonly Rule[] = [
  {
    id: 'required-key',
    severity: 'error',
    explanation: 'A recipe has RecipeFormatVersion, ComponentName and ComponentVersion.',
    link: recipeReference,
    refusedBy: 'service',
    check({ outline }) {
      const parts = {
        RecipeFormatVersion: outline.formatVersion,
        ComponentName: outline.name,
        ComponentVersion: outline.version,
      }
      return Object.entries(parts)
        .filter(([, part]) => !isGiven(part))
        .map(([key, part]): Finding => {
          const what = part ? `${key} is empty.` : `${key} is missing.`
          return { span: part ? markOf(part) : rootMark(outline.node), path: part?.path ?? '', message: what }
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
    check({ outline }) {
      return outline.dependencies
        .filter(dependency => dependency.node.kind === 'object' && !isGiven(dependency.requirement))
        .map(dependency => ({
          span: markOf(dependency),
          path: dependency.path,
          message: `The dependency ${dependency.name} has no VersionRequirement.`,
        }))
    },
  },
]

import { didYouMean } from '../did-you-mean.ts'
import { type Finding, nodeText } from '../document.ts'
import { removal } from '../edit-tree.ts'
import { itemsOf, type ManifestOutline, markOf, partsOf } from '../outline.ts'
import { recipeReference, type Rule } from '../rule.ts'
import { resolveLifecycle } from '../resolve-lifecycle.ts'

const link = `${recipeReference}#lifecycle-section`
const hasOwn = ({ lifecycle }: ManifestOutline) => partsOf(lifecycle).length > 0

export const globalLifecycle: readonly Rule[] = [
  {
    id: 'no-matching-selection',
    severity: 'warning',
    explanation:
      'A manifest without a Lifecycle runs what its Selections, or else "all", choose of the global one.',
    link,
    refusedBy: null,
    check({ outline, recipe, format }) {
      if (partsOf(outline.lifecycle).length === 0) return []
      return outline.manifests.flatMap((manifest, index): Finding[] => {
        if (hasOwn(manifest) || resolveLifecycle(recipe, index).from !== 'none') return []
        const selections = recipe.manifests[index]!.selections
        const wanted = selections.length > 0 ? `neither ${selections.join(' nor ')}` : 'no key "all"'
        const message = `This manifest runs nothing: the global Lifecycle has ${wanted}.`
        const there = partsOf(outline.lifecycle).map(({ key: { key } }) => key)
        const [fix] = itemsOf(manifest.selections).flatMap(({ node }) => {
          const near = didYouMean(nodeText(node) ?? '', there)
          if (near === null) return []
          const written = format === 'JSON' ? JSON.stringify(near) : near
          return [{ title: `Change to ${near}`, edits: [{ span: node.span, text: written }] }]
        })
        return [
          {
            span: markOf(manifest.selections ?? manifest),
            path: (manifest.selections ?? manifest).path,
            message,
            ...(fix && { fix }),
          },
        ]
      })
    },
  },
  {
    id: 'unused-selection',
    severity: 'hint',
    explanation:
      'Selections count only where a manifest has no Lifecycle of its own, and only if the global one has them.',
    link,
    refusedBy: null,
    check({ outline, text }) {
      return outline.manifests.flatMap((manifest): Finding[] => {
        const { selections } = manifest
        if (!selections || itemsOf(selections).length === 0) return []
        if (hasOwn(manifest) && !outline.lifecycle) {
          // Selections choose within the manifest's own lifecycle too.
          const { start, end } = manifest.lifecycle!.node.span
          const own = text.slice(start, end)
          return itemsOf(selections)
            .filter(({ node }) => !own.includes(nodeText(node) ?? ''))
            .filter(({ node }) => nodeText(node) !== 'all')
            .map(({ node, path }) => ({
              span: node.span,
              path,
              message: `No lifecycle has the key "${nodeText(node)}".`,
            }))
        }
        return []
      })
    },
  },
  {
    id: 'unused-lifecycle',
    severity: 'hint',
    explanation: 'The global lifecycle is for manifests without one of their own.',
    link,
    refusedBy: null,
    check(context) {
      const { outline } = context
      const { lifecycle, manifests } = outline
      if (!lifecycle || partsOf(lifecycle).length === 0 || manifests.length === 0 || !manifests.every(hasOwn))
        return []
      const message = 'Every manifest has a Lifecycle of its own, so this one is never used.'
      const fix = removal(context, outline, lifecycle, 'Remove it')
      return [{ span: markOf(lifecycle), path: lifecycle.path, message, ...(fix && { fix }) }]
    },
  },
]

import { isAnyPlatformValue, isCatchAll } from '../../platform.ts'
import type { Finding } from '../document.ts'
import { moveItem } from '../edit-tree.ts'
import { markOf } from '../outline.ts'
import { recipeReference, type Rule } from '../rule.ts'

/** Whether a platform takes every device that another one takes. */
function covers(wide: Record<string, string>, narrow: Record<string, string>): boolean {
  return Object.entries(wide).every(
    ([attribute, value]) => isAnyPlatformValue(attribute, value) || narrow[attribute] === value,
  )
}

export const manifestRules: readonly Rule[] = [
  {
    id: 'no-manifest',
    severity: 'warning',
    explanation: 'A device cannot install a component without a manifest; the deployment fails there.',
    link: recipeReference,
    refusedBy: null,
    check({ outline, recipe }) {
      if (recipe.manifests.length > 0) return []
      const { start } = outline.node.span
      const span = outline.manifestList ? markOf(outline.manifestList) : { start, end: start + 1 }
      const message = 'There is no manifest, so no device can install this component.'
      return [{ span, path: outline.manifestList?.path ?? '', message }]
    },
  },
  {
    id: 'unreachable-manifest',
    severity: 'warning',
    explanation:
      'Devices take the first manifest that matches, so none is reached behind one that matches all.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      const { outline, recipe } = context
      const list = outline.manifestList?.node
      return outline.manifests.flatMap((manifest, index): Finding[] => {
        const platform = recipe.manifests[index]!.platform
        const before = recipe.manifests.findIndex(
          (other, at) => at < index && covers(other.platform, platform),
        )
        if (before === -1) return []
        const all = isCatchAll(recipe.manifests[before]!.platform)
        const same = covers(platform, recipe.manifests[before]!.platform)
        const reason = all
          ? `manifest ${before + 1} matches every device. Move that one to the end.`
          : same
            ? `manifest ${before + 1} has the same platform.`
            : `manifest ${before + 1} takes all that would match. Move the more special one before it.`
        const fix = !same &&
          list?.kind === 'array' && {
            title: `Move it before manifest ${before + 1}`,
            edits: moveItem(context, list, index, before),
          }
        const message = `No device gets here: ${reason}`
        return [{ span: markOf(manifest), path: manifest.path, message, ...(fix && { fix }) }]
      })
    },
  },
  {
    id: 'no-lifecycle',
    severity: 'hint',
    explanation:
      'A manifest with neither a Lifecycle nor a part in the global one installs files and runs nothing.',
    link: recipeReference,
    refusedBy: null,
    check({ outline, recipe }) {
      if (Object.keys(recipe.lifecycle).length > 0 || recipe.type.toLowerCase() !== 'aws.greengrass.generic')
        return []
      return outline.manifests
        .filter((_, i) => Object.keys(recipe.manifests[i]!.lifecycle).length === 0)
        .map(manifest => ({
          span: markOf(manifest),
          path: manifest.path,
          message: 'This manifest has no Lifecycle: it runs nothing.',
        }))
    },
  },
]

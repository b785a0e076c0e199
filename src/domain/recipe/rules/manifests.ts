import { isCatchAll } from '../../platform.ts'
import type { Finding } from '../document.ts'
import { markOf } from '../outline.ts'
import { recipeReference, type Rule } from '../rule.ts'

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
    check({ outline, recipe }) {
      const catchAll = recipe.manifests.findIndex(({ platform }) => isCatchAll(platform))
      if (catchAll === -1) return []
      return outline.manifests.slice(catchAll + 1).map((manifest): Finding => {
        const message = `No device gets here: manifest ${catchAll + 1} matches every device. Move that one to the end.`
        return { span: markOf(manifest), path: manifest.path, message }
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

import { didYouMean } from '../did-you-mean.ts'
import { type Finding, nodeText } from '../document.ts'
import { recipeReference, type Rule } from '../rule.ts'

const archive = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1).replace(/\.zip$/i, '')

export const unpackedFolder: Rule = {
  id: 'unpacked-folder',
  severity: 'warning',
  explanation: 'An archive NAME.zip is unpacked into {artifacts:decompressedPath}/NAME.',
  link: `${recipeReference}#recipe-variables`,
  refusedBy: null,
  check({ outline, text }) {
    const lifecycles = [
      { of: outline.manifests, lifecycle: outline.lifecycle },
      ...outline.manifests.map(manifest => ({ of: [manifest], lifecycle: manifest.lifecycle })),
    ]
    return lifecycles.flatMap(({ of, lifecycle }): Finding[] => {
      if (!lifecycle) return []
      const archives = of
        .flatMap(({ artifacts }) => artifacts)
        .filter(({ unarchive }) => nodeText(unarchive?.node)?.toUpperCase() === 'ZIP')
        .map(({ uri }) => archive(nodeText(uri?.node) ?? ''))
      // Without any archive the variable itself is complained of.
      if (archives.length === 0) return []
      const { start, end } = lifecycle.node.span
      return [
        ...text.slice(start, end).matchAll(/\{artifacts:decompressedPath\}([\\/]{1,2})([\w.-]+)/g),
      ].flatMap((match): Finding[] => {
        const [all, , folder = ''] = match
        if (archives.includes(folder)) return []
        const at = start + match.index + all.length
        const span = { start: at - folder.length, end: at }
        const near = didYouMean(folder, archives) ?? (archives.length === 1 ? archives[0] : null)
        const message = `No archive is unpacked into "${folder}": there is ${archives.join(', ')}.`
        const fix = near && { title: `Change to ${near}`, edits: [{ span, text: near }] }
        return [{ span, path: lifecycle.path, message, ...(fix && { fix }) }]
      })
    })
  },
}

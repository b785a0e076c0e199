import { platformExpression } from '../../platform.ts'
import { type Finding, nodeText } from '../document.ts'
import { stepBodies, stepKeys, stepLevels, stepOf } from '../lifecycle.ts'
import { type ManifestOutline, markOf, partsOf, type RecipeOutline } from '../outline.ts'
import type { RecipeContext, Rule } from '../rule.ts'
import { keyLike } from './unknown-keys.ts'

const support =
  'https://docs.aws.amazon.com/greengrass/v2/developerguide/operating-system-feature-support-matrix.html'

/** The buffer into which nucleus lite reads a recipe: bytes. */
const largestForLite = 8196

function runtimeOf(manifest: ManifestOutline): string | null {
  const runtime = partsOf(manifest.platform).find(({ key: { key } }) => key === 'runtime')
  return nodeText(runtime?.node)
}

/** Whether nucleus lite could take a manifest: it asks for its own name or `*` as runtime. */
function isForLite(manifest: ManifestOutline): boolean {
  const runtime = runtimeOf(manifest)
  return runtime === 'aws_nucleus_lite' || runtime === '*'
}

const hasOwnLifecycle = ({ lifecycle }: ManifestOutline) => partsOf(lifecycle).length > 0
const forLite = ({ manifests }: RecipeOutline) => manifests.filter(isForLite)
/** Whether a lifecycle is one that nucleus lite runs; `null` is the global one. */
function runsOnLite(outline: RecipeOutline, manifest: ManifestOutline | null): boolean {
  return manifest ? isForLite(manifest) : forLite(outline).some(one => !hasOwnLifecycle(one))
}

const lowerCase = new Set(['Bootstrap', 'Install', 'Startup', 'Run'])

function spelling(
  context: RecipeContext,
  part: ReturnType<typeof partsOf>[number],
  wanted: string,
): Finding[] {
  const { key, keySpan } = part.key
  if (key === wanted) return []
  const fix = {
    title: `Change to ${wanted}`,
    edits: [{ span: keySpan, text: keyLike(context, keySpan.start, wanted) }],
  }
  return [
    { span: keySpan, path: part.path, message: `Write ${wanted}: nucleus lite does not read "${key}".`, fix },
  ]
}

type Hint = Pick<Rule, 'id' | 'explanation'> & { check: NonNullable<Rule['check']> }

const hints: readonly Hint[] = [
  {
    id: 'lite-key-case',
    explanation:
      'Nucleus lite reads steps as install, run, startup and bootstrap, their keys as Script or Setenv, and Uri.',
    check(context) {
      const { outline } = context
      const steps = stepLevels(outline)
        .filter(({ manifest }) => runsOnLite(outline, manifest))
        .flatMap(partsOf)
        .flatMap(part => {
          const step = stepOf(part.key.key)
          if (step === 'Setenv') return spelling(context, part, step)
          return step && lowerCase.has(step) ? spelling(context, part, step.toLowerCase()) : []
        })
      const fields = stepBodies(outline)
        .filter(({ manifest, step }) => step !== 'Setenv' && runsOnLite(outline, manifest))
        .flatMap(partsOf)
        .flatMap(part => {
          const known = stepKeys.find(key => key.toLowerCase() === part.key.key.toLowerCase())
          return known ? spelling(context, part, known) : []
        })
      const uris = forLite(outline)
        .flatMap(({ artifacts }) => artifacts)
        .flatMap(partsOf)
        .filter(({ key: { key } }) => key === 'URI')
        .flatMap(part => spelling(context, part, 'Uri'))
      return [...steps, ...fields, ...uris]
    },
  },
  {
    id: 'lite-step',
    explanation:
      'Nucleus lite runs install, run, startup and bootstrap; Shutdown, Recover and Uninstall it does not.',
    check({ outline }) {
      return stepLevels(outline)
        .filter(({ manifest }) => runsOnLite(outline, manifest))
        .flatMap(partsOf)
        .filter(({ key: { key } }) => ['Shutdown', 'Recover', 'Uninstall'].includes(stepOf(key) ?? ''))
        .map(part => ({
          span: markOf(part),
          path: part.path,
          message: `Nucleus lite does not run ${part.key.key}.`,
        }))
    },
  },
  {
    id: 'lite-skipif',
    explanation: 'Nucleus lite does not know Skipif.',
    check({ outline }) {
      return stepBodies(outline)
        .filter(({ manifest }) => runsOnLite(outline, manifest))
        .flatMap(partsOf)
        .filter(({ key: { key } }) => key.toLowerCase() === 'skipif')
        .map(part => ({
          span: markOf(part),
          path: part.path,
          message: 'Nucleus lite runs the step all the same: it does not know Skipif.',
        }))
    },
  },
  {
    id: 'lite-platform',
    explanation: 'Nucleus lite runs on Linux and reads no expressions in Platform.',
    check({ outline }) {
      const runtimes = outline.manifests.flatMap(({ platform }) => partsOf(platform))
      const expressions = runtimes.filter(
        ({ key: { key }, node }) =>
          key === 'runtime' && platformExpression(nodeText(node) ?? '')?.includes('lite'),
      )
      const others = forLite(outline).flatMap(manifest =>
        partsOf(manifest.platform).filter(({ key: { key }, node }) => {
          const value = nodeText(node) ?? ''
          if (platformExpression(value) !== null) return true
          return (
            key === 'os' &&
            runtimeOf(manifest) === 'aws_nucleus_lite' &&
            ['windows', 'darwin'].includes(value)
          )
        }),
      )
      return [...new Set([...expressions, ...others])].map(part => {
        const value = nodeText(part.node) ?? ''
        const message =
          platformExpression(value) === null
            ? `Nucleus lite runs on Linux only, not on ${value}.`
            : 'Nucleus lite reads no expressions, so it does not take this manifest.'
        return { span: part.node.span, path: part.path, message }
      })
    },
  },
  {
    id: 'lite-size',
    explanation: 'Nucleus lite reads recipes of at most 8,196 bytes.',
    check({ text, outline }) {
      const bytes = new TextEncoder().encode(text).length
      if (bytes <= largestForLite || forLite(outline).length === 0) return []
      const { start } = outline.node.span
      const message = `The recipe has ${bytes.toLocaleString('en-US')} bytes; nucleus lite reads at most 8,196.`
      return [{ span: { start, end: Math.min(text.length, start + 1) }, path: '', message }]
    },
  },
  {
    id: 'lite-all',
    explanation: 'In the global lifecycle nucleus lite looks for the key all, or linux.',
    check({ outline }) {
      const { lifecycle } = outline
      if (!lifecycle || partsOf(lifecycle).length === 0 || !runsOnLite(outline, null)) return []
      if (partsOf(lifecycle).some(({ key: { key } }) => key === 'all' || key === 'linux')) return []
      const message = 'Nucleus lite finds nothing here: put the steps under a key "all".'
      return [{ span: markOf(lifecycle), path: lifecycle.path, message }]
    },
  },
  {
    id: 'lite-variable',
    explanation:
      'Nucleus lite fills in the variables of the component itself only, not those of its dependencies.',
    check({ outline, text, recipe }) {
      const lifecycles = [
        { manifest: null, lifecycle: outline.lifecycle },
        ...outline.manifests.map(manifest => ({ manifest, lifecycle: manifest.lifecycle })),
      ]
      return lifecycles.flatMap(({ manifest, lifecycle }): Finding[] => {
        if (!lifecycle || !runsOnLite(outline, manifest)) return []
        const { start, end } = lifecycle.node.span
        const pattern = /(?<!\$)\{([\w.-]+):(?:configuration|artifacts|work):[^:{}\n]*\}/g
        return [...text.slice(start, end).matchAll(pattern)]
          .filter(match => match[1] !== recipe.name)
          .map(match => ({
            span: { start: start + match.index, end: start + match.index + match[0].length },
            path: lifecycle.path,
            message: `Nucleus lite leaves ${match[0]} as it is: it fills in no variables of dependencies.`,
          }))
      })
    },
  },
  {
    id: 'lite-type',
    explanation: 'Nucleus lite runs components of the type aws.greengrass.generic only.',
    check({ outline, recipe }) {
      const { type } = outline
      if (!type || recipe.type.toLowerCase() === 'aws.greengrass.generic') return []
      if (!outline.manifests.some(manifest => runtimeOf(manifest) === 'aws_nucleus_lite')) return []
      return [
        { span: type.node.span, path: type.path, message: 'Nucleus lite runs generic components only.' },
      ]
    },
  },
]

/** Limits of nucleus lite, told where a manifest says that it is for it. */
export const liteRules: readonly Rule[] = hints.map(hint => ({
  ...hint,
  severity: 'hint',
  link: support,
  refusedBy: null,
}))
